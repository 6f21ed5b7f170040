import { Link } from "@remix-run/react";
import { changeWords } from "~/features/content/revisions/lesson-changes";
import { Facts } from "~/ui/facts";
import { Section } from "~/ui/page";
import { Table, Td, Th } from "~/ui/table";
import type { DraftProblem } from "./check-draft.server";
import type { PublishPlan } from "./publish-plan.server";

/** What stands in the way, lesson by lesson. */
export function PublishProblems({
  draftId,
  problems,
}: {
  draftId: string;
  problems: readonly DraftProblem[];
}) {
  return (
    <Section
      title={problems.length === 1 ? "1 thing to mend first" : `${problems.length} things to mend first`}
      description="Nothing has been published. Come back when these are mended."
    >
      <ol className="divide-y divide-line rounded-md border border-line bg-surface text-sm">
        {problems.map(({ lesson, line, column, message, advice, inText }, index) => (
          <li key={index} className="px-4 py-2.5">
            {lesson ? (
              <Link to={`/studio/${draftId}/lessons/${lesson.slug}`} className="link">
                {lesson.title}
              </Link>
            ) : (
              <Link to={`/studio/${draftId}`} className="link">
                The course
              </Link>
            )}
            {inText ? (
              <span className="text-muted tabular-nums">{` line ${line}, column ${column}`}</span>
            ) : null}
            <p>
              {message} {advice}
            </p>
          </li>
        ))}
      </ol>
    </Section>
  );
}

/** What readers will find different, and who they are. */
export function PublishSummary({ plan }: { plan: Omit<PublishPlan, "next"> }) {
  const { changes, courseChanges, audience, people, revision } = plan;
  return (
    <>
      <Section title="Who will see it">
        <Facts
          items={[
            { label: "Audience", value: audience },
            { label: "People today", value: people === 1 ? "1 person" : `${people} people` },
            {
              label: "Revision",
              value: revision === 0 ? "The first" : `${revision + 1}, after revision ${revision}`,
            },
          ]}
        />
      </Section>
      {changes ? (
        <Section
          title="What will change"
          description={
            revision === 0
              ? "Everything is new."
              : `Against revision ${revision}, which readers see now. Those who finished an unchanged lesson keep it as read.`
          }
        >
          {courseChanges.length > 0 ? (
            <ul className="grid gap-1 text-sm">
              {courseChanges.map((words) => (
                <li key={words}>{words}</li>
              ))}
            </ul>
          ) : null}
          <Table caption="Lessons and what changes about each" captionHidden>
            <thead>
              <tr>
                <Th>Lesson</Th>
                <Th>Change</Th>
              </tr>
            </thead>
            <tbody>
              {changes.map(({ slug, title, change }) => (
                <tr key={`${change}${slug}`}>
                  <Th scope="row">{title}</Th>
                  <Td className={change === "unchanged" ? "text-muted" : "font-medium"}>
                    {changeWords[change]}
                  </Td>
                </tr>
              ))}
            </tbody>
          </Table>
        </Section>
      ) : null}
    </>
  );
}
