import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

const css = readFileSync(new URL("./styles.css", import.meta.url), "utf8");
const tokens = new Map<string, { light: string; dark: string }>();
for (const [, name, light, dark] of css.matchAll(
  /--color-([a-z-]+):\s*light-dark\((#[0-9a-f]{6}),\s*(#[0-9a-f]{6})\)/g,
)) {
  tokens.set(name ?? "", { light: light ?? "", dark: dark ?? "" });
}

function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((start) => parseInt(hex.slice(start, start + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function ratio(one: string, other: string, theme: "light" | "dark"): number {
  const [a, b] = [one, other].map((name) => {
    const token = tokens.get(name);
    if (!token) throw new Error(`styles.css has no colour ${name}`);
    return luminance(token[theme]);
  }) as [number, number];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

const grounds = ["canvas", "surface", "sunken", "hover"];
const states = ["valid", "due", "overdue", "expired", "revoked", "draft"];
const code = ["comment", "keyword", "string", "number", "name", "type"].map((name) => `code-${name}`);

/** Text on its ground: 4.5. */
const text: [string, string][] = [
  ...["ink", "muted", "accent"].flatMap((name) => grounds.map((ground): [string, string] => [name, ground])),
  ...states.flatMap((state): [string, string][] => [
    [state, "canvas"],
    [state, "surface"],
    [state, "sunken"],
    [state, `${state}-soft`],
    ["ink", `${state}-soft`],
    ["accent", `${state}-soft`],
  ]),
  ["ink", "accent-soft"],
  ["accent", "accent-soft"],
  ["muted", "accent-soft"],
  ["on-accent", "accent"],
  ["on-accent", "accent-strong"],
  ...code.map((name): [string, string] => [name, "sunken"]),
];

/** The edge of a control, the focus ring, a picture's line: 3. */
const shapes: [string, string][] = [
  ...["edge", "focus"].flatMap((name) =>
    ["canvas", "surface", "sunken"].map((g): [string, string] => [name, g]),
  ),
  ...["accent", ...states].map((name): [string, string] => [name, "line"]),
];

describe.each(["light", "dark"] as const)("contrast in the %s theme", (theme) => {
  it.each(text)("%s is readable on %s", (front, ground) => {
    expect(ratio(front, ground, theme)).toBeGreaterThanOrEqual(4.5);
  });

  it.each(shapes)("%s can be told from %s", (front, ground) => {
    expect(ratio(front, ground, theme)).toBeGreaterThanOrEqual(3);
  });
});

it("gives every colour a light and a dark value", () => {
  const declared = [...css.matchAll(/--color-[a-z-]+:/g)].length;
  expect(tokens.size).toBe(declared);
  expect(declared).toBeGreaterThan(30);
});
