/** The mail of a digest. Pure. */
import { grouped } from "./grouped";
import { reminderWords } from "./reminder-words";

interface Item {
  readonly occasion: string;
  readonly title: string;
  readonly date: Date;
  readonly subjectName: string | null;
  readonly teamName: string | null;
}

interface Told {
  readonly name: string;
  readonly timeZone: string;
  readonly moment: Date;
  readonly portal: string;
  readonly items: readonly Item[];
}

export function digestMail({ name, timeZone, moment, portal, items }: Told) {
  const line = (item: Item) => reminderWords(item, timeZone, moment);
  const own = items.filter(({ teamName }) => teamName === null);
  const teams = grouped(
    items.filter(({ teamName }) => teamName !== null),
    ({ teamName }) => teamName,
  );
  const parts = [`Hello ${name},`];
  if (own.length > 0) parts.push("for you:", bullets(own.map(line)), `What to do next:\n${portal}/`);
  if (teams.size > 0) {
    parts.push(own.length > 0 ? "For people whom you lead:" : "for people whom you lead:");
    for (const [team, people] of teams)
      parts.push(`${team}\n${bullets(people.map((each) => `${each.subjectName}: ${line(each)}`))}`);
    parts.push(`How your team stands:\n${portal}/team`);
  }
  parts.push(`All reminders, and your dates for a calendar program:\n${portal}/notifications`);
  return { subject: subjectOf(items, own, line), text: parts.join("\n\n") };
}

function subjectOf(items: readonly Item[], own: readonly Item[], line: (item: Item) => string): string {
  const [only] = own;
  if (items.length === 1 && only) return line(only);
  const people = new Set(items.flatMap(({ subjectName }) => subjectName ?? [])).size;
  const mine = own.length === 1 ? "one certification" : `${own.length} certifications`;
  const theirs = people === 1 ? "one person whom you lead" : `${people} people whom you lead`;
  if (people === 0) return `Reminder: ${mine} to see to`;
  return own.length === 0 ? `Reminder: ${theirs}` : `Reminder: ${mine} to see to, and ${theirs}`;
}

function bullets(lines: readonly string[]): string {
  return lines.map((each) => `- ${each}`).join("\n");
}
