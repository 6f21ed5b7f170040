/** Reads the forms of the portal's pages as a browser without JavaScript would. */
import type { Fields } from "./http-client";
import type { SeededRandom } from "./seeded-random";

interface Control {
  tag: string;
  type: string;
  name: string;
  value: string;
}

export interface Question {
  position: number;
  controls: Control[];
}

export interface Check {
  id: string;
  multiple: boolean;
  choices: string[];
}

export function readPaper(html: string): Question[] {
  const questions: Question[] = [];
  for (const control of controlsOf(html)) {
    if (control.name === "asked") questions.push({ position: Number(control.value), controls: [] });
    else if (/^q\d+(\.|$)/.test(control.name)) questions.at(-1)?.controls.push(control);
  }
  return questions;
}

export function readChecks(html: string): Check[] {
  const checks: Check[] = [];
  for (const { name, value, type } of controlsOf(html)) {
    if (name === "check") checks.push({ id: value, multiple: false, choices: [] });
    if (name !== "choice") continue;
    const check = checks.at(-1)!;
    check.choices.push(value);
    check.multiple = type === "checkbox";
  }
  return checks;
}

/** The snapshot that a lesson's page shows, which its forms send along. */
export function readSnapshot(html: string): string {
  return controlsOf(html).find(({ name }) => name === "snapshot")?.value ?? "";
}

/** Addresses of links below `prefix`, one level deep. */
export function readLinks(html: string, prefix: string): string[] {
  const found = [...html.matchAll(/href="([^"?#]+)/g)].map(([, href]) => href!);
  return [
    ...new Set(
      found.filter((href) => href.startsWith(`${prefix}/`) && !href.slice(prefix.length + 1).includes("/")),
    ),
  ];
}

/** Any answer to a question: what a form sends for it, and what the portal keeps of it. */
export function anyAnswer(
  { position, controls }: Question,
  random: SeededRandom,
): { fields: Fields; kept: string } {
  const { fields, kept } = answerOf(controls, random);
  return { fields: [["asked", String(position)], ...fields], kept: JSON.stringify(kept) };
}

function answerOf(controls: readonly Control[], random: SeededRandom): { fields: Fields; kept: object } {
  const [first] = controls;
  const { name, tag, type } = first!;
  if (tag === "select") {
    const order = shuffled(controls, random);
    return {
      fields: order.map((step, index) => [step.name, String(index + 1)]),
      kept: { order: order.map((step) => step.name.slice(step.name.indexOf(".") + 1)) },
    };
  }
  if (type === "text") {
    const number = String(random.between(0, 1_000) / 10);
    return { fields: [[name, number]], kept: { number } };
  }
  const some = controls.filter(() => random.next() < 0.5);
  const chosen = type === "checkbox" && some.length > 0 ? some : [random.pick(controls)];
  return {
    fields: chosen.map(({ value }) => [name, value]),
    kept: { chosen: chosen.map(({ value }) => value) },
  };
}

function shuffled<T>(values: readonly T[], random: SeededRandom): T[] {
  return values
    .map((value) => ({ value, place: random.next() }))
    .sort((a, b) => a.place - b.place)
    .map(({ value }) => value);
}

function controlsOf(html: string): Control[] {
  return [...html.matchAll(/<(input|select)\b([^>]*)>/g)].map(([, tag, attributes]) => {
    const attribute = (name: string) => new RegExp(`\\b${name}="([^"]*)"`).exec(attributes!)?.[1] ?? "";
    return {
      tag: tag!,
      type: attribute("type"),
      name: attribute("name"),
      value: unescaped(attribute("value")),
    };
  });
}

function unescaped(value: string): string {
  return value
    .replaceAll("&quot;", '"')
    .replaceAll("&#x27;", "'")
    .replaceAll("&lt;", "<")
    .replaceAll("&amp;", "&");
}
