import { Form } from "@remix-run/react";
import { Button, ButtonLink } from "~/ui/button";
import { Section } from "~/ui/page";

export function ArchiveSection({
  archived,
  asked,
  here,
}: {
  archived: boolean;
  asked: boolean;
  here: string;
}) {
  if (archived)
    return (
      <Section
        title="Archived"
        description="Nobody can begin it. Restoring opens it with the questions as they are in its banks now."
      >
        <Form method="post">
          <input type="hidden" name="form" value="restore" />
          <Button variant="secondary">Restore the test</Button>
        </Form>
      </Section>
    );
  if (!asked)
    return (
      <Section title="Archive" description="For a test that nobody should begin any more.">
        <ButtonLink to="?confirm=archive#archive" variant="danger" preventScrollReset>
          Archive the test
        </ButtonLink>
      </Section>
    );
  return (
    <Section
      id="archive"
      title="Archive this test?"
      description="Nobody can begin it from then on. Attempts that are running go on, results and records stay, and you can restore it."
    >
      <Form method="post" className="flex flex-wrap gap-3">
        <input type="hidden" name="form" value="archive" />
        <Button variant="danger">Archive it</Button>
        <ButtonLink to={here} variant="quiet">
          Keep it
        </ButtonLink>
      </Form>
    </Section>
  );
}
