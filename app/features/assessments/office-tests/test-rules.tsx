import { DateTime } from "~/ui/date-time";
import { Facts } from "~/ui/facts";
import { questionCount, type Blueprint } from "../blueprints/blueprint";
import { count, duration, languageName, markPercent } from "../scoring/score-words";

type Rules = Omit<Blueprint, "questions">;

interface TestRulesProps {
  rules: Rules;
  revision: number;
  timeZone: string;
}

/** The rules of the revision in force, in words. */
export function TestRules({ rules, revision, timeZone }: TestRulesProps) {
  const { minutes, graceSeconds = 0, sections, window } = rules;
  const grace = graceSeconds > 0 ? `, and ${graceSeconds} seconds of grace that are not shown` : "";
  return (
    <Facts
      items={[
        { label: "Revision in force", value: revision },
        { label: "To pass", value: passing(rules) },
        { label: "Time", value: `${count(minutes, "minute")}${grace}` },
        { label: "Attempts", value: attempts(rules) },
        { label: "Paper", value: paper(rules) },
        {
          label: sections.length === 1 ? "Section" : "Sections",
          value: (
            <ul className="grid gap-0.5">
              {sections.map(({ title, draw, passMark }) => (
                <li key={title}>
                  {title}: {count(draw, "question")}
                  {passMark === undefined ? "" : `, ${markPercent(passMark)} needed`}
                </li>
              ))}
            </ul>
          ),
        },
        ...(window
          ? [
              {
                label: "Open",
                value: (
                  <>
                    {window.opensAt ? (
                      <>
                        from <DateTime value={window.opensAt} timeZone={timeZone} format="datetime" />{" "}
                      </>
                    ) : null}
                    {window.closesAt ? (
                      <>
                        until <DateTime value={window.closesAt} timeZone={timeZone} format="datetime" />
                      </>
                    ) : null}
                  </>
                ),
              },
            ]
          : []),
        { label: "Conditions", value: conditions(rules) },
      ]}
    />
  );
}

function passing({ passMark, clausePassMark, sections }: Rules): string {
  return [
    `${markPercent(passMark)} of the points`,
    ...(clausePassMark === undefined ? [] : [`${markPercent(clausePassMark)} in every clause`]),
    ...(sections.some((section) => section.passMark !== undefined) ? ["what its sections ask for"] : []),
  ].join(", and ");
}

function attempts({ attempts: { max, waitHours, renewDays, afterLast } }: Rules): string {
  const wait = waitHours > 0 && max > 1 ? `, ${duration(waitHours)} apart` : "";
  const then =
    afterLast === "closed"
      ? "no fresh set opens by itself"
      : `a fresh set opens after ${count(renewDays, "day")}`;
  return `${max}${wait}; ${then}`;
}

function paper(rules: Rules): string {
  const { shuffle, page } = rules;
  return [
    count(questionCount(rules), "question"),
    page === "question" ? "one at a time" : "a section at a time",
    ...(shuffle?.questions === false ? ["questions in a fixed order"] : []),
    ...(shuffle?.options === false ? ["options in a fixed order"] : []),
  ].join(", ");
}

function conditions({ book, declaration, invigilated, secondMarking, language }: Rules): string {
  return [
    `in ${languageName(language)}`,
    ...(book === undefined ? [] : [book === "open" ? "open book" : "closed book"]),
    ...(declaration === undefined ? [] : ["with a declaration of honesty"]),
    ...(invigilated ? ["watched by an invigilator"] : []),
    ...(secondMarking ? ["marked by two people"] : []),
  ].join(", ");
}
