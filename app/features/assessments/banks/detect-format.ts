import type { ExchangeFormat } from "../exchange/parsed";

/** By its ending where that says it, and otherwise by how it begins. */
export function detectFormat(name: string, bytes: Uint8Array): ExchangeFormat {
  const start = new TextDecoder().decode(bytes.subarray(0, 20_000)).replace(/^\ufeff/, "");
  if (/\.xml$/i.test(name) || /^\s*(?:<\?xml|<quiz\b)/.test(start)) return "moodle-xml";
  if (/\.csv$/i.test(name)) return "csv";
  if (/\.gift(?:\.txt)?$/i.test(name)) return "gift";
  const [first = ""] = start.trimStart().split("\n");
  if (/(?:^|[,;\t])\s*"?kind"?\s*(?:[,;\t]|$)/i.test(first)) return "csv";
  if (/^\s*ANSWER:\s*[A-Z]\s*$/m.test(start) && !/^[^{}]*\{[^]*\}/.test(start)) return "aiken";
  return "gift";
}
