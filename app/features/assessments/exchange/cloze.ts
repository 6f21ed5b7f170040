/** Moodle's embedded answers: `{1:MULTICHOICE:wrong~=right#why}` within a text. */
import { markGap, type FoundGap } from "./gap-marks";

const LISTS = new Set(
  "MULTICHOICE MC MULTICHOICE_V MCV MULTICHOICE_H MCH MULTICHOICE_S MCS MULTICHOICE_VS MCVS MULTICHOICE_HS MCHS".split(
    " ",
  ),
);
const OTHERS =
  /^(SHORTANSWER|SA|MW|SHORTANSWER_C|SAC|MWC|NUMERICAL|NM|MULTIRESPONSE|MR|MULTIRESPONSE_H|MRH|MULTIRESPONSE_S|MRS|MULTIRESPONSE_HS|MRHS|REGEXP|RX|REGEXP_C|RXC)$/;
const START = /\{(\d{0,3}):([A-Z_]{2,20}):/g;

type Found =
  | { readonly text: string; readonly gaps: readonly FoundGap[]; readonly lost: ReadonlySet<string> }
  | { readonly unsupported: string }
  | { readonly problem: string };

export function clozeGaps(source: string, markdown: (html: string) => string): Found {
  const gaps: FoundGap[] = [];
  const lost = new Set<string>();
  let text = "";
  let from = 0;
  const masked = source.replace(/\\[}#~/"\\{]/g, "\0\0");
  for (const start of masked.matchAll(START)) {
    const kind = start[2]!;
    if (start.index < from || (!LISTS.has(kind) && !OTHERS.test(kind))) continue;
    if (!LISTS.has(kind))
      return { unsupported: "Embedded answers with gaps to type into or with several choices (left out)" };
    const open = start.index + start[0].length;
    const close = masked.indexOf("}", open);
    if (close < 0) return { problem: "The braces of an embedded answer do not close." };
    const gap = gapOf(source.slice(open, close), masked.slice(open, close), markdown, lost);
    if (typeof gap === "string") return { unsupported: gap };
    if (!["", "1"].includes(start[1]!)) lost.add("Gaps that count more than others");
    gaps.push(gap);
    text += source.slice(from, start.index) + markGap(gaps.length);
    from = close + 1;
  }
  return { text: text + source.slice(from), gaps, lost };
}

function gapOf(
  source: string,
  masked: string,
  markdown: (html: string) => string,
  lost: Set<string>,
): FoundGap | string {
  const ends = [...masked.matchAll(/~/g)].map(({ index }) => index);
  const answers = [0, ...ends.map((end) => end + 1)].map((from, order) => {
    const whole = source.slice(from, ends[order] ?? source.length).trim();
    const hash = masked
      .slice(from, ends[order] ?? masked.length)
      .trim()
      .indexOf("#");
    if (hash >= 0) lost.add("Feedback to single choices of a gap");
    const body = hash < 0 ? whole : whole.slice(0, hash);
    const weight = /^%(-?\d{1,3}(?:\.\d{1,9})?)%/.exec(body);
    const percent = weight ? Number(weight[1]) : body.startsWith("=") ? 100 : 0;
    const text = body
      .slice(weight?.[0].length ?? (body.startsWith("=") ? 1 : 0))
      .replace(/\\([}#~/"\\{])/g, "$1");
    return { text: markdown(text), percent };
  });
  const right = answers.filter(({ percent }) => percent === 100);
  if (right.length !== 1) return "Gaps with no or several right choices (left out)";
  if (answers.some(({ percent }) => percent !== 0 && percent !== 100))
    lost.add("Choices of a gap that earn a part");
  return { options: [...new Set(answers.map(({ text }) => text))], correct: right[0]!.text };
}
