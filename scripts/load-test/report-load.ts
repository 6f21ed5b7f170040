import { show, type Results } from "../bench/figure";
import { ANSWER, ATTEMPT, ATTEMPTS_AT_ONCE, INSERT_FLOOR } from "../bench/measure-portal";
import { met, type Held } from "../bench/report";
import { lostIn, type Tally } from "../portal/tally";
import type { AcknowledgedSittings } from "./acknowledged-sittings";

/** Thirty times what Moodle 4.5 does on two cores. */
const ATTEMPTS_A_SECOND = 93;

export interface Loaded {
  setting: Record<string, string | number>;
  results: Results;
  acknowledged: AcknowledgedSittings;
  tallies: readonly Tally[];
}

export function reportLoad({ setting, results, acknowledged, tallies }: Loaded): void {
  console.log(
    `\n${Object.entries(setting)
      .map(([name, value]) => `${name}: ${value}`)
      .join("; ")}`,
  );
  console.log(
    "A second, and milliseconds; CPU is what the portal spent on each, where it can be told apart.\n",
  );
  console.table(results.table());
  const attempts = results.perSecond(ATTEMPT, ATTEMPTS_AT_ONCE);
  const share = results.best(ANSWER) / results.best(INSERT_FLOOR);
  const held: Held[] = [
    {
      what: "whole attempts a second",
      measured: show(attempts),
      target: `≥ ${ATTEMPTS_A_SECOND}`,
      met: met(attempts, attempts >= ATTEMPTS_A_SECOND),
    },
    {
      what: "an answer saved : Prisma's durable insert",
      measured: share.toFixed(2),
      target: "≥ 0.33",
      met: met(share, share >= 1 / 3),
    },
  ];
  console.table(held);

  console.log(
    `Answers acknowledged: ${acknowledged.answerCount}. Requests cut off or refused, and sent again: ${acknowledged.interrupted}. Second tries that were not refused: ${acknowledged.secondTries}.`,
  );
  console.table(tallies.map((tally) => ({ ...tally, "lost or doubled": tally.acknowledged - tally.found })));
  const wrong = lostIn(tallies);
  console.log(
    wrong === 0
      ? "Nothing that was acknowledged is lost, and nothing is there twice."
      : `${wrong} things are lost or there twice.`,
  );
}
