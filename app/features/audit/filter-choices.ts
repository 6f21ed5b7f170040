/** What can be chosen in each filter of the records. */
export type ChoiceName =
  "team" | "region" | "role" | "course" | "test" | "certification" | "standard" | "clause";

export interface FilterChoice {
  readonly value: string;
  readonly label: string;
}
export type FilterChoices = Readonly<Record<ChoiceName, readonly FilterChoice[]>>;
