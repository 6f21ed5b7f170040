import { CircleAlert, CircleCheck, Clock, type LucideIcon } from "lucide-react";
import type { ReactNode } from "react";
import { DateTime } from "~/ui/date-time";
import { classNames } from "~/ui/class-names";
import type { RecordEvidence } from "./record-evidence";

interface Check {
  icon: LucideIcon;
  tone: string;
  title: string;
  children: ReactNode;
}

const good = { icon: CircleCheck, tone: "text-valid" };
const bad = { icon: CircleAlert, tone: "text-expired" };

/** What was checked while this page was made, each with its result in words. */
export function RecordChecks({ evidence, timeZone }: { evidence: RecordEvidence; timeZone: string }) {
  const { proof } = evidence;
  const checks = [
    ledgerCheck(evidence, timeZone),
    recordCheck(evidence),
    ...(proof?.kind === "test" ? [scoreCheck(proof.differences)] : []),
  ];
  return (
    <ul className="grid gap-3 rounded-md border border-line bg-surface p-4">
      {checks.map(({ icon: Icon, tone, title, children }) => (
        <li key={title} className="flex gap-3">
          <Icon aria-hidden className={classNames("mt-0.5 size-5 shrink-0", tone)} />
          <div className="min-w-0">
            <p className="font-medium">{title}</p>
            <div className="text-sm text-muted">{children}</div>
          </div>
        </li>
      ))}
    </ul>
  );
}

function ledgerCheck({ ledger }: RecordEvidence, timeZone: string): Check {
  const { place } = ledger.entry;
  if (!place)
    return {
      icon: Clock,
      tone: "text-due",
      title: "Not sealed yet",
      children: "The entry waits for its place in the ledger. The portal seals what waits every few seconds.",
    };
  const { checkpoint, leafIndex, verified } = place;
  const size = checkpoint.size.toLocaleString("en-US");
  if (!verified)
    return {
      ...bad,
      title: "This entry does not fit the signed tree",
      children: `Worked out again just now, entry ${leafIndex} does not lead to the root of the tree of ${size} entries, or the signature of that tree is false. Run npx attest ledger verify to see what was changed.`,
    };
  return {
    ...good,
    title: `This entry is in the tree of ${size} entries`,
    children: (
      <>
        Worked out again just now from the entry and its proof. The tree was signed on{" "}
        <DateTime value={checkpoint.sealedAt} timeZone={timeZone} format="datetime" />.
      </>
    ),
  };
}

function recordCheck({ ledger }: RecordEvidence): Check {
  if (ledger.differences.length > 0)
    return {
      ...bad,
      title: "The record is not what was recorded",
      children: (
        <ul className="list-disc pl-5">
          {ledger.differences.map((difference) => (
            <li key={difference}>{difference}</li>
          ))}
        </ul>
      ),
    };
  if (ledger.erased)
    return {
      icon: Clock,
      tone: "text-muted",
      title: "The person was erased from the ledger",
      children:
        "What the entry says openly agrees with the record; what it says about the person can no longer be opened.",
    };
  return {
    ...good,
    title: "The record is what was recorded",
    children: "Person, outcome, dates, reason and document all match what the ledger entry committed to.",
  };
}

function scoreCheck(differences: readonly string[]): Check {
  if (differences.length === 0)
    return {
      ...good,
      title: "Scored again, the result is the same",
      children: "The paper was scored again just now from the question versions it pinned.",
    };
  return {
    ...bad,
    title: "Scored again, the result is not the same",
    children: (
      <ul className="list-disc pl-5">
        {differences.map((difference) => (
          <li key={difference}>{difference}</li>
        ))}
      </ul>
    ),
  };
}
