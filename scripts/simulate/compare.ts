/** Holds what the product says beside what the reference says, person by person. */
import { plainAward } from "../../tests/setup/plain-standing";
import type { AsOf } from "~/features/certifications/certification-rules";
import type { AppProcess } from "./processes";
import { DAY } from "./events";
import { heldValues } from "./held";
import type { Reference } from "./reference";
import { countsSince } from "./reference-awards";

export interface Difference {
  readonly product: number;
  readonly reference: number;
  readonly differences: readonly string[];
}

export interface Compared {
  readonly moment: Date;
  /** People's certifications by what they stand at. */
  readonly states: ReadonlyMap<string, { readonly product: number; readonly reference: number }>;
  /** The same moments as they are seen now, and as they were seen then. */
  readonly earlier: Difference;
  readonly coverage: Difference;
  readonly runs: Difference;
  readonly differences: readonly string[];
}

export async function compareNow(
  product: AppProcess,
  reference: Reference,
  regions: ReadonlyMap<string, string>,
  moment: Date,
  before: readonly Date[],
): Promise<Compared> {
  const asOf = { effective: moment, known: moment };
  const [said, counted] = [await product.do("standings", asOf), referenceStandings(reference, asOf)];
  const states = new Map<string, { product: number; reference: number }>();
  const add = (line: string, side: "product" | "reference") => {
    const [status] = line.split(" ") as [string];
    const row = states.get(status) ?? { product: 0, reference: 0 };
    row[side]++;
    states.set(status, row);
  };
  for (const line of said.values()) add(line, "product");
  for (const line of counted.values()) add(line, "reference");

  const pasts = before.flatMap((effective) => [
    { effective, known: effective },
    { effective, known: moment },
    { effective: new Date(effective.getTime() - 9.5 * DAY), known: effective },
  ]);
  const earlier = { product: 0, reference: 0, differences: [] as string[] };
  for (const past of pasts) {
    const [then, plain] = [await product.do("standings", past), referenceStandings(reference, past)];
    earlier.product += then.size;
    earlier.reference += plain.size;
    earlier.differences.push(...differing(then, plain));
  }
  const [sums, plainSums] = [await product.do("coverage", null), referenceCoverage(reference, regions, asOf)];
  return {
    moment,
    states: new Map([...states].sort()),
    earlier,
    coverage: { product: sums.size, reference: plainSums.size, differences: differing(sums, plainSums) },
    runs: compareRuns(reference, await product.do("runs", null), asOf),
    differences: differing(said, counted),
  };
}

export async function compareAwards(product: AppProcess, reference: Reference): Promise<Difference> {
  const said = await product.do("awards", null);
  const counted = [...reference.people.values()].flatMap(({ key, awards }) =>
    awards.map(({ certification, ...dates }) =>
      [
        key,
        certification,
        ...[dates.validFrom, dates.validUntil, dates.recordedAt].map((date) => date?.toISOString()),
      ].join(" "),
    ),
  );
  return { product: said.length, reference: counted.length, differences: differingLines(said, counted) };
}

function referenceStandings(reference: Reference, asOf: AsOf): Map<string, string> {
  const lines = new Map<string, string>();
  for (const person of reference.people.values())
    for (const certification of reference.definitions.keys()) {
      const standing = reference.standing(person, certification, asOf);
      if (!standing) continue;
      const due = standing.dueBy === null ? "-" : new Date(standing.dueBy).toISOString();
      lines.set(`${person.key} ${certification}`, `${standing.status} ${due}`);
    }
  return lines;
}

function referenceCoverage(
  reference: Reference,
  regions: ReadonlyMap<string, string>,
  asOf: AsOf,
): Map<string, string> {
  const sums = new Map<string, [number, number, number]>();
  for (const person of reference.people.values()) {
    if (!person.isEmployed(asOf)) continue;
    const region = regions.get(heldValues(person.teams, asOf)[0] ?? "") ?? "";
    for (const jobRole of heldValues(person.jobRoles, asOf))
      for (const certification of reference.requiredOf(jobRole, asOf)) {
        const { status } = reference.standing(person, certification, asOf)!;
        const place = status === "valid" ? 0 : status === "due" || status === "grace" ? 1 : 2;
        const key = `${region} ${jobRole}-${certification}`;
        const sum = sums.get(key) ?? [0, 0, 0];
        sum[place]++;
        sums.set(key, sum);
      }
  }
  return new Map([...sums].map(([key, sum]) => [key, sum.join(" ")]));
}

/**
 * A run is open, and only one, for everything that somebody owes and can do something about now; and for nobody who owes
 * nothing and was asked nothing.
 */
function compareRuns(reference: Reference, open: readonly string[], asOf: AsOf): Difference {
  const owed: string[] = [];
  const required = new Set<string>();
  for (const person of reference.people.values())
    for (const certification of reference.definitions.keys()) {
      const standing = reference.standing(person, certification, asOf);
      const key = `${person.key} ${certification}`;
      if (standing?.required || person.openAsk(certification)) required.add(key);
      if (!standing?.required) continue;
      const own = person.awardsOf(certification).flatMap((award) => plainAward(award, asOf) ?? []);
      if (countsSince(own, asOf.effective) === null) continue;
      if (standing.status !== "valid" || standing.award!.opens <= asOf.effective.getTime()) owed.push(key);
    }
  const there = new Set(open);
  const seen = new Set<string>();
  return {
    product: open.length,
    reference: owed.length,
    differences: [
      ...owed.filter((key) => !there.has(key)).map((key) => `${key}: owed, and no run is open`),
      ...open.filter((key) => !required.has(key)).map((key) => `${key}: a run is open that nobody asks for`),
      ...open.filter((key) => seen.has(key) || !seen.add(key)).map((key) => `${key}: two runs are open`),
    ],
  };
}

function differing(product: ReadonlyMap<string, string>, reference: ReadonlyMap<string, string>): string[] {
  return [...new Set([...product.keys(), ...reference.keys()])]
    .filter((key) => product.get(key) !== reference.get(key))
    .map(
      (key) =>
        `${key}: product ${product.get(key) ?? "nothing"}, reference ${reference.get(key) ?? "nothing"}`,
    );
}

function differingLines(product: readonly string[], reference: readonly string[]): string[] {
  const [said, counted] = [new Set(product), new Set(reference)];
  return [
    ...product.filter((line) => !counted.has(line)).map((line) => `only in the product: ${line}`),
    ...reference.filter((line) => !said.has(line)).map((line) => `only in the reference: ${line}`),
  ];
}
