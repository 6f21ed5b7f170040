import { Link } from "@remix-run/react";
import { resultWords } from "~/features/certifications/sign-offs/mark-words";
import { DateTime } from "~/ui/date-time";
import { Facts } from "~/ui/facts";
import { Section } from "~/ui/page";
import { Table, Td, Th } from "~/ui/table";
import type { SignOffEvidence } from "./record-evidence";

/** What was seen, by whom, against which target; as it was recorded. */
export function SignOffProof({ proof, timeZone }: { proof: SignOffEvidence; timeZone: string }) {
  const moment = (value: string) => <DateTime value={value} timeZone={timeZone} format="datetime" />;
  return (
    <Section
      title="What was observed"
      description={`By the checklist in revision ${proof.revisionNumber}.`}
      actions={
        <Link to={`/sign-offs/${proof.signOffId}`} className="link text-sm">
          The sign-off, with its files
        </Link>
      }
    >
      <Facts
        items={[
          { label: "Observer", value: proof.observer },
          { label: "Begun", value: moment(proof.startedAt) },
          { label: "Signed", value: moment(proof.completedAt) },
          { label: "The observer declared", value: proof.declaration },
          ...(proof.answer?.declaration
            ? [{ label: "The person declared", value: proof.answer.declaration }]
            : []),
          ...(proof.comment ? [{ label: "Comment", value: proof.comment }] : []),
          { label: "Everything required was met", value: proof.met ? "Yes" : "No" },
        ]}
      />
      <Table caption="Criteria" captionHidden>
        <thead>
          <tr>
            <Th>Criterion</Th>
            <Th>Target</Th>
            <Th>Measured</Th>
            <Th>Result</Th>
            <Th>Seen by</Th>
          </tr>
        </thead>
        <tbody>
          {proof.criteria.map((each) => (
            <tr key={each.id}>
              <Th scope="row">
                {each.text}
                {each.required ? "" : " (not required)"}
                {each.note ? (
                  <span className="block font-normal whitespace-pre-line text-muted">{each.note}</span>
                ) : null}
              </Th>
              <Td>{targetOf(each)}</Td>
              <Td className="tabular-nums">
                {each.measured === null ? "" : `${each.measured} ${each.unit}`}
                {each.sample === null ? "" : `, sample of ${each.sample}`}
              </Td>
              <Td>{resultWords[each.result]}</Td>
              <Td>
                {each.seenBy}
                {each.seenAt ? <>, {moment(each.seenAt)}</> : null}
              </Td>
            </tr>
          ))}
        </tbody>
      </Table>
    </Section>
  );
}

function targetOf({ atMost, atLeast, unit }: SignOffEvidence["criteria"][number]): string {
  if (atMost !== null) return `At most ${atMost} ${unit}`;
  return atLeast === null ? "Met or not met" : `At least ${atLeast} ${unit}`;
}
