import { Form } from "@remix-run/react";
import { Button, ButtonLink } from "~/ui/button";
import { Notice } from "~/ui/notice";
import { Section } from "~/ui/page";

interface WithdrawSectionProps {
  here: string;
  withdrawn: boolean;
  /** What it would lead to; null until it was asked. */
  effects: readonly { readonly slug: string; readonly title: string; readonly short: string | null }[] | null;
}

export function WithdrawSection({ here, withdrawn, effects }: WithdrawSectionProps) {
  if (withdrawn)
    return (
      <Section
        title="Withdrawn"
        description="No test draws it any more, unless it would have too few without it."
      >
        <Form method="post">
          <input type="hidden" name="form" value="restore" />
          <Button variant="secondary">Use the question again</Button>
        </Form>
      </Section>
    );
  if (!effects)
    return (
      <Section
        title="Withdraw"
        description="Tests then draw it no more. It stays in the bank and in past attempts."
      >
        <ButtonLink to="?confirm=withdraw#withdraw" variant="danger" preventScrollReset>
          Withdraw the question
        </ButtonLink>
      </Section>
    );
  const short = effects.filter((test) => test.short !== null);
  const fewer = effects.filter((test) => test.short === null);
  return (
    <Section id="withdraw" title="Withdraw this question?">
      {effects.length === 0 ? <p>No published test draws from it.</p> : null}
      {fewer.length > 0 ? (
        <p>
          {fewer.length === 1 ? "This test draws" : "These tests draw"} from one question fewer:{" "}
          {fewer.map(({ title }) => title).join(", ")}.
        </p>
      ) : null}
      {short.length > 0 ? (
        <Notice kind="warning" title="Too few questions would be left">
          <ul className="grid gap-1">
            {short.map(({ slug, title, short: why }) => (
              <li key={slug}>
                {title}: {why}
              </li>
            ))}
          </ul>
          <p className="mt-1">
            {short.length === 1 ? "It goes" : "They go"} on with the questions that{" "}
            {short.length === 1 ? "it has" : "they have"} now, this one among them.
          </p>
        </Notice>
      ) : null}
      <Form method="post" className="flex flex-wrap gap-3">
        <input type="hidden" name="form" value="withdraw" />
        <Button variant="danger">Withdraw it</Button>
        <ButtonLink to={here} variant="quiet">
          Keep it
        </ButtonLink>
      </Form>
    </Section>
  );
}
