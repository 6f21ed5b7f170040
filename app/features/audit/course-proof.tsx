import { Link } from "@remix-run/react";
import { LessonBody } from "~/features/learning/lesson-body";
import { DateTime } from "~/ui/date-time";
import { Notice } from "~/ui/notice";
import { Section } from "~/ui/page";
import { Table, Td, Th } from "~/ui/table";
import type { CourseEvidence, ReadLesson } from "./record-evidence";

interface CourseProofProps {
  proof: CourseEvidence;
  recordId: string;
  timeZone: string;
}

/** The lessons as they were when the person read them, with the answers they gave. */
export function CourseProof({ proof, recordId, timeZone }: CourseProofProps) {
  const { title, revisionNumber, lessons, missing, altered } = proof;
  const opened = lessons.filter((lesson) => lesson.opened);
  const address = `/audit/records/${recordId}`;
  return (
    <>
      <Section
        title="Lessons as they were"
        description={`${title}, revision ${revisionNumber}. Each lesson opens as the person saw it, with their answers.`}
        actions={
          <Link to={`${address}?lesson=all#lessons`} className="link text-sm" preventScrollReset>
            Show all, for printing
          </Link>
        }
        id="lessons"
      >
        <Table caption="Lessons of the course" captionHidden>
          <thead>
            <tr>
              <Th>Lesson</Th>
              <Th>Read</Th>
              <Th>Knowledge checks</Th>
              <Th>Snapshot</Th>
            </tr>
          </thead>
          <tbody>
            {lessons.map((lesson) => (
              <tr key={lesson.slug}>
                <Th scope="row">
                  <Link
                    to={`${address}?lesson=${lesson.slug}#${anchorOf(lesson)}`}
                    className="link"
                    preventScrollReset
                  >
                    {lesson.title}
                  </Link>
                </Th>
                <Td className="whitespace-nowrap">
                  {lesson.readAt ? (
                    <DateTime value={lesson.readAt} timeZone={timeZone} format="datetime" />
                  ) : (
                    "In an earlier revision"
                  )}
                </Td>
                <Td>{answersInWords(lesson)}</Td>
                <Td className="font-mono text-xs text-muted">{lesson.snapshot.slice(0, 12)}</Td>
              </tr>
            ))}
          </tbody>
        </Table>
        {altered.length > 0 ? (
          <Notice kind="danger" title="A lesson is not what was shown">
            What is stored for {altered.join(", ")} has been changed since. The record keeps the hash of what
            was shown; a backup from then has the lesson that fits it.
          </Notice>
        ) : null}
        {missing.length > 0 ? (
          <Notice kind="danger" title="A lesson cannot be shown">
            The snapshot of {missing.join(", ")} is missing from the database. Restore it from a backup.
          </Notice>
        ) : null}
      </Section>
      {opened.map((lesson) => (
        <Section
          key={lesson.slug}
          id={anchorOf(lesson)}
          title={lesson.title}
          description="As it was. Nothing on it can be answered here."
          className="rounded-md border border-line bg-surface p-5 sm:p-8 print:border-0 print:p-0"
        >
          <LessonBody segments={lesson.opened!.segments} answers={lesson.opened!.feedback} inert />
        </Section>
      ))}
    </>
  );
}

function anchorOf({ slug }: ReadLesson): string {
  return `lesson-${slug}`;
}

/** "2 answered, 1 right the first time" */
function answersInWords({ answers }: ReadLesson): string {
  const first = new Map<string, boolean>();
  for (const { check, correct } of answers) if (!first.has(check)) first.set(check, correct);
  if (first.size === 0) return "None";
  const right = [...first.values()].filter(Boolean).length;
  const tries = answers.length === first.size ? "" : `, ${answers.length} tries`;
  return `${first.size} answered, ${right} right the first time${tries}`;
}
