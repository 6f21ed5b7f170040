import { describe, expect, it } from "vitest";
import type { QuestionSource } from "../questions/question-source";
import { parseQuestions } from "./parse-questions";
import { writeQuestions } from "./write-questions";

const parse = (text: string) => parseQuestions("csv", text);

describe("CSV in", () => {
  it("reads each kind from its columns", () => {
    const { questions, problems } = parse(
      [
        "Kind,ID,Prompt,Option 1,Option_2,option-3,correct,why_1,match_1,match_2,match_3,credit,credit_1,credit_2,value,tolerance,unit,match_case,points,tags,clause,more",
        'single,one,"Which, of these?",a,b,,2,no',
        "multiple,,Which?,a,b,c,1;3,,,,,by-option,0.5,-1,,,,,2,x; y,iso-9001:2015/7.2",
        "multiple,,Which now?,a,b,c,1;3",
        "true-false,,Is it?,,,,TRUE",
        'numeric,,How long?,,,,,,,,,,,,"1,5",0.1,m',
        "ordering,,Order.,a,b,c",
        "matching,,Match.,a,b,,,,x,y",
        "short-text,,Say it.,Yes,Y*,,,,,,,,,0.5,,,,true",
        'free-response,,Write.,,,,,,,,,,,,,,,,,,,"{""words"":100,""rubric"":[{""criterion"":""c"",""levels"":[{""points"":1,""text"":""y""},{""points"":0,""text"":""n""}]}]}"',
      ].join("\n"),
    );
    expect(problems).toEqual([
      {
        line: 3,
        message: "The question has `credit: by-option` and a credit for every option, or neither.",
        advice: "Change the question in the file and choose the file again.",
      },
    ]);
    expect(questions.map(({ source, line }) => [line, source.kind, source.id])).toEqual([
      [2, "single", "one"],
      [4, "multiple", "which-now"],
      [5, "true-false", "is-it"],
      [6, "numeric", "how-long"],
      [7, "ordering", "order"],
      [8, "matching", "match"],
      [9, "short-text", "say-it"],
      [10, "free-response", "write"],
    ]);
    expect(questions[3]!.source).toMatchObject({ numeric: { value: 1.5, tolerance: 0.1, unit: "m" } });
    expect(questions[6]!.source).toMatchObject({
      matchCase: true,
      accept: [{ text: "Yes" }, { text: "Y*", credit: 0.5 }],
    });
  });

  it.each([
    ["\ufeffkind;prompt;correct\r\ntrue-false;Is, it?;true", "Is, it?"],
    ["kind\tprompt\tcorrect\ntrue-false\tIs; it?\tno", "Is; it?"],
    ["sep=;\nkind;prompt;correct\ntrue-false;Is it?;1", "Is it?"],
    ['kind,prompt,correct\r"true-false","Is\nit?",f', "Is\nit?"],
  ])("finds what parts the columns of %j", (text, prompt) => {
    const { questions, problems } = parse(text);
    expect(problems).toEqual([]);
    expect(questions[0]!.source.prompt).toBe(prompt);
  });

  it.each([
    ["prompt,text\na,b", 1, "“kind”"],
    [
      'kind,prompt,option_1,option_2,correct\nsingle,"two\nlines",a,b,1\nsingle,next,a,b,3',
      4,
      "does not fit the 2 answers",
    ],
    ["kind,prompt,value\nnumeric,How?,many", 2, "not a number"],
    ["kind;prompt;value\nnumeric;How?;41,160", 2, "Write 41160 if"],
    ["kind,prompt,value\nnumeric,How?,41.160", 2, "can be read as two numbers"],
    ["kind,prompt,correct\ntrue-false,Is it?,maybe", 2, "true or false"],
    ["kind,prompt,more\nhotspot,Where?,{", 2, "not a JSON object"],
    ["kind,prompt\nriddle,What?", 2, "not a kind of question"],
    ["kind,prompt\nsingle,a,b", 2, "more cells"],
    ['kind,prompt\nsingle,"never closed\nmore', 2, "does not end"],
    ["kind,id,prompt,correct\ntrue-false,a,One?,true\ntrue-false,a,Two?,true", 3, "line 2 already"],
    ["kind,id,prompt,correct\ntrue-false,Not a slug,One?,true", 2, "lower case with dashes"],
    ["kind,prompt,correct\ntrue-false,,true", 2, "prompt"],
  ])("%j is wrong at line %i", (text, line, message) => {
    const { problems } = parse(text);
    expect(problems[0]).toMatchObject({ line });
    expect(problems[0]!.message).toContain(message);
  });

  it("names columns that it does not know", () => {
    expect(parse("kind,prompt,correct,mood\ntrue-false,Is it?,true,good").unsupported).toEqual([
      { line: 1, what: "The column “mood”", count: 1 },
    ]);
  });
});

describe("CSV out", () => {
  it("writes no number that it would not take back", () => {
    const numeric = { value: 41.165, tolerance: 1.005 };
    const questions: QuestionSource[] = [{ id: "n", kind: "numeric", prompt: "How much?", numeric }];
    expect(parse(writeQuestions("csv", questions).text)).toMatchObject({
      problems: [],
      questions: [{ source: { numeric } }],
    });
  });

  it("gives a spreadsheet nothing to run, and gives back what it was", () => {
    const questions: QuestionSource[] = [
      {
        id: "f",
        kind: "single",
        prompt: '=HYPERLINK("https://example.org")',
        options: [
          { text: "-5", correct: true },
          { text: "@SUM(A1)", correct: false, why: "'+1 is not it" },
        ],
      },
    ];
    const { text, extension, mediaType } = writeQuestions("csv", questions);
    expect([extension, mediaType]).toEqual(["csv", "text/csv; charset=utf-8"]);
    expect(text).toBe(
      "\ufeffkind,id,prompt,correct,option_1,option_2,why_2\r\n" +
        'single,f,"\'=HYPERLINK(""https://example.org"")",1,-5,\'@SUM(A1),\'\'+1 is not it\r\n',
    );
    expect(parse(text).questions.map(({ source }) => source)).toEqual(questions);
  });
});
