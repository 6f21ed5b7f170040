import { Link } from "@remix-run/react";
import { count } from "~/features/assessments/scoring/score-words";
import { DateTime } from "~/ui/date-time";
import { Pager } from "~/ui/pager";
import { Section } from "~/ui/page";
import { Table, Td, Th } from "~/ui/table";
import type { certificationRevisions } from "./certification-revisions.server";

interface Props {
  history: NonNullable<Awaited<ReturnType<typeof certificationRevisions>>>;
  timeZone: string;
  /** Certificates link to people only for those who administer. */
  linked: boolean;
}

const causes: Readonly<Record<string, string>> = {
  required: "Required by the job role",
  renewal: "Renewal",
  assigned: "Asked for",
  chosen: "By choice",
  earned: "Before it was asked for",
};

/** Which rules there were, what was awarded by them, and who will be measured by those in force. */
export function RulesOverTime({ history, timeZone, linked }: Props) {
  const { revisions, underWay, total, next } = history;
  return (
    <>
      <Section
        title="Rules over time"
        description="A change never touches what was awarded: a certificate runs to its end by the rules it was earned under."
      >
        <ol className="divide-y divide-line border-y border-line">
          {revisions.map((revision) => (
            <li key={revision.id} className="grid gap-x-10 gap-y-2 py-4 md:grid-cols-2">
              <div>
                <h3 className="font-semibold">
                  Revision {revision.number}, edition {revision.edition}
                </h3>
                <p className="text-sm text-muted">
                  Published on <DateTime value={revision.publishedAt} timeZone={timeZone} />
                  {revision.inForceFrom ? (
                    <>
                      , {revision.replaced ? "to be in force from" : "in force from"}{" "}
                      <DateTime value={revision.inForceFrom} timeZone="UTC" />
                    </>
                  ) : null}
                </p>
                {revision.replaced ? (
                  <p className="text-sm text-muted">Replaced before it came into force</p>
                ) : null}
                <p className="mt-1 text-sm">
                  {count(revision.granted, "certificate")} awarded under it, {revision.valid} of them valid
                  today
                </p>
              </div>
              {revision.changes === null ? (
                <p className="text-sm text-muted">The first rules</p>
              ) : revision.changes.length > 0 ? (
                <ul className="grid content-start gap-1 text-sm">
                  {revision.changes.map((change) => (
                    <li key={change}>{change}</li>
                  ))}
                </ul>
              ) : (
                <p className="text-sm text-muted">The same rules as before</p>
              )}
            </li>
          ))}
        </ol>
      </Section>
      <Section
        title="On the way to it"
        description={`${total === 1 ? "One person is" : `${total} people are`} working towards it. They meet the rules that are in force on the day they finish.`}
      >
        {underWay.length > 0 ? (
          <>
            <Table caption="People who are working towards it" captionHidden>
              <thead>
                <tr>
                  <Th>Person</Th>
                  <Th>Why</Th>
                  <Th>Since</Th>
                </tr>
              </thead>
              <tbody>
                {underWay.map(({ cycleId, personId, name, cause, openedAt }) => (
                  <tr key={cycleId}>
                    <Th scope="row">
                      {linked ? (
                        <Link to={`/admin/people/${personId}`} className="link">
                          {name}
                        </Link>
                      ) : (
                        name
                      )}
                    </Th>
                    <Td>{causes[cause] ?? cause}</Td>
                    <Td>
                      <DateTime value={openedAt} timeZone={timeZone} />
                    </Td>
                  </tr>
                ))}
              </tbody>
            </Table>
            <Pager next={next && `?after=${next}`} />
          </>
        ) : null}
      </Section>
    </>
  );
}
