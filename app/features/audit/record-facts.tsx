import { percent } from "~/features/assessments/scoring/score-words";
import { LastDay } from "~/features/certifications/last-day";
import { DateTime } from "~/ui/date-time";
import { Fact, Facts } from "~/ui/facts";
import { OutcomeBadge } from "./outcome-badge";
import type { RecordFacts } from "./record-evidence";
import { clausesInWords, kindWords, placeInWords, wordOf } from "./record-words";

/** Who, what, when, by whom and why. */
export function RecordFactList({ facts, timeZone }: { facts: RecordFacts; timeZone: string }) {
  const { standard, clauses, score, validFrom, validUntil } = facts;
  return (
    <Facts>
      <Fact label="Person">
        {facts.personName}, employee number {facts.employeeNumber}
      </Fact>
      <Fact label="Job role then">{facts.jobRoleName ?? "None"}</Fact>
      <Fact label="Team and region then">{placeInWords(facts.teamName, facts.regionName)}</Fact>
      <Fact label="What happened">
        {wordOf(kindWords, facts.kind)}: {facts.title}, {editionInWords(facts)}
      </Fact>
      <Fact label="Outcome">
        <OutcomeBadge outcome={facts.outcome} />
      </Fact>
      {score === null ? null : <Fact label="Score">{percent(score)}</Fact>}
      {validFrom ? (
        <Fact label="Valid">
          from <DateTime value={validFrom} timeZone={timeZone} />
          {validUntil ? (
            <>
              {" "}
              until <LastDay value={validUntil} timeZone={timeZone} />
            </>
          ) : (
            ", without an end"
          )}
        </Fact>
      ) : null}
      <Fact label="It happened">
        <DateTime value={facts.occurredAt} timeZone={timeZone} format="datetime" />
      </Fact>
      <Fact label="It was recorded">
        <DateTime value={facts.recordedAt} timeZone={timeZone} format="datetime" />
      </Fact>
      <Fact label="Recorded by">{facts.actorName ?? "The portal, by its rules"}</Fact>
      {facts.reason ? <Fact label="Reason">{facts.reason}</Fact> : null}
      {standard || clauses.length > 0 ? (
        <Fact label="Standard and clauses">{clausesInWords(standard, clauses)}</Fact>
      ) : null}
    </Facts>
  );
}

/** Courses record the number of the revision alone. */
export function editionInWords({ edition }: Pick<RecordFacts, "edition">): string {
  return /^\d{1,3}$/.test(edition) ? `revision ${edition}` : edition;
}
