/** What somebody chose to do with a faulty question, as it stands in an address. Pure. */
import type { Treatment } from "../scoring/score-attempt";

export const TREATMENTS = ["full-credit", "drop", "new-key"] as const;

/** What a new key is made of; each kind of question reads its own part. */
export interface KeyInput {
  /** Ids of right options or areas. */
  readonly right?: readonly string[];
  readonly value?: string;
  readonly tolerance?: string;
  /** Further answers, one a line. */
  readonly accept?: string;
  /** By step: its place, from 1. */
  readonly places?: Readonly<Record<string, string>>;
  /** By stem or gap: the option. */
  readonly pairs?: Readonly<Record<string, string>>;
}

export interface RegradeChoice {
  readonly treatment: Treatment["kind"];
  readonly newKey?: KeyInput;
}

/** The fields of the form, for a browser without JavaScript as well. */
export const placeField = (id: string) => `place.${id}`;
export const pairField = (id: string) => `pair.${id}`;

/** @returns null when nothing is chosen yet */
export function readChoice(params: URLSearchParams): RegradeChoice | null {
  const treatment = TREATMENTS.find((known) => known === params.get("treatment"));
  if (!treatment) return null;
  return treatment === "new-key" ? { treatment, newKey: readKeyInput(params) } : { treatment };
}

function readKeyInput(params: URLSearchParams): KeyInput {
  const text = (name: string) => params.get(name) ?? "";
  return {
    right: params.getAll("right"),
    value: text("value"),
    tolerance: text("tolerance"),
    accept: text("accept"),
    places: under(params, "place."),
    pairs: under(params, "pair."),
  };
}

function under(params: URLSearchParams, prefix: string): Record<string, string> {
  return Object.fromEntries(
    [...params].flatMap(([name, value]) =>
      name.startsWith(prefix) ? [[name.slice(prefix.length), value] as const] : [],
    ),
  );
}
