import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireActor } from "~/features/auth/require-actor.server";
import { certificationsAsking } from "~/features/certifications/certifications-asking.server";
import { CountsTowards } from "~/features/certifications/counts-towards";
import { courseKindNames } from "~/features/content/course-kind-names";
import { coursePage } from "~/features/learning/course-page.server";
import { CourseOutline } from "~/features/learning/course-outline";
import { RenewalNotice } from "~/features/learning/renewal-notice";
import { progressWords, renewalAction } from "~/features/learning/renewal-words";
import { Bar } from "~/ui/bar";
import { ButtonLink } from "~/ui/button";
import { DateTime } from "~/ui/date-time";
import { Facts } from "~/ui/facts";
import { Notice } from "~/ui/notice";
import { Page, Section } from "~/ui/page";
import { StateBadge } from "~/ui/state-badge";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? `${data.course.title} · Attest` : "Attest" },
];

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args);
  const course = await coursePage(actor, args.params.course!);
  const certifications = await certificationsAsking({ course: course.slug });
  return { course, certifications, timeZone: actor.timeZone };
}

/** In English, as the interface is. */
function languageName(code: string): string {
  return new Intl.DisplayNames("en", { type: "language" }).of(code) ?? code;
}

export default function CoursePage() {
  const { course, certifications, timeZone } = useLoaderData<typeof loader>();
  const { progress, renewal } = course;
  const start = `/courses/${course.slug}/${progress.resumeAt}`;
  const label = {
    "not-started": "Start the course",
    "in-progress": "Go on reading",
    completed: renewal ? renewalAction(renewal.kind) : "Read again",
  };
  return (
    <Page
      title={course.title}
      lead={course.summary}
      badge={<StateBadge state={progress.state} />}
      breadcrumbs={[{ label: "Courses", to: "/courses" }]}
      actions={
        progress.resumeAt ? (
          <ButtonLink
            to={start}
            variant={progress.state === "completed" && !renewal ? "secondary" : "primary"}
          >
            {label[progress.state]}
          </ButtonLink>
        ) : null
      }
    >
      {progress.completedAt && renewal ? (
        <RenewalNotice
          renewal={renewal}
          lessons={progress.lessons}
          revisionNumber={course.revisionNumber}
          note={course.note}
          completedAt={progress.completedAt}
          timeZone={timeZone}
        />
      ) : progress.completedAt ? (
        <Notice kind="success">
          You completed this course on <DateTime value={progress.completedAt} timeZone={timeZone} />. Your
          record keeps the lessons as you read them.
        </Notice>
      ) : null}
      <div className="grid gap-x-14 gap-y-8 lg:grid-cols-[minmax(0,1fr)_18rem]">
        <Section
          title="Lessons"
          description={`${progressWords(renewal, progress)}${progress.minutesLeft > 0 ? `, about ${progress.minutesLeft} minutes to go` : ""}`}
        >
          <Bar
            value={renewal ? renewal.done / renewal.lessons : progress.readLessons / progress.lessons}
            label={renewal ? "Lessons of the renewal read" : "Lessons read"}
            tone="valid"
          />
          <CourseOutline courseSlug={course.slug} lessons={course.lessons} />
        </Section>
        <aside className="grid content-start gap-6">
          <Facts
            items={[
              { label: "Kind", value: courseKindNames[course.kind] },
              { label: "Time needed", value: `${course.minutes} minutes` },
              { label: "Language", value: languageName(course.language) },
              {
                label: "Revision",
                value: (
                  <>
                    {course.revisionNumber}, <DateTime value={course.publishedAt} timeZone={timeZone} />
                  </>
                ),
              },
            ]}
          />
          <CountsTowards certifications={certifications} />
        </aside>
      </div>
    </Page>
  );
}
