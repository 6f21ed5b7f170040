import type { Remedy } from "./appeal-rules";

/** "Question 3" or "The whole test" */
export function aboutWords(position: number | null): string {
  return position === null ? "The whole test" : `Question ${position}`;
}

/** What an upheld appeal leads to. */
export function remedyWords(remedy: string | null): string {
  return remedy === null ? "The result itself stays as it is." : words[remedy as Remedy];
}

const words: Readonly<Record<Remedy, string>> = {
  "full-credit": "The question counts with all its points.",
  "second-marking": "Somebody else marks the test as well, and the result follows from that.",
};

/** Said on the page that follows. */
export const appealDone: Readonly<Record<string, string>> = {
  filed: "Your appeal is filed. You get an e-mail when it is decided.",
  withdrawn: "Your appeal is withdrawn.",
  upheld: "The appeal is upheld, and the person is told by e-mail.",
  rejected: "The appeal is rejected, and the person is told by e-mail.",
};
