/** "Who was certified for X on date D, as far as we knew on date K?": the form of the audit's first page. */
import { dayInWords, dayOf, endOfDay, isDay, type Day } from "~/features/people/calendar";

export type CertifiedView = "certified" | "missing";

export interface PersonCursor {
  readonly direction: "after" | "before";
  readonly name: string;
  readonly personId: string;
}

export interface CertifiedQuestion {
  /** Null: the first one there is. */
  readonly certification: string | null;
  readonly view: CertifiedView;
  /** As typed, or today. */
  readonly on: Day;
  readonly known: Day;
  readonly asOf: { readonly effective: Date; readonly known: Date };
  /** The page begins after this person, or ends before. */
  readonly cursor: PersonCursor | null;
  readonly errors: Readonly<Partial<Record<"certification" | "on" | "known", string[]>>>;
}

const LONGEST = 200;
const CURSOR = /^([\w-]{1,64})_(.{0,200})$/su;

/** A day is taken at its end, and today as it is at this moment. */
export function readCertifiedQuestion(
  address: URLSearchParams,
  timeZone: string,
  moment: Date,
): CertifiedQuestion {
  const today = dayOf(moment, timeZone);
  const errors: Partial<Record<"certification" | "on" | "known", string[]>> = {};
  const [on, known] = (["on", "known"] as const).map((name) => {
    const typed = address.get(name)?.trim() || today;
    if (!isDay(typed)) errors[name] = ["Use a date such as 2026-03-04."];
    return typed.slice(0, LONGEST);
  }) as [Day, Day];
  if (!errors.known && known > today)
    errors.known = [`Nothing is known yet of ${dayInWords(known)}. Use today or an earlier day.`];

  const certification = address.get("certification")?.trim() || null;
  if (certification && !/^[\w.-]{1,200}$/.test(certification))
    errors.certification = ["There is no such certification. Choose one from the list."];
  const instant = (name: "on" | "known", day: Day) =>
    errors[name] || day === today ? moment : new Date(endOfDay(day, timeZone).getTime() - 1);
  return {
    certification,
    view: address.get("view") === "missing" ? "missing" : "certified",
    on,
    known,
    asOf: { effective: instant("on", on), known: instant("known", known) },
    cursor: readCursor(address),
    errors,
  };
}

/** A damaged one leads to the first page. */
function readCursor(address: URLSearchParams): PersonCursor | null {
  for (const direction of ["after", "before"] as const) {
    const [, personId, name] = CURSOR.exec(address.get(direction) ?? "") ?? [];
    if (personId && name !== undefined && !name.includes("\0")) return { direction, personId, name };
  }
  return null;
}

type Asked = Pick<CertifiedQuestion, "certification" | "view" | "on" | "known">;

export function certifiedSearch({ certification, view, on, known }: Asked, cursor?: PersonCursor): string {
  const search = new URLSearchParams({ ...(certification ? { certification } : {}), on, known });
  if (view === "missing") search.set("view", view);
  if (cursor) search.set(cursor.direction, `${cursor.personId}_${cursor.name}`);
  return `?${search}`;
}
