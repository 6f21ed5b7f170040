/** Courses that the demo company's Regional Sales Managers wrote in the studio. */

export interface StudioLesson {
  title: string;
  summary: string;
  minutes: number;
  source: string;
}

export interface StudioCourse {
  title: string;
  summary: string;
  jobRoles: readonly string[];
  regions: readonly string[];
  /** A file of content/courses to use as a picture, under its own name. */
  picture: string;
  lessons: readonly StudioLesson[];
}

export const BENCH_COURSE: StudioCourse = {
  title: "Showing Halden Bench in fifteen minutes",
  summary:
    "A demonstration that a quality manager remembers: one sample, one result, and where every number came from.",
  jobRoles: ["account-executive", "regional-sales-manager"],
  regions: [],
  picture: "meridian-spectrophotometers/three-layers.svg",
  lessons: [
    {
      title: "Before the call",
      summary: "What to prepare so that nothing has to be explained away.",
      minutes: 4,
      source: `A quality manager gives you fifteen minutes. If you spend five of them looking for a file, you have shown
that the software is hard to use, whatever you say afterwards.

## Have three things open

<Steps>
<Step title="A finished run">

One Meridian measurement with its method, its result and its report. Use the sample set that comes with Bench.

</Step>
<Step title="The same run, changed once">

Correct a sample name and give a reason. The history of the record is what this customer is paying for.

</Step>
<Step title="An export">

The CSV of the run, already saved to the desktop, so that you can show it without waiting.

</Step>
</Steps>

<Figure src="./three-layers.svg" alt="Three stacked layers. Bottom: the software, which Halden supplies. Middle: the installation, which Halden and the customer do together. Top: the people, which the customer alone can do." caption="You are showing the lowest layer; say so before the customer asks about the others" />

<KnowledgeCheck id="first-minute" question="The customer asks for a feature you have not prepared. What serves both of you best?">
<Choice why="It tempts because silence feels worse, but guessing in front of a quality manager costs you the rest of the meeting.">Try it live and see whether it works</Choice>
<Choice correct why="A written answer within a day is worth more than an uncertain one now.">Note it, promise an answer by tomorrow, and go on with the run</Choice>
<Choice why="It closes the question without answering it, and the customer will notice.">Say that nobody has asked for it so far</Choice>
<Explanation>

Fifteen minutes carry one idea. Every question you note is a reason for the next call.

</Explanation>
</KnowledgeCheck>
`,
    },
    {
      title: "The fifteen minutes",
      summary: "What to show in which order, and when to stop talking.",
      minutes: 5,
      source: `## Start from the result

Open the report first and ask: "If an inspector pointed at this number, what would you want to see next?" Then follow
the answer. Most people ask for one of three things.

<Comparison caption="What they ask for, and where you go">

| They ask | You open | You say |
| --- | --- | --- |
| Who measured this? | The record's history | "Every step has a name and a time." |
| Was the instrument fit for it? | The last verification | "It ran this morning; here is the result." |
| Can I have it in our system? | The export | "CSV, JSON or PDF, with the same run number." |

</Comparison>

<Callout kind="warning" title="Where demonstrations go wrong">

Showing every menu. The customer remembers one thing; choose it before somebody else does.

</Callout>

## Stop on time

At minute thirteen, ask what would have to be true for their laboratory to try it. Write the answer down word for word:
it is the first line of your deal plan.

<KnowledgeCheck id="start" question="Which screen do you open first?">
<Choice why="It looks impressive, but nobody buys a menu.">The list of all methods</Choice>
<Choice correct why="It is what the customer will have to defend, so everything else has a purpose.">The finished report</Choice>
<Choice why="It matters later; at the start it means nothing to them yet.">The settings of the instrument</Choice>
</KnowledgeCheck>
`,
    },
  ],
};

/** What the second revision adds: the question that came back from the field. */
export const BENCH_ADDITION = `
## When they compare prices

Do not defend the price of the software. Ask how long it takes today to answer an inspector's question about one result,
and how often it is asked. Twenty minutes twice a week is about thirty-five hours a year.
`;

export const TERRITORY_COURSE: StudioCourse = {
  title: "Water laboratories in the Nordics",
  summary:
    "Who buys a titrator in our region's water laboratories, what they measure, and which questions open the door.",
  jobRoles: ["account-executive"],
  regions: ["emea"],
  picture: "meridian-spectrophotometers/which-family.svg",
  lessons: [
    {
      title: "Who decides",
      summary: "Three people sign, and they want three different things.",
      minutes: 4,
      source: `Municipal water laboratories buy together. The chemist wants fewer repeats, the head of laboratory wants people at
home by five, and the purchaser wants three offers that can be compared.

<Definition term="Framework agreement">

A contract that fixes prices and terms for several years without fixing quantities. Orders are then placed against it.

</Definition>

Ask the chemist first: how many samples in a week have to be run again, and why?

<KnowledgeCheck id="signatures" question="Whom do you ask about repeat measurements?">
<Choice correct why="The chemist runs the repeats and knows what causes them.">The chemist</Choice>
<Choice why="The purchaser sees invoices, not repeats.">The purchaser</Choice>
<Choice why="They feel the overtime, but seldom know its cause.">The head of laboratory</Choice>
</KnowledgeCheck>
`,
    },
    {
      title: "What a day of samples takes",
      summary: "The sum that brings people home by five.",
      minutes: 4,
      source: `A water laboratory counts its day in hands, not in titrations. Each sample on a Tidewater 1 takes two minutes of
somebody's hands. A tray of 24 on a Tidewater 4 takes ten, and the instrument then works through it alone.

<Comparison caption="Hands needed for 24 samples of chloride">

| Instrument | Minutes of hands | What the head of laboratory hears |
| --- | --- | --- |
| Tidewater 1 | 48 | "Somebody stands beside it all morning." |
| Tidewater 4 | 10 | "It runs while you do something else." |

</Comparison>

Ask how many samples come in on the busiest day. Below ten, the smaller instrument is the honest answer.

<KnowledgeCheck id="hands" question="A laboratory runs 24 samples of chloride a day. What do you compare for the head of laboratory?">
<Choice correct why="That is the time in which nobody is free for anything else.">The minutes of hands</Choice>
<Choice why="It is much the same on both, and it is not what keeps people late.">The minutes of one titration</Choice>
<Choice why="That is for the purchaser, who wants three offers.">The list prices</Choice>
</KnowledgeCheck>
`,
    },
  ],
};

export const UNFINISHED_COURSE: Omit<StudioCourse, "picture"> = {
  title: "Titration for people who sell spectrophotometers",
  summary: "Enough about Tidewater to notice when a customer needs one.",
  jobRoles: ["account-executive"],
  regions: ["emea"],
  lessons: [
    {
      title: "One idea and two words",
      summary: "What a titrator does, without chemistry.",
      minutes: 5,
      source: `A titrator adds a measured amount of something until a change tells it to stop. How much was needed says how much was
there.

<Callout kind="tip">

To do: ask Jonas for the photograph of the carousel.

</Callout>
`,
    },
  ],
};
