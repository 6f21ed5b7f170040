import type { SubmissionResult } from "@conform-to/react";
import { Section } from "~/ui/page";
import { EditPersonForm } from "./details-form";
import { EndForm } from "./end-form";
import { LeaveForm, ReturnForm } from "./leave-form";
import type { HeldAssignment, PersonPage } from "./person-queries.server";

interface Props {
  person: PersonPage;
  /** Which form the address asks for. */
  open: string | null;
  ending: HeldAssignment | null;
  today: string;
  lastResult: SubmissionResult<string[]> | undefined;
}

/** At most one form about the person is open, and the address says which: so it works without JavaScript. */
export function PersonForm({ person, open, ending, today, lastResult }: Props) {
  const back = `/admin/people/${person.id}`;
  if (open === "edit")
    return (
      <Section id="change" title="Edit">
        <EditPersonForm person={person} lastResult={lastResult} />
      </Section>
    );
  if (open === "end" && ending)
    return (
      <Section id="change" title={`End: ${ending.name}`}>
        <EndForm key={ending.id} assignmentId={ending.id} today={today} back={back} lastResult={lastResult} />
      </Section>
    );
  if (open === "leave" && person.leftAt === null)
    return (
      <Section id="change" title="Mark as leaver">
        <LeaveForm
          name={person.name}
          held={person.assignments}
          today={today}
          back={back}
          lastResult={lastResult}
        />
      </Section>
    );
  if (open === "return" && person.leftAt !== null)
    return (
      <Section id="change" title={person.hasLeft ? "Record a return" : "Take the leaving back"}>
        <ReturnForm stays={!person.hasLeft} back={back} lastResult={lastResult} />
      </Section>
    );
  return null;
}
