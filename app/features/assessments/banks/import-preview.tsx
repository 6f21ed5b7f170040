import { Form, useNavigation } from "@remix-run/react";
import { Button, ButtonLink } from "~/ui/button";
import { Facts } from "~/ui/facts";
import { Notice } from "~/ui/notice";
import { Section } from "~/ui/page";
import { Table, Td, Th } from "~/ui/table";
import { ChosenKeyShown } from "../office-tests/question-key";
import { QuestionField } from "../sitting/question-field";
import { formats } from "./exchange-names";
import type { ImportPreview } from "./import-questions.server";
import { kindNames } from "./question-form";

interface ImportPreviewProps {
  preview: ImportPreview;
  here: string;
}

/** What a file would do to the bank. Nothing of it is saved yet. */
export function ImportPreviewSection({ preview, here }: ImportPreviewProps) {
  const { problems, moreProblems, unsupported, kinds, added, changed, unchanged, withdrawn } = preview;
  return (
    <>
      <Section
        title="What the file holds"
        description={`Read as ${formats[preview.format].name}. Nothing is saved yet.`}
      >
        <Facts
          columns
          items={[
            { label: "New", value: added },
            { label: "Changed: get a new version", value: changed },
            { label: "As they are in the bank", value: unchanged },
            ...(withdrawn > 0 ? [{ label: "Changed, and stay withdrawn", value: withdrawn }] : []),
          ]}
        />
        {kinds.length > 0 ? (
          <ul className="flex flex-wrap gap-x-5 gap-y-1 text-sm text-muted">
            {kinds.map(({ kind, count }) => (
              <li key={kind}>
                {kindNames[kind]}: {count}
              </li>
            ))}
          </ul>
        ) : null}
        {problems.length > 0 ? <Problems preview={preview} more={moreProblems} /> : null}
        {unsupported.length > 0 ? (
          <Notice kind="warning" title="What Attest has no place for">
            <ul className="grid gap-0.5">
              {unsupported.map(({ line, what, count }) => (
                <li key={`${line} ${what}`}>
                  {what}
                  {count > 1 ? `, ${count} times, first in line ${line}` : `, line ${line}`}
                </li>
              ))}
            </ul>
          </Notice>
        ) : null}
        {problems.length === 0 ? <Confirm preview={preview} here={here} /> : null}
      </Section>
      <FirstQuestions preview={preview} />
    </>
  );
}

function Problems({ preview, more }: { preview: ImportPreview; more: number }) {
  return (
    <>
      <Notice kind="danger" title="Nothing can be saved while the file has problems">
        All questions of a file are taken, or none. Mend the lines below in the file and choose it again.
      </Notice>
      <Table caption="Problems" captionHidden>
        <thead>
          <tr>
            <Th numeric>Line</Th>
            <Th>What is wrong</Th>
            <Th>What to do</Th>
          </tr>
        </thead>
        <tbody>
          {preview.problems.map(({ line, message, advice }, index) => (
            <tr key={index}>
              <Td numeric>{line}</Td>
              <Td className="min-w-48 break-words">{message}</Td>
              <Td className="min-w-40">{advice}</Td>
            </tr>
          ))}
        </tbody>
      </Table>
      {more > 0 ? <p className="text-sm text-muted">And {more} more.</p> : null}
    </>
  );
}

function Confirm({ preview, here }: ImportPreviewProps) {
  const sending = useNavigation().state === "submitting";
  const { added, changed, upload, state } = preview;
  if (added + changed === 0)
    return <Notice kind="info">The bank holds all of this already. There is nothing to import.</Notice>;
  return (
    <Form method="post" className="flex flex-wrap gap-3">
      <input type="hidden" name="form" value="confirm" />
      <input type="hidden" name="upload" value={upload} />
      <input type="hidden" name="state" value={state} />
      <Button disabled={sending}>
        {sending
          ? "Importing…"
          : `Import ${added + changed} ${added + changed === 1 ? "question" : "questions"}`}
      </Button>
      <ButtonLink to={here} variant="quiet" reloadDocument>
        Choose another file
      </ButtonLink>
    </Form>
  );
}

function FirstQuestions({ preview }: { preview: ImportPreview }) {
  const { first, added, changed, unchanged } = preview;
  const total = added + changed + unchanged;
  if (first.length === 0) return null;
  return (
    <Section
      title={first.length < total ? `The first ${first.length} of ${total}` : "The questions"}
      description="As learners will see them, each with what is right."
    >
      <div className="grid gap-8">
        {first.map(({ questionId, line, notes, question, key }) => (
          <div key={questionId} className="grid gap-2">
            <QuestionField
              question={question}
              total={first.length}
              lang="en"
              answered={false}
              onAnswer={() => undefined}
              onFile={() => Promise.resolve(null)}
            />
            <div className="border-l-2 border-line pl-3 text-sm">
              <p className="font-medium">What is right</p>
              <ChosenKeyShown body={question} question={key} lang="en" />
            </div>
            <p className="text-xs break-words text-muted">
              {questionId}, line {line}
              {notes.length > 0 ? `. ${notes.join(". ")}.` : ""}
            </p>
          </div>
        ))}
      </div>
    </Section>
  );
}
