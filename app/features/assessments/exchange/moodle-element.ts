/** A question as Moodle's XML has it, as near as Moodle comes to it. */
import { GAP, type QuestionSource } from "../questions/question-source";
import { textFromMarkdown } from "./markdown-from-text";
import { markdownElement, textElement, xmlText } from "./xml-text";

type Of<K extends QuestionSource["kind"]> = Extract<QuestionSource, { kind: K }>;

/** `extra` stands at its end. */
export function moodleElement(source: QuestionSource, extra = ""): string {
  const { type, text, parts } = moodleParts(source);
  const shown = [source.scenario?.text, text ?? source.prompt]
    .filter((part) => part !== undefined)
    .join("\n\n");
  const tags = (source.tags ?? []).map((tag) => `<tag><text>${xmlText(tag)}</text></tag>`).join("");
  return [
    `<question type="${type}">`,
    `<name><text>${xmlText(source.id)}</text></name>`,
    markdownElement("questiontext", shown),
    markdownElement("generalfeedback", source.explanation ?? ""),
    textElement("defaultgrade", source.points ?? 1),
    textElement("penalty", 0),
    textElement("hidden", 0),
    textElement("idnumber", source.id),
    ...parts,
    ...(tags === "" ? [] : [`<tags>${tags}</tags>`]),
    ...(extra === "" ? [] : [extra]),
    "</question>",
  ].join("\n");
}

interface MoodleParts {
  readonly type: string;
  /** Where it is not the prompt alone. */
  readonly text?: string;
  readonly parts: readonly string[];
}

function moodleParts(source: QuestionSource): MoodleParts {
  switch (source.kind) {
    case "single":
    case "multiple":
      return { type: "multichoice", parts: choiceParts(source) };
    case "true-false":
      return {
        type: "truefalse",
        parts: [true, false].map((says) => answer(String(says), says === source.answer ? 100 : 0)),
      };
    case "numeric":
      return { type: "numerical", parts: numericParts(source) };
    case "ordering":
      return { type: "ordering", parts: orderingParts(source) };
    case "matching":
      return { type: "matching", parts: matchingParts(source) };
    case "gaps":
      return gapParts(source);
    case "short-text":
      return {
        type: "shortanswer",
        parts: [
          textElement("usecase", source.matchCase ? 1 : 0),
          ...source.accept.map(({ text, credit = 1 }) => answer(text, percent(credit), "plain_text")),
        ],
      };
    case "hotspot":
      return hotspotParts(source);
    case "free-response":
    case "file-response":
      return { type: "essay", parts: essayParts(source) };
  }
}

/** Moodle knows a third as 33.33333. */
function percent(share: number): number {
  return Number((share * 100).toFixed(5));
}

function answer(text: string, fraction: number, format = "moodle_auto_format", extra = ""): string {
  const feedback = extra === "" ? markdownElement("feedback", "") : extra;
  return `<answer fraction="${fraction}" format="${format}"><text>${xmlText(text)}</text>${feedback}</answer>`;
}

/** Ticks that nobody priced are worth what Moodle's usual rule has: as much taken for a wrong one as given for a right. */
function choiceParts({ kind, options, credit }: Of<"single" | "multiple">): string[] {
  const each = kind === "single" ? 1 : 1 / options.filter(({ correct }) => correct).length;
  return [
    textElement("single", kind === "single"),
    textElement("shuffleanswers", true),
    ...options.map((option) => {
      const plain = option.correct ? each : kind === "single" ? 0 : -each;
      const share = credit === "by-option" ? (option.credit ?? 0) : plain;
      return answer(option.text, percent(share), "markdown", markdownElement("feedback", option.why ?? ""));
    }),
  ];
}

