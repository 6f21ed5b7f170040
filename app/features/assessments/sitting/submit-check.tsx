import { Flag } from "lucide-react";
import { Button } from "~/ui/button";
import { Notice } from "~/ui/notice";
import type { SectionProgress, Sitting } from "./attempt-view";
import { count } from "../scoring/score-words";

interface SubmitCheckProps {
  sections: readonly SectionProgress[];
  /** What a page shows. */
  page: Sitting["page"];
  busy: boolean;
}

const lists = new Intl.ListFormat("en");

/** "question 4", "questions 4, 6, and 7" */
function questionsAt(positions: readonly number[]): string {
  return `${positions.length === 1 ? "question" : "questions"} ${lists.format(positions.map(String))}`;
}

/** The step before submitting: what is unanswered, and that it is final. */
export function SubmitCheck({ sections, page, busy }: SubmitCheckProps) {
  const numbered = sections.map((section, index) => ({ ...section, index }));
  const open = numbered.filter((section) => section.unanswered.length > 0);
  const inPart = numbered.filter((section) => section.inPart.length > 0);
  const flagged = numbered.filter((section) => section.flagged.length > 0);
  const unanswered = open.flatMap((section) => section.unanswered);
  /* Where a page shows one question, it is named by that, not by its section. */
  const startOf = ({ index, unanswered: [first] }: (typeof open)[number]) =>
    page === "section" ? index + 1 : first;
  const placeOf = (index: number, position: number) =>
    page === "section" ? `${index + 1}-${position}` : position;
  return (
    <section aria-labelledby="section-heading" className="grid gap-6">
      <h2 id="section-heading" tabIndex={-1} className="text-lg font-semibold">
        Check and submit
      </h2>
      {unanswered.length === 0 && inPart.length === 0 ? (
        <Notice kind="info" title="Every question has an answer">
          You can still go back to any section and change answers before you submit.
        </Notice>
      ) : null}
      {unanswered.length > 0 ? (
        <Notice
          kind="warning"
          title={`${count(unanswered.length, "question has", "questions have")} no answer yet`}
        >
          <p>Each unanswered question counts as 0 points.</p>
          <ul className="mt-2 grid gap-1">
            {open.map((section) => (
              <li key={section.index}>
                <button type="submit" name="go" value={startOf(section)} className="link min-h-6 text-left">
                  {section.title}: {questionsAt(section.unanswered)}
                </button>
              </li>
            ))}
          </ul>
        </Notice>
      ) : null}
      {inPart.length > 0 ? (
        <Notice
          kind="warning"
          title={`${count(inPart.flatMap((each) => each.inPart).length, "question is", "questions are")} answered in part`}
        >
          <p>What is left open there earns nothing.</p>
          <ul className="mt-2 grid gap-1">
            {inPart.map(({ index, title, inPart: positions }) => (
              <li key={index}>
                <button
                  type="submit"
                  name="go"
                  value={placeOf(index, positions[0]!)}
                  className="link min-h-6 text-left"
                >
                  {title}: {questionsAt(positions)}
                </button>
              </li>
            ))}
          </ul>
        </Notice>
      ) : null}
      {flagged.length > 0 ? (
        <Notice
          kind="info"
          title={`You wanted to come back to ${count(flagged.flatMap((each) => each.flagged).length, "question")}`}
        >
          <ul className="grid gap-1">
            {flagged.map(({ index, title, flagged: positions }) => (
              <li key={index} className="flex flex-wrap items-center gap-x-2 gap-y-1">
                <Flag aria-hidden className="size-4 text-due" />
                {title}:
                {positions.map((position) => (
                  <button
                    key={position}
                    type="submit"
                    name="go"
                    value={placeOf(index, position)}
                    className="link min-h-6"
                  >
                    question {position}
                  </button>
                ))}
              </li>
            ))}
          </ul>
        </Notice>
      ) : null}
      <p className="max-w-[40rem]">
        After submitting, answers can no longer change. You see your result at once, with the right answers
        and why they are right; where a person marks an answer, the result follows after that.
      </p>
      <div className="flex flex-wrap gap-3">
        <Button size="large" name="intent" value="submit" disabled={busy}>
          {unanswered.length === 0 ? "Submit the test" : `Submit with ${unanswered.length} unanswered`}
        </Button>
        <Button
          size="large"
          variant="secondary"
          name="go"
          value={open[0] ? startOf(open[0]) : 1}
          disabled={busy}
        >
          {open[0] ? "Back to the unanswered" : "Back to the questions"}
        </Button>
      </div>
    </section>
  );
}
