import { describe, expect, it } from "vitest";
import { askedSince, readAs, readingCountsFrom } from "./asked-again";
import type { ChangeKind } from "./change-kinds";
import { judgeChange } from "./judge-change";
import { lessonChanges } from "./lesson-changes";
import { answersDiffer, contentHash, figuresIn } from "./lesson-content";

const lesson = (slug: string, snapshotHash = slug, title = slug, content: string | null = null) => ({
  slug,
  title,
  summary: "",
  minutes: 1,
  snapshotHash,
  content,
});

describe("the changes from one revision to another", () => {
  it("name each lesson once, with the greatest change", () => {
    const before = [lesson("a"), lesson("b"), lesson("c"), lesson("d")];
    const after = [lesson("a"), lesson("c"), lesson("b", "b2"), lesson("e"), lesson("c2")];
    const changes = lessonChanges(before, after).map(({ slug, change }) => `${slug} ${change}`);
    expect(changes).toEqual(["a unchanged", "c moved", "b changed", "e new", "c2 new", "d removed"]);
    expect(lessonChanges(before, [lesson("a", "a", "A new title")])[0]!.change).toBe("details");
  });

  it("do not count a lesson that only looks different", () => {
    const changes = lessonChanges([lesson("a", "a1", "a", "says")], [lesson("a", "a2", "a", "says")]);
    expect(changes[0]!.change).toBe("unchanged");
  });
});

/** "a1 b1" is lesson a with snapshot a1, then lesson b with snapshot b1. */
function history(...steps: [kind: ChangeKind | null, lessons: string][]) {
  return steps.map(([change, lessons], index) => ({
    id: `r${index + 1}`,
    change,
    publishedAt: new Date(index),
    lessons: lessons.split(" ").map((hash) => lesson(hash.slice(0, 1), hash)),
  }));
}

function asked(base: string, ...steps: Parameters<typeof history>) {
  const { kind, lessons } = askedSince(base, history(...steps));
  return [kind, ...lessons.map(({ slug }) => slug)].join(" ");
}

describe("what is asked of who completed an earlier revision", () => {
  it.each<[what: string, base: string, expected: string, steps: Parameters<typeof history>]>([
    ["nothing of the one in force", "r1", "nothing", [[null, "a1 b1"]]],
    [
      "nothing after an editorial one",
      "r1",
      "nothing",
      [
        [null, "a1 b1"],
        ["editorial", "a2 b1"],
      ],
    ],
    [
      "nothing after several editorial ones",
      "r1",
      "nothing",
      [
        [null, "a1 b1"],
        ["editorial", "a2 b1"],
        ["editorial", "a3 b2"],
      ],
    ],
    [
      "changed and new lessons",
      "r1",
      "delta b c",
      [
        [null, "a1 b1"],
        ["delta", "a1 b2 c1"],
      ],
    ],
    [
      "nothing when lessons only moved or went",
      "r1",
      "nothing",
      [
        [null, "a1 b1 c1"],
        ["delta", "b1 a1"],
      ],
    ],
    [
      "the sum of several deltas",
      "r1",
      "delta a b",
      [
        [null, "a1 b1 c1"],
        ["delta", "a2 b1 c1"],
        ["delta", "a2 b2 c1"],
      ],
    ],
    [
      "not what was changed and changed back",
      "r1",
      "delta b",
      [
        [null, "a1 b1"],
        ["delta", "a2 b1"],
        ["delta", "a1 b2"],
      ],
    ],
    [
      "not the editorial part between deltas",
      "r1",
      "delta b",
      [
        [null, "a1 b1"],
        ["editorial", "a2 b1"],
        ["delta", "a2 b2"],
      ],
    ],
    [
      "a delta that an editorial one followed",
      "r1",
      "delta a",
      [
        [null, "a1 b1"],
        ["delta", "a2 b1"],
        ["editorial", "a3 b2"],
      ],
    ],
    [
      "everything after a full one, also when a delta followed",
      "r1",
      "full a b",
      [
        [null, "a1 b1"],
        ["full", "a1 b1"],
        ["delta", "a1 b2"],
      ],
    ],
    [
      "only the delta of who completed the full one",
      "r2",
      "delta b",
      [
        [null, "a1 b1"],
        ["full", "a2 b1"],
        ["delta", "a2 b2"],
      ],
    ],
    ["everything of who completed something unknown", "r9", "full a", [[null, "a1"]]],
  ])("%s", (_, base, expected, steps) => expect(asked(base, ...steps)).toBe(expected));
});

describe("reading", () => {
  it("counts for what editorial revisions made of the lesson, but not across a delta that changed it", () => {
    const steps = history(
      [null, "a1 b1"],
      ["editorial", "a2 b1"],
      ["delta", "a2 b2"],
      ["editorial", "a3 b2"],
    );
    expect([...readAs(steps).get("a")!]).toEqual(["a3", "a2", "a1"]);
    expect([...readAs(steps).get("b")!]).toEqual(["b2"]);
    expect(readingCountsFrom(steps)).toBeNull();
  });

  it("counts from the last full revision on, and not as what was there before it", () => {
    const steps = history([null, "a1"], ["full", "a1"], ["editorial", "a2"]);
    expect(readingCountsFrom(steps)).toEqual(new Date(1));
    expect([...readAs(steps).get("a")!]).toEqual(["a2", "a1"]);
  });
});

