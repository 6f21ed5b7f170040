/** The address of a page of coverage: where, on which day, as known on which day, and how far down its lists. Pure. */
import type { CertifiedQuestion } from "../certified-question";
import { readCertifiedQuestion } from "../certified-question";
import type { CountedAt } from "./coverage-totals.server";

export interface Place {
  readonly kind: "region" | "team" | "person";
  readonly id: string;
}

export interface CoverageQuestion extends Pick<
  CertifiedQuestion,
  "on" | "known" | "asOf" | "errors" | "cursor"
> {
  /** Null: everything that the reader may see. */
  readonly place: Place | null;
  /** Null: the one with most work that must stop. */
  readonly jobRole: string | null;
  /** The heat map goes on after this row. */
  readonly rowsAfter: RowCursor | null;
  /** Null for this moment, otherwise the last moment of the day. */
  readonly countedAt: CountedAt;
  /** What is known now, and not what was known on an earlier day. */
  readonly knownNow: boolean;
}

export interface RowCursor {
  readonly name: string;
  readonly id: string;
}

/** One day for everybody, whatever their time zone: totals are counted by it. */
export const COVERAGE_ZONE = "UTC";

const ID = /^[\w.-]{1,200}$/;
const ROW = /^([\w.-]{0,200}):(.{0,200})$/su;

export function readCoverageQuestion(address: URLSearchParams, moment: Date): CoverageQuestion {
  const { on, known, asOf, errors, cursor } = readCertifiedQuestion(address, COVERAGE_ZONE, moment);
  const named = (name: string) => {
    const value = address.get(name)?.trim() ?? "";
    return ID.test(value) ? value : null;
  };
  const place = (["person", "team", "region"] as const).flatMap((kind) => {
    const id = named(kind);
    return id === null ? [] : [{ kind, id }];
  })[0];
  const [, id, name] = ROW.exec(address.get("rows") ?? "") ?? [];
  return {
    on,
    known,
    asOf,
    errors,
    cursor: cursor?.direction === "after" ? cursor : null,
    place: place ?? null,
    jobRole: named("role"),
    rowsAfter: id !== undefined && name !== undefined && !name.includes("\0") ? { id, name } : null,
    countedAt: asOf.effective.getTime() === moment.getTime() ? null : asOf.effective,
    knownNow: asOf.known.getTime() === moment.getTime(),
  };
}

interface Asked {
  readonly place: Place | null;
  readonly on: string;
  readonly known: string;
  readonly jobRole?: string | null | undefined;
  readonly rowsAfter?: RowCursor | null;
  readonly after?: { readonly personId: string; readonly name: string } | null;
}

export function coverageSearch({ place, on, known, jobRole, rowsAfter, after }: Asked): string {
  const search = new URLSearchParams();
  if (place) search.set(place.kind, place.id);
  search.set("on", on);
  search.set("known", known);
  if (jobRole) search.set("role", jobRole);
  if (rowsAfter) search.set("rows", `${rowsAfter.id}:${rowsAfter.name}`);
  if (after) search.set("after", `${after.personId}_${after.name}`);
  return `?${search}`;
}
