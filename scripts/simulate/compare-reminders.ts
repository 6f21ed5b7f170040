/** Every reminder that the rules ask for was sent, on its day and once: in the rows, and as mail that arrived. */
import type { SentReminder } from "./product-rows";
import type { DueReminder } from "./reference-reminders";

interface Tally {
  readonly due: number;
  readonly sent: number;
  readonly missing: readonly string[];
  readonly unasked: readonly string[];
  readonly twice: readonly string[];
}

export interface Reminded {
  readonly reminders: Tally;
  /** One a person and day, with a line for each reminder. */
  readonly mails: Tally;
}

interface Received {
  readonly to: string;
  readonly text: string;
  readonly messageId: string;
  readonly moment: Date;
}

export function compareReminders(
  due: readonly DueReminder[],
  sent: readonly SentReminder[],
  received: readonly Received[],
): Reminded {
  const line = ({ recipient, day, what }: Omit<SentReminder, "run">) => `${recipient} on ${day}: ${what}`;
  /* Whoever is told the same thing on another day is told it twice; of a certificate earned anew they are told anew. */
  const thing = ({ recipient, what, run }: SentReminder) => `${recipient}: ${what} of ${run}`;

  const lines = new Map<string, number>();
  for (const { recipient, moment } of due) {
    const key = `${recipient}@sim.example at ${moment.toISOString()}`;
    lines.set(key, (lines.get(key) ?? 0) + 1);
  }
  const digests = received.filter(({ text }) => text.includes("/notifications"));
  return {
    reminders: tally(due.map(line), sent.map(line), sent.map(thing)),
    mails: tally(
      [...lines].map(([key, count]) => `${key}: ${count}`),
      digests.map(
        ({ to, moment, text }) => `${to} at ${moment.toISOString()}: ${(text.match(/^- /gm) ?? []).length}`,
      ),
      [
        ...digests.map(({ messageId }) => messageId),
        ...digests.map(({ to, moment }) => `${to} at ${moment.toISOString()}`),
      ],
    ),
  };
}

function tally(due: readonly string[], sent: readonly string[], once: readonly string[]): Tally {
  const [wanted, there] = [new Set(due), new Set(sent)];
  const seen = new Set<string>();
  return {
    due: due.length,
    sent: sent.length,
    missing: due.filter((each) => !there.has(each)),
    unasked: sent.filter((each) => !wanted.has(each)),
    twice: once.filter((each) => seen.has(each) || !seen.add(each)),
  };
}