describe("the kind of a change", () => {
  const check = (choices: string[], ...right: number[]) => ({ choices, right });
  const judged = (slug: string, content = slug, checks: Record<string, ReturnType<typeof check>> = {}) => ({
    slug,
    title: slug,
    content,
    figures: figuresIn({ text: content, segments: [], checks: {} }),
    checks: new Map(Object.entries(checks)),
  });

  it("is proposed by how much of it says something else", () => {
    const before = [judged("a"), judged("b")];
    expect(judgeChange(before, [judged("b"), judged("a")]).proposed).toBe("editorial");
    expect(judgeChange(before, [judged("a"), judged("b", "b with more")]).proposed).toBe("delta");
    expect(judgeChange(before, [judged("a", "a with more"), judged("c")]).proposed).toBe("full");
  });

  it("is not editorial with a new lesson, a new check or another right answer", () => {
    const before = [judged("a", "a", { one: check(["x", "y", "z"], 0) })];
    const objections = (...after: ReturnType<typeof judged>[]) => judgeChange(before, after).notEditorial;
    expect(objections(judged("a", "a with other words", { one: check(["x", "y", "z"], 0) }))).toEqual([]);
    expect(objections(...before, judged("b"))).toEqual(["The lesson “b” is new."]);
    expect(objections(judged("a", "a with other words", { two: check(["x", "y"], 0) }))).toEqual([
      "The lesson “a” has a new knowledge check, “two”.",
      "The lesson “a” has lost its knowledge check “one”.",
    ]);
    expect(objections(judged("a", "a with other words", { one: check(["x", "y", "z"], 1) }))[0]).toContain(
      "right answer",
    );
  });

  it("is not editorial where a lesson is gone, nor where figures are others than before", () => {
    const before = [judged("a", "At most 1,000 dollars within 30 days, in 1.5 hours, 30 days")];
    const objections = (text: string) => judgeChange(before, [judged("a", text)]).notEditorial;
    expect(objections("Within 30 days at most 1’000 dollars; 1.5 hours")).toEqual([]);
    expect(objections("At most 1,000 dollars within 14 days, in 1.5 hours, 14 days")).toEqual([
      "The lesson “a” has figures that it did not have before: 14.",
      "The lesson “a” has lost figures: 30.",
    ]);
    expect(objections("1 2 3 4 5 6")[0]).toContain(" and others.");
    const dropped = judgeChange([...before, judged("b")], before);
    expect(dropped).toEqual({
      proposed: "delta",
      because: "1 lesson is gone.",
      notEditorial: ["The lesson “b” is gone."],
    });
  });

  it.each([
    ["1,000 and 12,345,678 and 0.125 and 0,125", ["1000", "12345678", "0.125", "0,125"]],
    [
      "Entered 192 215 at -80 °C, −5 °C, 5-10 or ISO-9001 and ½",
      ["192", "215", "-80", "−5", "5", "10", "9001", "½"],
    ],
    ["2026-03-02, 3.14 and 3.14.", ["2026", "03", "02", "3.14"]],
    ["٣٠ days", ["٣٠"]],
  ])("reads the figures in “%s”", (text, figures) => {
    expect([...figuresIn({ text, segments: [], checks: {} })]).toEqual(figures);
  });

  it("reads the figures of knowledge checks and of what they explain", () => {
    const figures = figuresIn({
      text: "",
      segments: [
        {
          kind: "knowledge-check",
          id: "c",
          question: "<p>In 1 day, isn&#x27;t it?</p>",
          multiple: false,
          choices: [{ id: "c7", html: '<span class="a8">2</span>' }],
        },
      ],
      checks: { c: { correct: ["c7"], why: { c7: "3 of them" }, explanation: "<p>4</p>" } },
    });
    expect([...figures]).toEqual(["1", "2", "3", "4"]);
  });

  it("looks at the right words, not at where they stand", () => {
    expect(answersDiffer(check(["x", "y", "z"], 0), check(["z", "y", "x"], 2))).toBe(false);
    expect(answersDiffer(check(["x", "y", "z"], 0), check(["y", "x", "z"], 0))).toBe(true);
    expect(answersDiffer(check(["x", "y", "z"], 0), check(["X", "y", "z"], 0))).toBe(false);
    expect(answersDiffer(check(["x", "y", "z"], 0), check(["x", "y", "z"], 0, 1))).toBe(true);
  });

  it("is about words, pictures, links and checks, not about markup", () => {
    const says = (html: string, text = "Words") => ({
      text,
      segments: [{ kind: "html" as const, html }],
      checks: {},
    });
    const before = contentHash(says("<p>Words</p>"));
    expect(contentHash(says("<p><em>Words</em></p>"))).toBe(before);
    expect(contentHash(says("<p>Words</p>", "Other words"))).not.toBe(before);
    expect(contentHash(says('<p>Words</p><img src="/files/1/a.png">'))).not.toBe(before);
  });
});
