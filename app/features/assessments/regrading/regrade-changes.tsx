import { ArrowDown, ArrowRight, ArrowUp } from "lucide-react";
import { StateBadge } from "~/ui/state-badge";
import { Table, Td, Th } from "~/ui/table";
import { count, percent } from "../scoring/score-words";
import type { ChangedResult, RegradeChanges } from "./regrade-changes.server";

/** Who rose and who fell by the latest regrade. */
export function RegradeChangesShown({ changed, more }: RegradeChanges) {
  if (changed.length === 0)
    return <p className="max-w-[44rem] text-sm text-muted">It has changed nobody’s result so far.</p>;
  const rose = changed.filter((each) => directionOf(each) > 0).length;
  const fell = changed.filter((each) => directionOf(each) < 0).length;
  return (
    <>
      <p className="max-w-[44rem]">
        {more ? `The first ${changed.length} whose result changed: ` : ""}
        {count(rose, "person", "people")} rose and {fell} fell. Each of them was written to.
      </p>
      <Table caption="Results that changed by the latest regrade" captionHidden>
        <thead>
          <tr>
            <Th>Person</Th>
            <Th>Change</Th>
            <Th numeric>Before</Th>
            <Th numeric>Now</Th>
            <Th>Result now</Th>
          </tr>
        </thead>
        <tbody>
          {changed.map((each) => (
            <tr key={each.attemptId}>
              <Th scope="row">{each.name}</Th>
              <Td>
                <Direction of={directionOf(each)} />
              </Td>
              <Td numeric>{each.before ? percent(each.before.score) : "to be marked"}</Td>
              <Td numeric>{percent(each.after.score)}</Td>
              <Td>
                <StateBadge state={each.after.passed ? "passed" : "failed"} />
              </Td>
            </tr>
          ))}
        </tbody>
      </Table>
    </>
  );
}

function directionOf({ before, after }: ChangedResult): number {
  if (!before) return 0;
  return Math.sign(after.score - before.score) || Number(after.passed) - Number(before.passed);
}

function Direction({ of }: { of: number }) {
  const [Icon, word, tone] =
    of > 0
      ? ([ArrowUp, "Rose", "text-valid"] as const)
      : of < 0
        ? ([ArrowDown, "Fell", "text-expired"] as const)
        : ([ArrowRight, "Settled", "text-muted"] as const);
  return (
    <span className={`inline-flex items-center gap-1 ${tone}`}>
      <Icon aria-hidden className="size-4" />
      {word}
    </span>
  );
}
