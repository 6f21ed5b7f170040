/** Moodle's and GIFT's fractions of the points, in percent, to Attest's rules for choices. */

export interface PricedOption {
  readonly text: string;
  readonly why?: string | undefined;
  /** In percent of the points, −100 to 100. */
  readonly percent: number;
}

export interface ChoiceParts {
  readonly value?: Record<string, unknown>;
  readonly notes: string[];
  /** Why it cannot be a question. */
  readonly problem?: string;
  /** Why Attest has no such question. */
  readonly unsupported?: string;
}

/** Moodle writes a third as 33.33333. */
export function shareOf(percent: number): number {
  for (let parts = 1; parts <= 20; parts += 1) {
    const share = Math.round((percent / 100) * parts) / parts;
    if (Math.abs(share - percent / 100) < 1e-5) return share;
  }
  return percent / 100;
}

const SAME = 0.001;

export function singleParts(options: readonly PricedOption[]): ChoiceParts {
  const notes: string[] = [];
  const right = options.findIndex(({ percent }) => percent >= 100 - SAME);
  if (right < 0) return { notes, problem: "None of the answers earns all points." };
  if (options.some(({ percent }) => percent < 0))
    notes.push("An answer that takes points away earns nothing instead");
  const shares = options.map(({ percent }) => Math.max(0, shareOf(percent)));
  const others = shares.filter((share, index) => index !== right && share > 0);
  if (others.some((share) => share === 1))
    notes.push("Several answers earn all points; the first of them is shown as the right one");
  const byOption = others.length > 0;
  return {
    notes,
    value: {
      kind: "single",
      ...(byOption ? { credit: "by-option" } : {}),
      options: options.map(({ text, why }, index) => ({
        text,
        correct: index === right,
        ...(why ? { why } : {}),
        ...(byOption ? { credit: shares[index] } : {}),
      })),
    },
  };
}

export function multipleParts(options: readonly PricedOption[]): ChoiceParts {
  const notes: string[] = [];
  const right = options.filter(({ percent }) => percent > 0).length;
  if (right === 0) return { notes, problem: "None of the answers earns points." };
  if (right === options.length)
    return { notes, unsupported: "Multiple choice in which every answer is right (left out)" };
  const each = 100 / right;
  const isPlain = options.every(({ percent }) => Math.abs(Math.abs(percent) - each) < SAME && percent !== 0);
  return {
    notes,
    value: {
      kind: "multiple",
      ...(isPlain ? {} : { credit: "by-option" }),
      options: options.map(({ text, why, percent }) => ({
        text,
        correct: percent > 0,
        ...(why ? { why } : {}),
        ...(isPlain ? {} : { credit: shareOf(percent) }),
      })),
    },
  };
}

/** Written by someone who has yet to say by what it is marked. */
export function firstRubric(top = "Answers the question."): Record<string, unknown>[] {
  return [
    {
      criterion: "Answer",
      levels: [
        { points: 1, text: top },
        { points: 0, text: "Does not answer the question." },
      ],
    },
  ];
}
export const RUBRIC_NOTE = "It is marked by a rubric of one criterion, which needs to be written";

/** Feedback to one answer, where Attest has a single explanation. */
export function explanationOf(
  general: string,
  answers: readonly { label: string; feedback: string }[],
): string {
  return [
    general,
    ...answers.flatMap(({ label, feedback }) => (feedback === "" ? [] : [`${label}: ${feedback}`])),
  ]
    .filter((part) => part !== "")
    .join("\n\n");
}
