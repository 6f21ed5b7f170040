import { expect, it } from "vitest";
import { parseNumber } from "./parse-number";

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
  ["1.234,5", 1234.5],
  ["-1,234.567", -1234.567],
  ["1,234,567", 1234567],
  ["1.234.567,25", 1234567.25],
])("reads %j", (typed, value) => {
  expect(parseNumber(typed)).toBe(value);
});

it.each([
  "",
  " ",
  "abc",
  "12 %",
  "1,234.567,8",
  "1,2,3",
  "12,34.5",
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
