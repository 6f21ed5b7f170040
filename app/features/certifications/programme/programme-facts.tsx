import { Link } from "@remix-run/react";
import { DateTime } from "~/ui/date-time";
import { Facts } from "~/ui/facts";
import { Section } from "~/ui/page";
import type { certificationPage } from "./certification-page.server";

interface Props {
  certification: Awaited<ReturnType<typeof certificationPage>>;
  timeZone: string;
}

/** How long it lasts, what renews it, and what goes before it. */
export function ProgrammeFacts({ certification, timeZone }: Props) {
  const { edition, standard, lasts, expires, renewalWindowDays, graceDays, renewals } = certification;
  const { prerequisites, equivalents, independent, nextFrom } = certification;
  return (
    <Section title="How it works">
      <Facts
        items={[
          { label: "Edition", value: edition },
          ...(standard ? [{ label: "Standard", value: standard }] : []),
          { label: "Lasts", value: lasts.charAt(0).toUpperCase() + lasts.slice(1) },
          ...(expires
            ? [{ label: "Can be renewed", value: `From ${renewalWindowDays} days before its end` }]
            : []),
          ...(graceDays ? [{ label: "Grace", value: `${graceDays} days after its end to renew it` }] : []),
          ...(renewals.length > 0 ? [{ label: "Renewed by, in turn", value: renewals.join(", then ") }] : []),
          ...(prerequisites.length > 0
            ? [{ label: "To be held first", value: <Names of={prerequisites} /> }]
            : []),
          ...(equivalents.length > 0
            ? [{ label: "Counts as this one", value: <Names of={equivalents} /> }]
            : []),
          ...(independent
            ? [{ label: "Decided by", value: "Somebody who neither trained nor examined the person" }]
            : []),
          ...(nextFrom
            ? [
                {
                  label: "New rules from",
                  value: <DateTime value={nextFrom} timeZone={timeZone} />,
                },
              ]
            : []),
        ]}
      />
    </Section>
  );
}

function Names({ of }: { of: readonly { id: string; title: string; held: boolean }[] }) {
  return (
    <ul>
      {of.map(({ id, title, held }) => (
        <li key={id}>
          <Link to={`/certifications/${id}`} className="link">
            {title}
          </Link>
          {held ? ", which you hold" : ""}
        </li>
      ))}
    </ul>
  );
}
