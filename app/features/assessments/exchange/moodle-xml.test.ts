import { describe, expect, it } from "vitest";
import { parseQuestions } from "./parse-questions";

const parse = (text: string) => parseQuestions("moodle-xml", text);
const html = (name: string, text: string, more = "") =>
  `<${name} format="html"><text><![CDATA[${text}]]></text>${more}</${name}>`;
const answer = (text: string, fraction: number, more = "") =>
  `<answer fraction="${fraction}" format="html"><text>${text}</text>${more}</answer>`;
const quiz = (...questions: string[]) => `<?xml version="1.0"?>\n<quiz>\n${questions.join("\n")}\n</quiz>`;
const question = (type: string, body: string, text = "<p>What?</p>") =>
  `<question type="${type}"><name><text>A name</text></name>${html("questiontext", text)}${body}</question>`;
const one = (type: string, body: string, text?: string) => {
  const parsed = parse(quiz(question(type, body, text)));
  expect(parsed.problems).toEqual([]);
  expect(parsed.questions).toHaveLength(1);
  return { ...parsed.questions[0]!, unsupported: parsed.unsupported.map(({ what }) => what) };
};

describe("Moodle XML in", () => {
  it("reads a choice with its category, tags, points and feedback", () => {
    const parsed = parse(
      quiz(
        '<question type="category"><category><text>$course$/top/Safety//health</text></category></question>',
        question(
          "multichoice",
          `${html("generalfeedback", "<p>See <b>above</b>.</p>")}<defaultgrade>2.0000000</defaultgrade><penalty>0.3333333</penalty>
          <idnumber>S 1</idnumber><single>true</single>
          ${answer("a &lt; b", 100, html("feedback", "Yes"))}${answer("c", 0)}
          <tags><tag><text>Fire Drill</text></tag></tags>`,
        ),
      ),
    );
    expect(parsed.questions).toEqual([
      {
        line: 4,
        notes: ["The penalty of 33 % for another try is not taken over"],
        source: {
          id: "s-1",
          kind: "single",
          topic: "safety-health",
          tags: ["fire-drill"],
          points: 2,
          prompt: "What?",
          explanation: "See **above**.",
          options: [
            { text: "a < b", correct: true, why: "Yes" },
            { text: "c", correct: false },
          ],
        },
      },
    ]);
    expect(parsed.unsupported).toEqual([{ line: 4, what: "Penalties for another try", count: 1 }]);
  });

  it("reads several right answers by the plain rule or by option", () => {
    const single = "<single>false</single>";
    expect(
      one(
        "multichoice",
        single +
          answer("a", 33.33333) +
          answer("b", 33.33333) +
          answer("c", 33.33333) +
          answer("d", -33.33333),
      ).source,
    ).not.toHaveProperty("credit");
    expect(one("multichoice", single + answer("a", 100) + answer("b", 0)).source).toMatchObject({
      kind: "multiple",
      credit: "by-option",
      options: [{ credit: 1 }, { credit: 0 }],
    });
    expect(one("multichoiceset", answer("a", 100) + answer("b", 100) + answer("c", 0)).source).toMatchObject({
      kind: "multiple",
      credit: "all-or-nothing",
    });
  });

  it("says where a wrong choice took points away", () => {
    const { source, notes } = one("multichoice", answer("a", 100) + answer("b", -25));
    expect(source).not.toHaveProperty("credit");
    expect(notes).toEqual(["An answer that takes points away earns nothing instead"]);
  });

  it("reads true and false", () => {
    const plain = (text: string, fraction: number) =>
      `<answer fraction="${fraction}" format="moodle_auto_format"><text>${text}</text></answer>`;
    expect(one("truefalse", plain("true", 0) + plain("false", 100)).source).toMatchObject({ answer: false });
  });

  it("reads accepted texts", () => {
    expect(
      one(
        "shortanswer",
        `<usecase>1</usecase>${answer("Ro*me", 100)}${answer("Roma_*", 33.33333)}${answer("*", 0, html("feedback", "No"))}`,
      ).source,
    ).toMatchObject({
      kind: "short-text",
      matchCase: true,
      accept: [{ text: "Ro*me" }, { text: "Roma_*", credit: 1 / 3 }],
      explanation: "Any other answer: No",
    });
  });

  it("reads numbers, with a unit or several", () => {
    const unit = (name: string, multiplier: string) =>
      `<unit><multiplier>${multiplier}</multiplier><unit_name>${name}</unit_name></unit>`;
    const right = answer("5500", 100, "<tolerance>10</tolerance>");
    expect(one("numerical", right).source).toMatchObject({ numeric: { value: 5500, tolerance: 10 } });
    expect(one("numerical", `${right}<units>${unit("W", "1")}</units>`).source).toMatchObject({
      numeric: { unit: "W" },
    });
    const two = one(
      "numerical",
      `${right}<units>${unit("W", "1")}${unit("kW", "0.001")}</units><unitgradingtype>1</unitgradingtype>`,
    );
    expect(two.source).toMatchObject({
      numeric: {
        units: [
          { unit: "W", factor: 1 },
          { unit: "kW", factor: 1000 },
        ],
      },
    });
    for (const unclear of [
      answer("5,500", 100),
      answer("5500", 100, "<tolerance>1,000</tolerance>"),
      `${right}<units>${unit("W", "1")}${unit("mW", "1,000")}</units>`,
    ])
      expect(parse(quiz(question("numerical", unclear))).problems).toEqual([
        expect.objectContaining({ message: expect.stringContaining("two numbers") as string }),
      ]);
  });

  it("reads pairs and distractors", () => {
    const sub = (stem: string, match: string) =>
      `<subquestion format="html"><text>${stem}</text><answer><text>${match}</text></answer></subquestion>`;
    expect(
      one("matching", sub("cat", "c*t food") + sub("dog", "dog food") + sub("", "hay")).source,
    ).toMatchObject({
      pairs: [{ stem: "cat", match: "c\\*t food" }, { stem: "dog" }],
      distractors: ["hay"],
    });
    expect(one("ddmatch", sub("cat", "a") + sub("dog", "b")).source).toMatchObject({ kind: "matching" });
  });

  it("reads steps", () => {
    expect(
      one("ordering", `<gradingtype>-1</gradingtype>${answer("first", 1)}${answer("second", 2)}`).source,
    ).toMatchObject({
      kind: "ordering",
      credit: "all-or-nothing",
      order: ["first", "second"],
    });
  });

  it("reads texts with gaps", () => {
    const choices = ["cat", "dog", "mat", "rug"]
      .map(
        (text, index) =>
          `<selectoption><text>${text}</text><group>${index < 2 ? 1 : 2}</group></selectoption>`,
      )
      .join("");
    expect(
      one("gapselect", choices, "<p>Choose.</p><p>The [[1]] sat on the <b>[[3]]</b>, [[x]].</p>"),
    ).toMatchObject({
      source: {
        kind: "gaps",
        prompt: "Choose.",
        text: "The [[gap-1]] sat on the [[gap-2]], \\[\\[x]].",
        gaps: {
          "gap-1": { options: ["cat", "dog"], correct: "cat" },
          "gap-2": { options: ["mat", "rug"], correct: "mat" },
        },
      },
      unsupported: ["Emphasis, links and code in a text with gaps"],
    });
    const boxes = choices.replaceAll("selectoption", "dragbox");
    expect(one("ddwtos", boxes, "[[2]] barks").source).toMatchObject({
      prompt: "Choose what belongs in each gap.",
      text: "[[gap-1]] barks",
    });
  });

  it("reads embedded answers where all are lists", () => {
    expect(one("cloze", "", "A {1:MULTICHOICE:=cat#yes~d\\}og} and {:MCV:x~%100%y}").source).toMatchObject({
      text: "A [[gap-1]] and [[gap-2]]",
      gaps: {
        "gap-1": { options: ["cat", "d}og"], correct: "cat" },
        "gap-2": { options: ["x", "y"], correct: "y" },
      },
    });
    const typed = parse(quiz(question("multianswer", "", "A {1:SHORTANSWER:=cat}")));
    expect(typed.problems).toEqual([]);
    expect(typed.unsupported[0]!.what).toContain("to type into");
  });

  it("reads essays, written or handed in", () => {
    const written = one(
      "essay",
      `<responseformat>editor</responseformat><maxwordlimit>200</maxwordlimit>${html("graderinfo", "Names both")}`,
    );
    expect(written.source).toMatchObject({
      kind: "free-response",
      words: 200,
      rubric: [{ levels: [{ text: "Names both" }, { points: 0 }] }],
    });
    expect(written.notes[0]).toContain("rubric");
    const file = one(
      "essay",
      "<responseformat>noinline</responseformat><attachments>1</attachments><maxbytes>5242880</maxbytes><filetypeslist>.pdf,.docx</filetypeslist>",
    );
    expect(file.source).toMatchObject({
      kind: "file-response",
      files: { types: ["pdf", "docx"], megabytes: 5 },
    });
  });

  it("names what it leaves out, with how often and where first", () => {
    const parsed = parse(
      quiz(
        question("calculated", ""),
        question("description", ""),
        question("calculated", ""),
        question("ddmarker", ""),
        question("multichoice", answer("<![CDATA[<img src='a.png'>]]>", 100) + answer("b", 0)),
        question("numerical", answer("1", 100) + answer("2", 100)),
      ),
    );
    expect(parsed.problems).toEqual([]);
    expect(parsed.questions).toEqual([]);
    expect(parsed.unsupported).toEqual([
      { line: 3, what: "Questions of the type “calculated” (left out)", count: 2 },
      { line: 4, what: "Descriptions, which ask nothing (left out)", count: 1 },
      { line: 6, what: "Questions of the type “ddmarker” (left out)", count: 1 },
      { line: 7, what: "Pictures", count: 1 },
      { line: 7, what: "Answers without a text, such as a picture alone (left out)", count: 1 },
      { line: 8, what: "Numbers with several right answers (left out)", count: 1 },
    ]);
  });

  it("names what a question loses and keeps the question", () => {
    const { unsupported, source } = one(
      "multichoice",
      `<shuffleanswers>0</shuffleanswers>${html("correctfeedback", "Well done")}<hint format="html"><text>Think</text></hint>${answer("a", 100)}${answer("b", 0)}`,
      '<p>See <img src="@@PLUGINFILE@@/x.png" alt="the chart"></p>',
    );
    expect(source.prompt).toBe("See (the chart)");
    expect(unsupported).toEqual([
      "Pictures",
      "Hints for another try",
      "Feedback to the answer as a whole",
      "Answers in a fixed order",
    ]);
  });

  it.each([
    [quiz(question("multichoice", answer("a", 50) + answer("b", 0))), 3, "earns all points"],
    [quiz("", question("truefalse", answer("true", 0))), 4, "Neither true nor false"],
    [quiz(question("matching", "")), 3, "two pairs"],
    [quiz(question("gapselect", "", "[[4]]")), 3, "Gap [[4]]"],
    ["<quiz>\n<question></quiz>", 2, "not well-formed"],
    ["<questestinterop/>", 1, "QTI 1.2"],
    [
      '<?xml version="1.0"?>\n<qti-assessment-item xmlns="http://www.imsglobal.org/xsd/imsqtiasi_v3p0"/>',
      2,
      "QTI 3",
    ],
    ["<html/>", 1, "holds no Moodle questions"],
    ["no xml", 1, "no"],
  ])("%j is wrong at line %i", (text, line, message) => {
    const { problems } = parse(text);
    expect(problems[0]).toMatchObject({ line });
    expect(problems[0]!.message).toContain(message);
    expect(problems[0]!.advice).toBeDefined();
  });

  it("reads no declared entity: neither a file nor one that grows without end", () => {
    const bomb = `<?xml version="1.0"?>\n<!DOCTYPE quiz [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;">]>\n<quiz>&b;</quiz>`;
    const file = `<!-- x -->\n\n<!DOCTYPE quiz SYSTEM "file:///etc/passwd"><quiz/>`;
    expect(parse(bomb).problems).toMatchObject([
      { line: 2, message: expect.stringContaining("document type") as string },
    ]);
    expect(parse(file).problems).toMatchObject([{ line: 3 }]);
    /* A question about HTML may hold one. */
    expect(
      one("truefalse", '<answer fraction="100"><text>true</text></answer>', "<p>&lt;!DOCTYPE html&gt;</p>")
        .source.prompt,
    ).toBe("\\<!DOCTYPE html>");
  });
});