function numericParts({ numeric: { value, tolerance, unit, units } }: Of<"numeric">): string[] {
  const all = units ?? (unit === undefined ? [] : [{ unit, factor: 1 }]);
  const feedback = `${textElement("tolerance", tolerance)}${markdownElement("feedback", "")}`;
  const written = all.map(
    ({ unit: name, factor }) =>
      `<unit>${textElement("multiplier", 1 / factor)}${textElement("unit_name", name)}</unit>`,
  );
  return [
    answer(String(value), 100, "moodle_auto_format", feedback),
    ...(written.length === 0 ? [] : [`<units>${written.join("")}</units>`]),
    textElement("unitgradingtype", units ? 1 : 0),
    textElement("unitpenalty", 1),
    /* Chosen from a list, or none to be given. */
    textElement("showunits", units ? 2 : 3),
  ];
}

function orderingParts({ order, credit }: Of<"ordering">): string[] {
  return [
    textElement("layouttype", "VERTICAL"),
    textElement("selecttype", "ALL"),
    textElement("selectcount", 0),
    textElement("gradingtype", credit === "all-or-nothing" ? "ALL_OR_NOTHING" : "RELATIVE_NEXT_EXCLUDE_LAST"),
    textElement("showgrading", "SHOW"),
    ...order.map((step, index) => answer(step, index + 1, "markdown")),
  ];
}

function matchingParts({ pairs, distractors = [] }: Of<"matching">): string[] {
  const all = [...pairs, ...distractors.map((match) => ({ stem: "", match }))];
  return [
    textElement("shuffleanswers", true),
    ...all.map(
      ({ stem, match }) =>
        `<subquestion format="markdown"><text>${xmlText(stem)}</text><answer><text>${xmlText(textFromMarkdown(match) ?? match)}</text></answer></subquestion>`,
    ),
  ];
}

function gapParts({ prompt, text, gaps }: Of<"gaps">): MoodleParts {
  const options: string[] = [];
  let group = 0;
  const numbered = text.replace(GAP, (_whole, name: string) => {
    const gap = gaps[name]!;
    group += 1;
    const before = options.length;
    for (const option of gap.options)
      options.push(
        `<selectoption><text>${xmlText(textFromMarkdown(option) ?? option)}</text>${textElement("group", group)}</selectoption>`,
      );
    return `[[${before + gap.options.indexOf(gap.correct) + 1}]]`;
  });
  return {
    type: "gapselect",
    text: `${prompt}\n\n${numbered}`,
    parts: [textElement("shuffleanswers", 1), ...options],
  };
}

/** Moodle's nearest is a choice among the names of the areas. */
function hotspotParts({ prompt, figure, areas }: Of<"hotspot">): MoodleParts {
  const parts = [
    textElement("single", true),
    textElement("shuffleanswers", true),
    ...areas.map(({ name, correct, why }) =>
      answer(name, correct ? 100 : 0, "markdown", markdownElement("feedback", why ?? "")),
    ),
  ];
  return { type: "multichoice", text: `${prompt}\n\n${figure.alt}`, parts };
}

function essayParts(source: Of<"free-response" | "file-response">): string[] {
  const guidance = source.rubric.map(
    ({ criterion, levels }) =>
      `**${criterion}**\n\n${levels.map(({ points, text }) => `- ${points}: ${text}`).join("\n")}`,
  );
  const isFile = source.kind === "file-response";
  return [
    textElement("responseformat", isFile ? "noinline" : "editor"),
    textElement("responserequired", isFile ? 0 : 1),
    ...(source.kind === "free-response" && source.words ? [textElement("maxwordlimit", source.words)] : []),
    textElement("attachments", isFile ? 1 : 0),
    textElement("attachmentsrequired", isFile ? 1 : 0),
    ...(source.kind === "file-response"
      ? [
          textElement("maxbytes", source.files.megabytes * 1_048_576),
          textElement("filetypeslist", source.files.types.map((type) => `.${type}`).join(",")),
        ]
      : []),
    markdownElement("graderinfo", guidance.join("\n\n")),
    markdownElement("responsetemplate", ""),
  ];
}
