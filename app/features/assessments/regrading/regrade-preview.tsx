import { Link } from "@remix-run/react";
import { Facts } from "~/ui/facts";
import { Notice } from "~/ui/notice";
import { Section } from "~/ui/page";
import { Table, Td, Th } from "~/ui/table";
import { count, percent } from "../scoring/score-words";
import type { Crossing, RegradePreview } from "./preview-regrade.server";

/** What a regrade would change, before it is decided. */
export function RegradePreviewShown({ preview }: { preview: RegradePreview }) {
  const { touched, rises, falls, stays, waiting, settled, open, toPass, toFail, tooFew } = preview;
  return (
    <>
      {tooFew.map(({ title, why }) => (
        <Notice key={title} kind="warning" title={`${title} cannot be started any more`}>
          After this, the question is drawn no more. {why} New attempts cannot start until a question is
          added.
        </Notice>
      ))}
      <Facts
        items={[
          { label: "Sittings with this question", value: touched.toLocaleString("en") },
          { label: "Scores", value: `${rises} rise, ${falls} fall, ${stays} stay as they are` },
          { label: "Would now pass", value: toPass.count },
          { label: "Would no longer pass", value: toFail.count },
          ...(waiting > 0
            ? [{ label: "Still to be marked", value: `${waiting}; it counts when they are marked` }]
            : []),
          ...(settled > 0
            ? [
                {
                  label: "Marked by nobody",
                  value: `${settled} no longer have to be marked: they get a result`,
                },
              ]
            : []),
          ...(open > 0
            ? [{ label: "Being answered now", value: `${open}; it counts when they are submitted` }]
            : []),
        ]}
      />
      <Crossings title="Would now pass" crossing={toPass} />
      <Crossings title="Would no longer pass" crossing={toFail} />
      <Notice kind="info">
        Certificates stay. A certificate that was granted on a pass is not taken back when the pass is lost;
        where it should be, revoke it from its page. Who passes by this and has met everything else gets the
        certificate by itself. Everyone concerned finds the new result, and your reason, beside the old one.
      </Notice>
    </>
  );
}

function Crossings({ title, crossing: { count: all, people } }: { title: string; crossing: Crossing }) {
  if (all === 0) return null;
  return (
    <Section
      title={`${title} (${all})`}
      description={
        all > people.length ? `The first ${count(people.length, "person", "people")} by name.` : null
      }
    >
      <Table caption={title} captionHidden>
        <thead>
          <tr>
            <Th>Name</Th>
            <Th>Test</Th>
            <Th numeric>Score now</Th>
            <Th numeric>Score then</Th>
          </tr>
        </thead>
        <tbody>
          {people.map(({ name, test, personId, before, after }, index) => (
            <tr key={index}>
              <Th scope="row">
                {personId ? (
                  <Link to={`/admin/people/${personId}`} className="link">
                    {name}
                  </Link>
                ) : (
                  name
                )}
              </Th>
              <Td>{test}</Td>
              <Td numeric>{percent(before)}</Td>
              <Td numeric>{percent(after)}</Td>
            </tr>
          ))}
        </tbody>
      </Table>
    </Section>
  );
}
