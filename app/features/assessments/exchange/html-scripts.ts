/** Letters set higher or lower, for text that knows neither. */
const PLAIN = "0123456789+-=()n";
const RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿ";
const LOWERED = "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₙ";

/** H₂O and m² where Unicode has the characters, otherwise x^(i+j). */
export function inScript(text: string, script: "sub" | "sup"): string {
  const set = script === "sup" ? RAISED : LOWERED;
  const places = [...text].map((character) => PLAIN.indexOf(character));
  if (places.every((place) => place >= 0)) return places.map((place) => set[place]).join("");
  return `${script === "sup" ? "^" : "_"}${[...text].length === 1 ? text : `(${text})`}`;
}
