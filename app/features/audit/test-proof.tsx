import { clauseNumber, markPercent, percent, pointsOf } from "~/features/assessments/scoring/score-words";
import { TallyBars } from "~/features/assessments/scoring/tally-bars";
import { DateTime } from "~/ui/date-time";
import { Facts } from "~/ui/facts";
import { Section } from "~/ui/page";
import { Table, Td, Th } from "~/ui/table";
import { PaperQuestionItem } from "./paper-question";
import type { TestEvidence } from "./record-evidence";

/** The paper as it was served, and its result recorded and worked out again. */
export function TestProof({ proof, timeZone }: { proof: TestEvidence; timeZone: string }) {
  const moment = (value: string) => <DateTime value={value} timeZone={timeZone} format="datetime" />;
  return (
    <>
      <Section
        title="Result"
        description={`Attempt ${proof.attemptNumber}, revision ${proof.revisionNumber} of the test.`}
      >
        {/* Cut by the end of a page, a table in a grid prints over what follows. */}
        <div className="print:break-inside-avoid">
          <ScoreTable proof={proof} />
        </div>
        <Facts
          items={[
            { label: "Began", value: moment(proof.startedAt) },
            { label: "Submitted", value: moment(proof.submittedAt) },
            { label: "Deadline", value: moment(proof.deadlineAt) },
            {
              label: "Submitted by",
              value: proof.timeUp ? "The deadline, with what had been saved by then" : "The person",
            },
            { label: "Scored by", value: proof.scoring },
          ]}
        />
        {proof.clauses.length > 0 ? (
          <TallyBars
            tallies={proof.clauses}
            passMark={proof.passMark}
            name={(key) => `Clause ${clauseNumber(key)}`}
          />
        ) : null}
      </Section>
      <Section
        title="The paper as it was served"
        description="Questions and options in the order in which they were shown."
      >
        {proof.sections.map((section, index) => (
          <div key={index} className="grid gap-5">
            <h3 className="font-semibold">{section.title}</h3>
            {section.questions.map((question) => (
              <PaperQuestionItem
                key={question.position}
                question={question}
                lang={proof.language}
                timeZone={timeZone}
              />
            ))}
          </div>
        ))}
      </Section>
    </>
  );
}

function ScoreTable({ proof: { stored, again, passMark } }: { proof: TestEvidence }) {
  const rows = [
    { what: "Score", of: ({ score }: typeof stored) => percent(score) },
    { what: "Points", of: ({ points, max }: typeof stored) => pointsOf(points, max) },
    {
      what: `Passed (${markPercent(passMark)} is needed)`,
      of: ({ passed }: typeof stored) => (passed ? "Yes" : "No"),
    },
  ];
  return (
    <Table caption="The result as it was recorded and as it is when scored again" captionHidden>
      <thead>
        <tr>
          <Th>
            <span className="sr-only">What</span>
          </Th>
          <Th numeric>As recorded</Th>
          <Th numeric>Scored again now</Th>
          <Th>Agree</Th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ what, of }) => (
          <tr key={what}>
            <Th scope="row">{what}</Th>
            <Td numeric>{of(stored)}</Td>
            <Td numeric>{of(again)}</Td>
            <Td>{of(stored) === of(again) ? "Yes" : "No"}</Td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
