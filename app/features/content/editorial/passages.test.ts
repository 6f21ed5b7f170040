import { expect, it } from "vitest";
import { parseLesson } from "../parse-lesson";
import { passagesOf } from "./passages";

const shown = (source: string) =>
  passagesOf(parseLesson(source)).map(
    ({ line, text, prose }) => `${line} ${prose ? "prose" : "label"} ${text}`,
  );

it("tells running text from what stands around it, each with its line", () => {
  expect(
    shown(`## A *heading*

A paragraph with \`code\` and
a second line.[^1]

- An item

| Cell |
| --- |
| Other |

<Callout kind="tip" title="A title">

In a block.

</Callout>

<KnowledgeCheck id="a" question="Which?">
<Choice correct why="Yes.">

- One thing

</Choice>
<Explanation>

So it is.

</Explanation>
</KnowledgeCheck>

[^1]: > A note`),
  ).toEqual([
    "1 label A heading",
    "3 prose A paragraph with and a second line.",
    "6 prose An item",
    "8 label Cell",
    "10 label Other",
    "12 label A title",
    "14 prose In a block.",
    "18 label Which?",
    "19 label Yes.",
    "21 label One thing",
    "26 prose So it is.",
    "31 label A note",
  ]);
});

it("knows where the links of a passage lead", () => {
  expect(passagesOf(parseLesson("To [one](./one) and **[two](/courses/two)**.\n\nNowhere."))).toMatchObject([
    { links: ["./one", "/courses/two"] },
    { links: [] },
  ]);
});
