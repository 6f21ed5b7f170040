/** What the toolbar inserts and the block reference shows. */
export interface BlockSnippet {
  readonly name: string;
  readonly purpose: string;
  readonly text: string;
}

export const blockSnippets: readonly BlockSnippet[] = [
  {
    name: "Heading",
    purpose: "Headings begin at level two; the lesson's title is level one.",
    text: "## What this part is about",
  },
  {
    name: "Callout",
    purpose: "Sets something apart. kind is note, tip, warning or important; the title may be left out.",
    text: '<Callout kind="note" title="A short title">\n\nWhat readers should not miss.\n\n</Callout>',
  },
  {
    name: "Steps",
    purpose: "An ordered procedure.",
    text: '<Steps>\n<Step title="Do this first">\n\nHow to do it.\n\n</Step>\n<Step title="Then do this">\n\nHow to do it.\n\n</Step>\n</Steps>',
  },
  {
    name: "Tabs",
    purpose: "Ways to do the same, of which a reader needs one.",
    text: '<Tabs>\n<Tab title="First">\n\nText.\n\n</Tab>\n<Tab title="Second">\n\nText.\n\n</Tab>\n</Tabs>',
  },
  {
    name: "Table",
    purpose: "A comparison with a caption. A table also works without the block around it.",
    text: '<Comparison caption="What is compared">\n\n| | First | Second |\n| --- | --- | --- |\n| Aspect | … | … |\n\n</Comparison>',
  },
  {
    name: "Definition",
    purpose: "Explains a term where it comes up first.",
    text: '<Definition term="The term">\n\nWhat it means.\n\n</Definition>',
  },
  {
    name: "Knowledge check",
    purpose:
      "A question to check oneself. Three to five choices; two or more with the word correct make it multiple choice. The id is unique in the course.",
    text: '<KnowledgeCheck id="give-it-a-name" question="The question in full?">\n<Choice why="Why this tempts and is wrong.">A wrong choice</Choice>\n<Choice correct why="Why this is right.">The right choice</Choice>\n<Choice why="Why this tempts and is wrong.">Another wrong choice</Choice>\n<Explanation>\n\nShown after answering, whatever was chosen.\n\n</Explanation>\n</KnowledgeCheck>',
  },
  {
    name: "Figure",
    purpose: "A picture with its text alternative. Upload it first, under Pictures and files.",
    text: '<Figure src="./name.png" alt="What the picture shows, in words" caption="A caption" />',
  },
  {
    name: "Video",
    purpose: "A film with captions and its transcript.",
    text: '<Video src="./name.webm" captions="./name.vtt" title="What it shows" seconds="40">\n\nThe transcript.\n\n</Video>',
  },
  {
    name: "Download",
    purpose: "A file to keep.",
    text: '<Download src="./name.pdf" title="What it is">One line: what it is for.</Download>',
  },
  {
    name: "Code",
    purpose: "Program text or a command; the language after the three backticks colours it.",
    text: "```json\n{ }\n```",
  },
];

/** Blocks stand between empty lines. `before` and `after` are the text around the place of insertion. */
export function placedSnippet(snippet: string, before: string, after: string): string {
  const lead = before === "" || before.endsWith("\n\n") ? "" : before.endsWith("\n") ? "\n" : "\n\n";
  const trail = after === "" ? "\n" : after.startsWith("\n\n") ? "" : after.startsWith("\n") ? "\n" : "\n\n";
  return `${lead}${snippet}${trail}`;
}
