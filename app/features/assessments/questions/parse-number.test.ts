import { expect, it } from "vitest";
import { doubtAbout, parseNumber, writeNumber } from "./parse-number";

it.each([
  ["12.5", 12.5],
  ["12,5", 12.5],
  [" 12,50 ", 12.5],
  ["-3", -3],
  ["−3", -3],
  ["+3", 3],
  [".5", 0.5],
  ["5.", 5],
  ["1 234,5", 1234.5],
  ["1\u202f234.5", 1234.5],
  ["1'234", 1234],
  ["1,234.5", 1234.5],
  ["1.234,5", 1234.5],
  ["-1,234,567", -1234567],
  ["1.234.567", 1234567],
  ["1,234,567.25", 1234567.25],
])("reads %j", (typed, value) => {
  expect(parseNumber(typed)).toBe(value);
});

it.each([
  "",
  " ",
  "abc",
  "12 %",
  "1,2345,678",
  "1.234,567.8",
  "1,2,3",
  "--1",
  "1e5",
  "0x10",
  "Infinity",
  "NaN",
  "12 34",
  ".",
])("refuses %j", (typed) => {
  expect(parseNumber(typed)).toBeNull();
});

it.each([
  ["41,160", "Write 41 160 if you mean thousands, or 41,1600 if it is a decimal."],
  ["-1.234", "Write -1 234 if you mean thousands, or -1.2340 if it is a decimal."],
])("asks about %j, and both ways to write it leave no doubt", (typed, advice) => {
  expect(doubtAbout(typed)).toContain(advice);
  const [, thousands, decimal] = /Write (\S+ \S+) if .* or (\S+) if/.exec(advice)!;
  expect([thousands!, decimal!].map(doubtAbout)).toEqual([null, null]);
  expect(parseNumber(thousands!)).toBe(parseNumber(decimal!)! * 1_000);
});

it.each(["0.125", "0,125", "41160", "41 160", "1,234.5", "12.5", "1234.567", ".125", "abc"])(
  "has no question about %j",
  (typed) => {
    expect(doubtAbout(typed)).toBeNull();
  },
);

it.each([1.234, -41.16, 0.125, 41.125, 12, 1234.567])(
  "writes %d so that it is read as the same number",
  (value) => {
    expect(doubtAbout(writeNumber(value))).toBeNull();
    expect(parseNumber(writeNumber(value))).toBe(value);
  },
);
