import { Link } from "@remix-run/react";
import { clauseNumber } from "~/features/assessments/scoring/score-words";
import { DateTime } from "~/ui/date-time";
import { Facts } from "~/ui/facts";
import { Section } from "~/ui/page";
import { Table, Td, Th } from "~/ui/table";
import { Timeline, TimelineItem } from "~/ui/timeline";
import { OutcomeBadge } from "./outcome-badge";
import type { AwardEvidence, AwardHistory } from "./record-evidence";
import { kindWords, wordOf } from "./record-words";

interface AwardProofProps {
  proof: AwardEvidence;
  recordId: string;
  timeZone: string;
}

/** What a certificate rests on, why it was needed, and what became of it. */
export function AwardProof({ proof, recordId, timeZone }: AwardProofProps) {
  return (
    <>
      <Section title="The certificate">
        <Facts
          items={[
            { label: "Holder's name on it", value: proof.holderName },
            {
              label: "Certificate",
              value: (
                <Link to={`/certificates/${proof.awardId}`} className="link font-mono text-sm">
                  {proof.code}
                </Link>
              ),
            },
            { label: "Cycle", value: `${proof.cycle}` },
            { label: "Required for", value: requiredInWords(proof) },
          ]}
        />
      </Section>
      <Section title="What it rests on" description="The records that met its requirements.">
        <Table caption="Records it rests on" captionHidden>
          <thead>
            <tr>
              <Th>When</Th>
              <Th>What</Th>
              <Th>Outcome</Th>
            </tr>
          </thead>
          <tbody>
            {proof.restsOn.map((record) => (
              <tr key={record.recordId}>
                <Td className="whitespace-nowrap">
                  <DateTime value={record.occurredAt} timeZone={timeZone} format="datetime" />
                </Td>
                <Th scope="row">
                  <Link to={`/audit/records/${record.recordId}`} className="link">
                    {record.title}
                  </Link>
                  <span className="block text-xs font-normal text-muted">
                    {wordOf(kindWords, record.kind)}
                  </span>
                </Th>
                <Td>
                  <OutcomeBadge outcome={record.outcome} score={record.score} />
                </Td>
              </tr>
            ))}
          </tbody>
        </Table>
      </Section>
      <Section title="What became of it">
        <Timeline label="Events of this certificate">
          {proof.history.map((event) => (
            <HistoryItem
              key={event.recordId}
              event={event}
              current={event.recordId === recordId}
              timeZone={timeZone}
            />
          ))}
        </Timeline>
      </Section>
    </>
  );
}

interface HistoryItemProps {
  event: AwardHistory;
  current: boolean;
  timeZone: string;
}

function HistoryItem({ event, current, timeZone }: HistoryItemProps) {
  const { kind, outcome, occurredAt, recordedAt, reason, recordId, actorName, confirmedByName } = event;
  const words = wordOf(kindWords, kind);
  const title = current ? (
    `${words} (this record)`
  ) : (
    <Link to={`/audit/records/${recordId}`} className="link">
      {words}
    </Link>
  );
  return (
    <TimelineItem
      title={title}
      tone={outcome === "revoked" ? "revoked" : "valid"}
      when={<DateTime value={occurredAt} timeZone={timeZone} format="datetime" />}
    >
      Recorded on <DateTime value={recordedAt} timeZone={timeZone} format="datetime" />
      {actorName ? ` by ${actorName}` : ""}
      {confirmedByName ? `, confirmed by ${confirmedByName}` : ""}
      {reason ? `. Reason: ${reason}` : ""}
    </TimelineItem>
  );
}

function requiredInWords({ requiredFor }: AwardEvidence): string {
  if (requiredFor.length === 0) return "Nothing; it was earned without being required";
  return requiredFor
    .map(({ accountability, clause }) =>
      clause ? `${accountability} (clause ${clauseNumber(clause)})` : accountability,
    )
    .join("; ");
}
