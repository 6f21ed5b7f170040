import { EmptyState } from "~/ui/empty-state";
import { Section } from "~/ui/page";
import { Pager } from "~/ui/pager";
import type { CoverageAnswer } from "./coverage-answer";
import { coverageSearch, type Place } from "./coverage-question";
import { StoppedList } from "./stopped-list";

interface StoppedSectionProps {
  question: Parameters<typeof coverageSearch>[0] & { cursor: object | null };
  answer: Pick<CoverageAnswer, "stopped" | "nextStopped">;
  address: (place: Place) => string;
}

/** Who must stop which work, page by page, and as a file. */
export function StoppedSection({ question, answer, address }: StoppedSectionProps) {
  const { stopped, nextStopped } = answer;
  const at = (after: typeof nextStopped) => `/coverage${coverageSearch({ ...question, after })}`;
  return (
    <Section
      title="Work that must stop"
      description="Required, not held, and the time to earn it is over, in all job roles."
      actions={
        stopped.length > 0 ? (
          <a href={`/coverage/work-to-stop.csv${coverageSearch(question)}`} className="link text-sm" download>
            Download as CSV
          </a>
        ) : null
      }
    >
      {stopped.length > 0 ? (
        <StoppedList people={stopped} addressOf={(id) => address({ kind: "person", id })} />
      ) : (
        <EmptyState title="No work has to stop">
          Everyone holds what their accountabilities require, or still has time to earn it.
        </EmptyState>
      )}
      <Pager
        label="Pages of work that must stop"
        next={nextStopped && at(nextStopped)}
        first={question.cursor && at(null)}
      />
    </Section>
  );
}
