import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { AnswerQueue, type Outside, type QueueView, type Reply } from "./answer-queue";
import type { SavedAnswers } from "./attempt-view";
import type { Fields, Kept, Unsent } from "./unsent-answers";

const reply = (more: Partial<SavedAnswers> = {}): SavedAnswers => ({
  saved: {},
  conflicts: {},
  problems: {},
  ended: null,
  millisecondsLeft: 60_000,
  ...more,
});

const NOTHING_LEFT: Kept = { unsent: new Map(), inDoubt: new Map() };
const left = (...entries: [number, Fields][]): Kept => ({ unsent: new Map(entries), inDoubt: new Map() });

interface World extends Outside {
  sent: [string, string][][];
  kept: Unsent;
  /** As the tab would read it after the page was made anew. */
  left: Kept;
  restorations: number;
  view: QueueView | null;
  endedFor: string | null;
  answer: (form: FormData) => Promise<Reply>;
}

function world(answer: World["answer"] = () => Promise.resolve(reply())): World {
  const state: World = {
    sent: [],
    kept: new Map(),
    left: NOTHING_LEFT,
    restorations: 0,
    view: null,
    endedFor: null,
    answer,
    send: (form) => {
      state.sent.push([...form.entries()] as [string, string][]);
      return state.answer(form);
    },
    keep: ({ unsent, inDoubt }) => {
      state.kept = new Map(unsent);
      state.left = { unsent: state.kept, inDoubt: new Map(inDoubt) };
    },
    restored: () => state.restorations++,
    steadyNow: () => 0,
    ended: (reason) => (state.endedFor = reason),
    changed: (view) => (state.view = view),
  };
  return state;
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe("the answer queue", () => {
  it("sends an answer, says it is saved and keeps nothing", async () => {
    const outside = world(() => Promise.resolve(reply({ saved: { 3: { chosen: ["a"] } } })));
    new AnswerQueue(outside, NOTHING_LEFT).add(3, [["q3", "a"]]);
    expect(outside.kept.size).toBe(1);
    await vi.runAllTimersAsync();
    expect(outside.sent).toEqual([
      [
        ["asked", "3"],
        ["q3", "a"],
      ],
    ]);
    expect(outside.view).toMatchObject({ state: "saved", answered: { 3: true } });
    expect(outside.kept.size).toBe(0);
  });

  it("waits for the end of typing, and sends the last text only", async () => {
    const outside = world();
    const queue = new AnswerQueue(outside, NOTHING_LEFT);
    queue.add(1, [["q1", "1"]], 600);
    await vi.advanceTimersByTimeAsync(300);
    queue.add(1, [["q1", "12"]], 600);
    await vi.runAllTimersAsync();
    expect(outside.sent).toEqual([
      [
        ["asked", "1"],
        ["q1", "12"],
      ],
    ]);
  });

  it("keeps answers while the connection is lost, tries again, and sends each once", async () => {
    let reachable = false;
    const outside = world(() =>
      reachable
        ? Promise.resolve(reply({ saved: { 1: { chosen: ["a"] }, 2: { chosen: ["a"] } } }))
        : Promise.reject(new TypeError()),
    );
    const queue = new AnswerQueue(outside, NOTHING_LEFT);
    queue.add(1, [["q1", "a"]]);
    await vi.advanceTimersByTimeAsync(0);
    queue.add(2, [["q2", "b"]]);
    expect(await queue.sync()).toBe(false);
    expect(outside.view?.state).toBe("offline");
    expect([...outside.kept.keys()]).toEqual([1, 2]);
    reachable = true;
    outside.sent.length = 0;
    await vi.runAllTimersAsync();
    expect(outside.sent).toHaveLength(1);
    expect(outside.view?.state).toBe("saved");
    expect(outside.kept.size).toBe(0);
  });

  it("does not wait for the next try when the connection is back", async () => {
    const outside = world(() => Promise.reject(new TypeError()));
    const queue = new AnswerQueue(outside, NOTHING_LEFT);
    queue.add(1, [["q1", "a"]]);
    await vi.advanceTimersByTimeAsync(10);
    outside.answer = () => Promise.resolve(reply({ saved: { 1: { chosen: ["a"] } } }));
    void queue.sync();
    await vi.advanceTimersByTimeAsync(1);
    expect(outside.view?.state).toBe("saved");
  });

  it("sends what was left over before a sign-in", async () => {
    const outside = world();
    new AnswerQueue(outside, left([4, [["q4", "x"]]])).sync().catch(() => {});
    await vi.runAllTimersAsync();
    expect(outside.sent).toEqual([
      [
        ["asked", "4"],
        ["q4", "x"],
      ],
    ]);
  });

  it("keeps answers when the session has ended", async () => {
    const outside = world(() => Promise.resolve("signed-out"));
    const queue = new AnswerQueue(outside, NOTHING_LEFT);
    queue.add(1, [["q1", "a"]]);
    await vi.runAllTimersAsync();
    expect(outside.view?.state).toBe("signed-out");
    expect([...outside.kept.keys()]).toEqual([1]);
  });

  it("sends a change made while the earlier one was under way", async () => {
    const arrive: ((value: SavedAnswers) => void)[] = [];
    const outside = world(() => new Promise<SavedAnswers>((resolve) => void arrive.push(resolve)));
    const queue = new AnswerQueue(outside, NOTHING_LEFT);
    queue.add(1, [["q1", "a"]]);
    await vi.advanceTimersByTimeAsync(0);
    queue.add(1, [["q1", "b"]]);
    await vi.advanceTimersByTimeAsync(0);
    arrive[0]!(reply({ saved: { 1: { chosen: ["a"] } } }));
    await vi.advanceTimersByTimeAsync(1);
    arrive[1]!(reply({ saved: { 1: { chosen: ["a"] } } }));
    await vi.runAllTimersAsync();
    expect(outside.sent.map((fields) => fields.slice(1))).toEqual([
      [["q1", "a"]],
      [
        ["q1", "b"],
        ["known.1", '{"chosen":["a"]}'],
      ],
    ]);
    expect(outside.kept.size).toBe(0);
  });

  it("reports a problem until that answer is mended", async () => {
    const outside = world(() => Promise.resolve(reply({ problems: { 1: "Type a number." } })));
    const queue = new AnswerQueue(outside, NOTHING_LEFT);
    queue.add(1, [["q1", "x"]]);
    expect(await queue.sync()).toBe(false);
    expect(outside.view?.problems).toEqual({ 1: "Type a number." });
    outside.answer = () => Promise.resolve(reply({ saved: { 1: { chosen: ["a"] } } }));
    queue.add(1, [["q1", "1"]]);
    expect(await queue.sync()).toBe(true);
    expect(outside.view?.problems).toEqual({});
  });

  it("asks for the time left when nothing waits, and says whether the server was reached", async () => {
    const outside = world();
    const queue = new AnswerQueue(outside, NOTHING_LEFT);
    expect(await queue.sync()).toBe(true);
    expect(outside.view?.clock).toEqual({ left: 60_000, readAt: 0 });
    outside.answer = () => Promise.reject(new TypeError());
    expect(await queue.sync()).toBe(false);
    queue.stop();
  });

  it("stops and says why when the attempt takes no more answers", async () => {
    const outside = world(() => Promise.resolve(reply({ ended: "attempt-late" })));
    new AnswerQueue(outside, NOTHING_LEFT).add(1, [["q1", "x"]]);
    await vi.runAllTimersAsync();
    expect(outside.endedFor).toBe("attempt-late");
    expect(outside.kept.size).toBe(0);
  });

  it("keeps what the server turns away, says so once and saves the rest", async () => {
    const outside = world((form) =>
      Promise.resolve(
        form.has("q1") ? { status: 400 } : reply({ saved: { 2: { chosen: ["b"] }, 3: { chosen: ["c"] } } }),
      ),
    );
    const queue = new AnswerQueue(outside, NOTHING_LEFT);
    queue.add(2, [["q2", "b"]]);
    queue.add(1, [["q1", "a"]]);
    queue.add(3, [["q3", "c"]]);
    await vi.runAllTimersAsync();
    expect(
      outside.sent.map((fields) => fields.filter(([name]) => name.startsWith("q")).map(([name]) => name)),
    ).toEqual([["q2", "q1", "q3"], ["q2"], ["q1"], ["q3"]]);
    expect(outside.view).toMatchObject({ state: "rejected", rejected: { 1: 400 } });
    expect([...outside.kept.keys()]).toEqual([1]);
    expect(await queue.sync()).toBe(false);
    outside.answer = () => Promise.resolve(reply({ saved: { 1: { text: "A" } } }));
    queue.add(1, [["q1", "A"]]);
    await vi.runAllTimersAsync();
    expect(outside.view).toMatchObject({ state: "saved", rejected: {} });
    expect(outside.kept.size).toBe(0);
  });

  const elsewhere = { stored: { text: "theirs" }, sent: { text: "mine" } };

  it("shows what another window saved, and replaces it only when told to", async () => {
    const outside = world(() => Promise.resolve(reply({ conflicts: { 1: elsewhere } })));
    const queue = new AnswerQueue(outside, NOTHING_LEFT);
    queue.add(1, [
      ["q1", "mine"],
      ["known.1", ""],
    ]);
    await vi.runAllTimersAsync();
    expect(outside.view).toMatchObject({
      state: "conflict",
      conflicts: { 1: { stored: { text: "theirs" }, sent: null } },
    });
    outside.answer = () => Promise.resolve(reply());
    expect(await queue.sync()).toBe(false);
    outside.answer = () => Promise.resolve(reply({ saved: { 1: { text: "mine" } } }));
    queue.add(1, [
      ["q1", "mine"],
      ["known.1", ""],
    ]);
    await vi.runAllTimersAsync();
    expect(outside.sent.at(-1)).toContainEqual(["known.1", '{"text":"theirs"}']);
    expect(outside.view).toMatchObject({ state: "saved", conflicts: {} });
  });

  it("does not take its own answer, of which no reply came, for another window's", async () => {
    const outside = world(() => Promise.reject(new TypeError()));
    const queue = new AnswerQueue(outside, NOTHING_LEFT);
    queue.add(1, [
      ["q1", "theirs "],
      ["known.1", ""],
    ]);
    await vi.advanceTimersByTimeAsync(1);
    queue.add(1, [
      ["q1", "mine"],
      ["known.1", ""],
    ]);
    outside.answer = (form) =>
      Promise.resolve(
        form.getAll("known.1").length === 1
          ? reply({ conflicts: { 1: elsewhere } })
          : reply({ saved: { 1: elsewhere.sent } }),
      );
    await vi.runAllTimersAsync();
    expect(outside.view).toMatchObject({ state: "saved", conflicts: {} });
    expect(outside.sent.at(-1)).toEqual([
      ["asked", "1"],
      ["q1", "mine"],
      ["known.1", ""],
      ["known.1", '{"text":"theirs"}'],
    ]);
  });

  it("knows its own answer again when the page was left before the reply", async () => {
    const before = world(() => new Promise(() => {}));
    new AnswerQueue(before, NOTHING_LEFT).add(1, [
      ["q1", "theirs"],
      ["known.1", ""],
    ]);
    await vi.advanceTimersByTimeAsync(1);
    const after = world((form) =>
      Promise.resolve(
        form.getAll("known.1").includes('{"text":"theirs"}')
          ? reply({ saved: { 1: elsewhere.sent } })
          : reply({ conflicts: { 1: elsewhere } }),
      ),
    );
    const queue = new AnswerQueue(after, before.left);
    queue.add(1, [
      ["q1", "mine"],
      ["known.1", ""],
    ]);
    await vi.runAllTimersAsync();
    expect(after.view).toMatchObject({ state: "saved", conflicts: {} });
  });

  it("takes nothing for its own that the server turned away unsaved", async () => {
    const before = world(() => Promise.resolve("signed-out"));
    new AnswerQueue(before, NOTHING_LEFT).add(1, [["q1", "theirs"]]);
    await vi.runAllTimersAsync();
    const after = world(() => Promise.resolve(reply({ conflicts: { 1: elsewhere } })));
    const queue = new AnswerQueue(after, before.left);
    queue.add(1, [["q1", "mine"]]);
    await queue.sync();
    expect(after.view?.state).toBe("conflict");
  });

  it("says once when what was left over is sent, also when that took several tries", async () => {
    const outside = world(() => Promise.reject(new TypeError()));
    const queue = new AnswerQueue(outside, left([1, [["q1", "a"]]], [2, [["q2", "b"]]]));
    expect(await queue.sync()).toBe(false);
    outside.answer = () => Promise.resolve(reply({ saved: { 1: { chosen: ["a"] }, 2: { chosen: ["b"] } } }));
    await vi.runAllTimersAsync();
    queue.add(1, [["q1", "c"]]);
    await vi.runAllTimersAsync();
    expect(outside.view?.state).toBe("saved");
    expect(outside.restorations).toBe(1);
  });

  it("shows what was left over beside what another window saved meanwhile: the page itself does not have it", async () => {
    const outside = world(() => Promise.resolve(reply({ conflicts: { 1: elsewhere } })));
    await new AnswerQueue(outside, left([1, [["q1", "mine"]]])).sync();
    expect(outside.view?.conflicts).toEqual({ 1: elsewhere });
  });
});
