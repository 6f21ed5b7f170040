/** How marking is spoken of on pages. */

/** 1 first, 2 second, 3 and later the deciding one. */
export function roleWord(number: number): string {
  if (number === 1) return "First marking";
  return number === 2 ? "Second marking" : "Deciding marking";
}

export function roleLead(number: number): string {
  if (number === 1) return "You are the first to mark this.";
  if (number === 2)
    return "Somebody else has marked this already. You see their marks when yours are saved, not before.";
  return "The first two do not agree on what is below. What you give decides.";
}

/** Said on the page that follows. */
export const markingDone: Readonly<Record<string, string>> = {
  marked: "Saved. The marking is complete, and the result is recorded.",
  "handed-on": "Saved. Somebody else marks it next, and the result follows from that.",
  "already-marked": "Somebody else had marked that one before yours arrived, so your marks were not used.",
  requested: "Asked. It waits in the queue of everyone else who may mark it.",
};
