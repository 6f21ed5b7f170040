/** The figures as a table, and what the product is held to beside what was measured. */
import type { CsvFigure } from "./csv-export";
import { show, type Results } from "./figure";
import { ANSWER, INSERT_FLOOR, LESSON, REACT_FLOOR } from "./measure-portal";
import type { PageWeight } from "./page-weight";

export interface Measured {
  setting: Record<string, string | number>;
  results: Results;
  csv: CsvFigure[];
  weights: PageWeight[];
}

export interface Held {
  what: string;
  measured: string;
  target: string;
  met: string;
}

export function report({ setting, results, csv, weights }: Measured): Held[] {
  console.log(
    `\n${Object.entries(setting)
      .map(([name, value]) => `${name}: ${value}`)
      .join("; ")}`,
  );
  console.log(
    "Answers a second, and milliseconds; CPU is what the server spent on each answer. One figure a round.\n",
  );
  console.table(results.table());
  console.table(
    csv.map(({ records, seconds, perSecond, before, peak, bytes }, round) => ({
      "CSV, round": round + 1,
      records,
      "records/s": show(perSecond),
      seconds: show(seconds),
      MB: show(bytes / 1e6),
      "server before, MB": show(before),
      "at most, MB": show(peak),
    })),
  );
  console.table(
    weights.map(({ requests, html, js, css, other }, round) => ({
      "lesson, cold browser, round": round + 1,
      requests,
      "HTML kB": show(html / 1e3),
      "JS kB": show(js / 1e3),
      "CSS kB": show(css / 1e3),
      "other kB": show(other / 1e3),
    })),
  );
  const held = heldTo({ results, csv, weights });
  console.log(
    "What it is held to (rates: the mean over rounds, at the number of connections where each is best):",
  );
  console.table(held);
  return held;
}

function heldTo({ results, csv, weights }: Pick<Measured, "results" | "csv" | "weights">): Held[] {
  const ratio = (what: string, one: string, other: string, least: number): Held => {
    const share = results.best(one) / results.best(other);
    return {
      what,
      measured: share.toFixed(2),
      target: `≥ ${least.toFixed(2)}`,
      met: met(share, share >= least),
    };
  };
  const rate = csv.reduce((sum, { perSecond }) => sum + perSecond, 0) / csv.length;
  const growth = Math.max(...csv.map(({ before, peak }) => peak - before));
  const js = Math.max(...weights.map((weight) => weight.js));
  const processor = results.leastProcessor(REACT_FLOOR) / results.leastProcessor(LESSON);
  return [
    {
      what: "a lesson : React floor, by processor time",
      measured: processor.toFixed(2),
      target: "≥ 0.50",
      met: met(processor, processor >= 1 / 2),
    },
    ratio("a lesson : React floor", LESSON, REACT_FLOOR, 1 / 2),
    ratio("an answer saved : Prisma's durable insert", ANSWER, INSERT_FLOOR, 1 / 3),
    {
      what: "CSV, records a second",
      measured: show(rate),
      target: "≥ 50,000",
      met: met(rate, rate >= 50_000),
    },
    { what: "CSV, memory that came on top, MB", measured: show(growth), target: "flat", met: "" },
    {
      what: "JavaScript of a lesson, kB compressed",
      measured: show(js / 1e3),
      target: "≤ 110",
      met: met(js, js <= 110_000),
    },
  ];
}

export function met(value: number, isMet: boolean): string {
  if (!Number.isFinite(value)) return "not measured";
  return isMet ? "yes" : "no";
}
