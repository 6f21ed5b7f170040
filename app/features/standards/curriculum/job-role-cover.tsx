import { Link } from "@remix-run/react";
import { CircleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { saysMore } from "~/features/people/says-more";
import { Section } from "~/ui/page";
import { Table, Td, Th } from "~/ui/table";
import type { DutyCover, JobRoleCover, RequiredCertification } from "./curriculum";
import { StepList } from "./step-list";

/** What goes over all columns is read without scrolling sideways. */
const READABLE = "grid max-w-[19rem] gap-1 sm:max-w-[42rem]";

/** One job role: what shows each of its accountabilities, with the gaps where they are. */
export function JobRoleCoverTable({ id, name, duties, gaps }: JobRoleCover) {
  return (
    <Section id={id} title={name} description={summaryOf(duties, gaps)}>
      <Table caption={`${name}: what shows that each accountability is met`} captionHidden>
        <thead>
          <tr>
            <Th className="min-w-64">Certification, and why</Th>
            <Th className="min-w-48">Learned in</Th>
            <Th className="min-w-44">Shown by</Th>
            <Th className="min-w-44">Clause</Th>
          </tr>
        </thead>
        {duties.map((duty) => (
          <Duty key={duty.id} duty={duty} />
        ))}
      </Table>
    </Section>
  );
}

function summaryOf(duties: readonly DutyCover[], gaps: number): string {
  const certified = duties.filter(({ shownBy }) => shownBy.length > 0).length;
  const only = duties.filter(({ shownBy, evidence }) => shownBy.length === 0 && evidence !== null).length;
  const rest = only > 0 ? ` ${only} by evidence that cannot be tested.` : "";
  const open = gaps === 0 ? "No gaps." : `${gaps} ${gaps === 1 ? "gap" : "gaps"}.`;
  return `${duties.length} accountabilities: ${certified} shown by certifications.${rest} ${open}`;
}

function Duty({ duty }: { duty: DutyCover }) {
  const { id, title, text, details, evidence, shownBy, unshown } = duty;
  return (
    <tbody className="border-t-2 border-line">
      <tr>
        <Th scope="rowgroup" colSpan={4} id={id} className="bg-sunken">
          <div className={READABLE}>
            <p className="text-base">{title}</p>
            {saysMore(duty) ? <p className="font-normal text-muted">{text}</p> : null}
            {details.map((detail) => (
              <p key={detail} className="font-normal text-muted">
                {detail}
              </p>
            ))}
          </div>
        </Th>
      </tr>
      {shownBy.map((required) => (
        <Required key={required.requirementId} required={required} />
      ))}
      {evidence || unshown ? (
        <tr>
          <Td colSpan={4}>
            <div className={READABLE}>
              {unshown ? <Gap>Nothing shows that somebody meets this accountability.</Gap> : null}
              {evidence ? (
                <p>
                  <span className="font-medium">{shownBy.length > 0 ? "Also shown by: " : "Shown by: "}</span>
                  {evidence}
                </p>
              ) : null}
            </div>
          </Td>
        </tr>
      ) : null}
    </tbody>
  );
}

function Required({
  required: { title, to, why, dueDays, steps, clause, gap },
}: {
  required: RequiredCertification;
}) {
  const courses = steps.filter(({ kind }) => kind === "course");
  const shown = steps.filter(({ kind }) => kind !== "course");
  return (
    <tr>
      <Td className="max-w-[26rem]">
        <p className="font-medium">
          {to ? (
            <Link to={to} className="link">
              {title}
            </Link>
          ) : (
            title
          )}
        </p>
        <p className="text-muted">{why}</p>
        <p className="mt-1 text-xs text-muted">Within {dueDays} days</p>
        {gap ? <Gap>{gap}</Gap> : null}
      </Td>
      <Td>
        <StepList steps={courses} none="No course" />
      </Td>
      <Td>
        <StepList steps={shown} none="Nothing but the courses" />
      </Td>
      <Td>
        {clause === null ? <span className="text-muted">No clause</span> : clause.known ? clause.label : null}
        {clause?.known === false ? <Gap>{clause.label} is in no standard here.</Gap> : null}
      </Td>
    </tr>
  );
}

function Gap({ children }: { children: ReactNode }) {
  return (
    <p className="mt-1 flex items-start gap-1.5 text-overdue">
      <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
      <span>
        <strong className="font-medium">Gap:</strong> {children}
      </span>
    </p>
  );
}
