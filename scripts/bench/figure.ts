/** One measurement. */
export interface Figure {
  perSecond: number;
  p50: number;
  p95: number;
  /** Milliseconds of processor time that the server spent on each answer. */
  cpu: number;
  /** Answers that were not what was asked for: a figure with any is worth nothing. */
  failed: number;
}

/** What a load generator counted. */
export interface Counted {
  /** Milliseconds of each answer. */
  times: number[];
  seconds: number;
  failed: number;
}

/** `processor`: seconds that the server's processes used meanwhile. */
export function figureOf({ times, seconds, failed }: Counted, processor: number): Figure {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN;
  const cpu = (processor * 1_000) / times.length;
  return { perSecond: times.length / seconds, p50: at(0.5), p95: at(0.95), cpu, failed };
}

/** One line of the table: the same thing measured in every round. */
export interface Line {
  what: string;
  connections: number;
  rounds: Figure[];
}

export class Results {
  readonly lines: Line[] = [];

  constructor(private readonly only: RegExp) {}

  /** Whether this was asked for: a part of the figures is measured faster than all. */
  wants(what: string): boolean {
    return this.only.test(what);
  }

  add(what: string, connections: number, figure: Figure): void {
    const found = this.lines.find((line) => line.what === what && line.connections === connections);
    if (found) found.rounds.push(figure);
    else this.lines.push({ what, connections, rounds: [figure] });
    console.log(
      `  ${describe(what, connections)}: ${show(figure.perSecond)}/s, p50 ${show(figure.p50)} ms, p95 ${show(figure.p95)} ms, CPU ${show(figure.cpu)} ms${figure.failed ? `, ${figure.failed} FAILED` : ""}`,
    );
  }

  /** The mean over rounds; NaN when it was not measured. */
  perSecond(what: string, connections: number): number {
    const { rounds = [] } =
      this.lines.find((line) => line.what === what && line.connections === connections) ?? {};
    return rounds.reduce((sum, { perSecond }) => sum + perSecond, 0) / rounds.length;
  }

  table() {
    return this.lines.map(row);
  }

  /** The least processor time of an answer, in milliseconds. */
  leastProcessor(what: string): number {
    const figures = this.lines.filter((line) => line.what === what).flatMap((line) => line.rounds);
    return Math.min(...figures.map(({ cpu }) => cpu));
  }

  best(what: string): number {
    const of = this.lines
      .filter((line) => line.what === what)
      .map((line) => this.perSecond(what, line.connections));
    return Math.max(...of);
  }
}

function row({ what, connections, rounds }: Line) {
  const each = (of: "perSecond" | "p50" | "p95" | "cpu") =>
    rounds.map((figure) => show(figure[of])).join(" / ");
  const failed = rounds.reduce((sum, figure) => sum + figure.failed, 0);
  return {
    what,
    "at a time": connections,
    "per second": each("perSecond"),
    p50: each("p50"),
    p95: each("p95"),
    CPU: each("cpu"),
    failed,
  };
}

function describe(what: string, connections: number): string {
  return `${what}, ${connections} at a time`;
}

export function show(value: number): string {
  if (!Number.isFinite(value)) return "–";
  return value >= 100 ? Math.round(value).toLocaleString("en") : value.toPrecision(3);
}
