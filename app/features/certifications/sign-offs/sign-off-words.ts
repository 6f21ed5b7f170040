import type { SignOffView } from "./sign-off-list.server";

/** Said on the page that follows. */
export const signOffDone: Readonly<Record<string, string>> = {
  completed: "Signed. The person is told, and asked to acknowledge it.",
  withdrawn: "Withdrawn. It stays on record, and another one can be begun.",
  acknowledged: "Acknowledged. It is on record now.",
  disputed: "Your manager is told that you do not agree, and why. It does not count.",
};

export const viewWords: Readonly<Record<SignOffView, string>> = {
  draft: "Under way",
  completed: "Wait for the person",
  disputed: "Not agreed to",
  acknowledged: "Signed off",
  withdrawn: "Withdrawn",
  own: "About you",
};
