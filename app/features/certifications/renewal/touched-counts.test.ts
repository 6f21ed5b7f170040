import { expect, it } from "vitest";
import { type Asking, countTouched } from "./touched-counts";
import { whenAsked } from "./touched-words";

/** Who completed "old" owes one lesson of a revision since, which the next one changes again; "new" owes nothing. */
const ask: Asking = (base, kind) => {
  if (kind === "full") return { kind: "full", lessons: 3 };
  if (base === "old") return { kind: "delta", lessons: kind === "delta" ? 2 : 1 };
  return kind === "delta" ? { kind: "delta", lessons: 1 } : { kind: "nothing", lessons: 0 };
};
const group = (completed: string | null, people: number) => ({ team: "", completed, certified: 0, people });

it("counts what a revision asks anew, beside what is owed of earlier ones", () => {
  const counts = countTouched([group("old", 5), group("new", 7), group(null, 2)], ask);
  expect(counts).toMatchObject({
    people: 14,
    completed: 12,
    behind: 5,
    byKind: {
      editorial: { keep: 12, delta: 0, full: 0 },
      delta: { keep: 0, delta: 12, full: 0 },
      full: { keep: 0, delta: 0, full: 12 },
    },
  });
});

it("asks nothing anew of who has to read the same lesson already", () => {
  const same: Asking = () => ({ kind: "delta", lessons: 1 });
  expect(countTouched([group("old", 5)], same).byKind.delta).toEqual({ keep: 5, delta: 0, full: 0 });
});

it("says when the holders of a certificate are asked, and that an endless one asks nobody", () => {
  const [ends, endless] = [
    { title: "Lamps", ends: true },
    { title: "Taught", ends: false },
  ];
  expect(whenAsked([])).toBe("No certification asks for this course.");
  expect(whenAsked([ends])).toBe(
    "Asked for by: Lamps. Nobody loses a certificate. What is asked is asked at its renewal.",
  );
  expect(whenAsked([ends, endless])).toContain("Who holds Taught is not asked: it does not end.");
  expect(whenAsked([endless])).toContain("nobody who holds it is asked anything");
});
