import { Form } from "@remix-run/react";
import { Button } from "~/ui/button";
import { Section } from "~/ui/page";
import type { Publication } from "./publication";

/** A draft that nobody saw is deleted; a course that people read is withdrawn, and can come back. */
export function WithdrawSection({ state }: { state: Publication["state"] }) {
  if (state === "withdrawn")
    return (
      <Section
        title="Withdrawn"
        description="Its audience does not see this course. Records of those who completed it are kept."
      >
        <Form method="post">
          <input type="hidden" name="form" value="restore" />
          <Button variant="secondary">Open it to its audience again</Button>
        </Form>
      </Section>
    );
  const draft = state === "draft";
  return (
    <Section title={draft ? "Delete" : "Withdraw"}>
      <details>
        <summary className="min-h-6 w-fit text-sm text-expired">
          {draft ? "Delete this draft" : "Withdraw this course"}
        </summary>
        <Form method="post" className="mt-2 grid gap-3">
          <input type="hidden" name="form" value={draft ? "delete-draft" : "withdraw"} />
          <p className="max-w-[42rem] text-sm">
            {draft
              ? "Its lessons and files go with it and cannot be brought back. An export made before keeps them."
              : "Its audience no longer finds or opens it, from now on. The draft stays, records of those who completed it stay, and you can open it again."}
          </p>
          <Button variant="danger">{draft ? "Delete the draft" : "Withdraw the course"}</Button>
        </Form>
      </details>
    </Section>
  );
}
