import { Link } from "@remix-run/react";
import { aboutWords, remedyWords } from "~/features/assessments/appeals/appeal-words";
import { DateTime } from "~/ui/date-time";
import { Fact, Facts } from "~/ui/facts";
import { Section } from "~/ui/page";
import { Table, Td, Th } from "~/ui/table";
import { OutcomeBadge } from "./outcome-badge";
import type { AppealEvidence } from "./record-evidence";
import { kindWords, wordOf } from "./record-words";

interface AppealProofProps {
  proof: AppealEvidence;
  recordId: string;
  timeZone: string;
}

/** An appeal, and the way to every other record of the attempt that it is about. */
export function AppealProof({ proof, recordId, timeZone }: AppealProofProps) {
  const { position, groundsHash, decision, remedy, records } = proof;
  return (
    <>
      <Section title="The appeal">
        <Facts>
          <Fact label="It is about">{aboutWords(position)}</Fact>
          {groundsHash ? (
            <Fact label="Hash of the grounds">
              <code className="text-sm break-all">{groundsHash}</code>
            </Fact>
          ) : null}
          {decision ? (
            <Fact label="It was">
              {decision}
              {decision === "upheld" ? `. ${remedyWords(remedy)}` : ""}
            </Fact>
          ) : null}
        </Facts>
      </Section>
      <Section title="Records of this attempt" description="The oldest first.">
        <Table caption="Records of this attempt" captionHidden>
          <thead>
            <tr>
              <Th>When</Th>
              <Th>What</Th>
              <Th>Outcome</Th>
              <Th>Why</Th>
            </tr>
          </thead>
          <tbody>
            {records.map((record) => (
              <tr key={record.recordId} aria-current={record.recordId === recordId ? "true" : undefined}>
                <Td className="whitespace-nowrap">
                  <DateTime value={record.occurredAt} timeZone={timeZone} format="datetime" />
                </Td>
                <Td>
                  {record.recordId === recordId ? (
                    `${wordOf(kindWords, record.kind)} (this record)`
                  ) : (
                    <Link to={`/audit/records/${record.recordId}`} className="link">
                      {wordOf(kindWords, record.kind)}
                    </Link>
                  )}
                </Td>
                <Td>
                  <OutcomeBadge outcome={record.outcome} />
                </Td>
                <Td className="min-w-48">{record.reason}</Td>
              </tr>
            ))}
          </tbody>
        </Table>
      </Section>
    </>
  );
}
