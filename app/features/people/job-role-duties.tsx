import { Link } from "@remix-run/react";
import { Section } from "~/ui/page";
import type { JobRoleWithDuties } from "./job-role-queries.server";
import { saysMore } from "./says-more";

export function JobRoleDuties({
  jobRole: { id, name, holders, accountabilities },
}: {
  jobRole: JobRoleWithDuties;
}) {
  return (
    <Section
      id={id}
      title={name}
      actions={
        <Link to={`/admin/people?job-role=${id}`} className="link text-sm">
          Held by {holders} {holders === 1 ? "person" : "people"}
        </Link>
      }
    >
      <ol className="divide-y divide-line rounded-md border border-line bg-surface">
        {accountabilities.map((duty, position) => (
          <li
            key={duty.id}
            id={duty.id}
            className="grid gap-x-4 gap-y-2 px-4 py-4 sm:grid-cols-[1.5rem_minmax(0,1fr)]"
          >
            <span aria-hidden className="hidden text-right text-muted tabular-nums sm:block">
              {position + 1}
            </span>
            <div className="grid max-w-[44rem] gap-2">
              <h3 className="font-medium">{duty.title}</h3>
              {saysMore(duty) ? <p>{duty.text}</p> : null}
              {duty.details.length > 0 ? (
                <ul className="list-disc space-y-1 pl-5 text-muted marker:text-line">
                  {duty.details.map((detail) => (
                    <li key={detail}>{detail}</li>
                  ))}
                </ul>
              ) : null}
              {duty.evidence ? (
                <p className="text-sm text-muted">
                  <span className="font-medium text-ink">Shown by: </span>
                  {duty.evidence}
                </p>
              ) : null}
            </div>
          </li>
        ))}
      </ol>
    </Section>
  );
}
