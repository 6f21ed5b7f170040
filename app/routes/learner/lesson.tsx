import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData, useNavigation, useSearchParams } from "@remix-run/react";
import { ArrowLeft, ArrowRight, Check } from "lucide-react";
import { requireActor } from "~/features/auth/require-actor.server";
import { awardEarned } from "~/features/certifications/award-earned.server";
import { answerCheck } from "~/features/learning/check-answers.server";
import { completeLesson } from "~/features/learning/complete-lesson.server";
import { CourseOutline } from "~/features/learning/course-outline";
import { DifferenceSwitch } from "~/features/learning/difference-switch";
import { LessonBody, setApart } from "~/features/learning/lesson-body";
import { openLesson } from "~/features/learning/open-lesson.server";
import { PageOutline } from "~/features/learning/page-outline";
import { UnansweredNotice } from "~/features/learning/unanswered-notice";
import { Conflict, Invalid } from "~/platform/errors";
import { readFields } from "~/platform/http/submit-form.server";
import { Button } from "~/ui/button";
import { Notice } from "~/ui/notice";

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: page ? `${page.current.title} · ${page.course.title} · Attest` : "Attest" },
];

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args);
  const marked = new URL(args.request.url).searchParams.has("changes");
  const lesson = await openLesson(actor, { ...placeOf(args), marked });
  return { ...lesson, segments: setApart(lesson.segments, args.context.staticHtml) };
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args);
  const place = placeOf(args);
  const form = await readFields(args.request);
  const checkId = form.get("intent") === "check" ? textOf(form.get("check")) : "";
  const sent = { ...place, snapshot: textOf(form.get("snapshot")) };
  try {
    if (checkId) {
      const chosen = form.getAll("choice").map(textOf);
      return { checkId, feedback: await answerCheck(actor, { ...sent, checkId, chosen }) };
    }
    const { nextLesson, courseCompleted } = await completeLesson(actor, sent);
    if (courseCompleted) await awardEarned(actor.personId);
    const onward = nextLesson && !courseCompleted ? `/${nextLesson}` : "";
    return redirect(`/courses/${place.courseSlug}${onward}`);
  } catch (error) {
    if (error instanceof Conflict && error.reason === "lesson-revised")
      return redirect(`/courses/${place.courseSlug}/${place.lessonSlug}?revised`);
    if (!(error instanceof Invalid)) throw error;
    return data({ checkId, problem: error.message, open: error.fields.checks ?? [] }, { status: 422 });
  }
}

function textOf(value: FormDataEntryValue | null): string {
  return typeof value === "string" ? value : "";
}

function placeOf({ params }: LoaderFunctionArgs | ActionFunctionArgs) {
  return { courseSlug: params.course!, lessonSlug: params.lesson! };
}

export default function LessonPage() {
  const { course, lessons, current, previous, next, segments, outline, answers, marked, renewedFrom } =
    useLoaderData<typeof loader>();
  const result = useActionData<{ checkId: string; problem?: string; open?: string[] }>();
  const problem = result?.problem ? { checkId: result.checkId, message: result.problem } : undefined;
  const revised = useSearchParams()[0].has("revised");
  const sending = useNavigation().formData?.get("intent") === "read";
  const readCount = lessons.filter(({ read }) => read).length;

  return (
    <div className="grid max-w-[78rem] gap-x-14 gap-y-8 xl:grid-cols-[minmax(0,44rem)_17rem]">
      <article className="min-w-0">
        <header className="mb-8 max-w-[66ch]">
          <nav aria-label="Breadcrumb" className="text-sm text-muted print:hidden">
            <Link
              to={`/courses/${course.slug}`}
              className="inline-flex min-h-6 items-center hover:text-ink hover:underline"
            >
              {course.title}
            </Link>
          </nav>
          <h1 className="text-3xl font-semibold tracking-tight text-balance">{current.title}</h1>
          <p className="mt-2 text-sm text-muted">
            Lesson {current.position} of {lessons.length} · {current.minutes} min
            {current.read ? " · read" : ""}
          </p>
          <a
            href="#lessons"
            className="link mt-1 inline-flex min-h-6 items-center text-sm xl:hidden print:hidden"
          >
            All lessons of this course
          </a>
        </header>

        {revised ? (
          <div className="mb-8 max-w-[66ch]">
            <Notice kind="warning" title="This lesson was revised while you were reading">
              What you sent just now was not recorded. This is the lesson as it is now.
            </Notice>
          </div>
        ) : null}
        {marked !== null && renewedFrom !== null ? (
          <DifferenceSwitch marked={marked} from={renewedFrom} />
        ) : null}
        <LessonBody
          key={`${current.snapshot}${marked ? " marked" : ""}`}
          segments={segments}
          answers={answers}
          problem={problem?.checkId ? problem : undefined}
          snapshot={current.snapshot}
        />

        <footer id="done" className="scroll-mt-20 mt-12 max-w-[66ch] border-t border-line pt-6 print:hidden">
          {problem && !problem.checkId ? (
            <UnansweredNotice
              message={problem.message}
              checks={(result?.open ?? []).filter((id) => !answers[id])}
              said={result}
            />
          ) : null}
          <div className="flex flex-wrap items-center justify-between gap-3">
            {previous ? (
              <Link
                to={`/courses/${course.slug}/${previous}`}
                rel="prev"
                className="inline-flex min-h-9 items-center gap-1.5 text-sm text-accent hover:underline"
              >
                <ArrowLeft aria-hidden className="size-4" /> Previous lesson
              </Link>
            ) : (
              <span />
            )}
            <Form method="post" action="#done">
              <input type="hidden" name="snapshot" value={current.snapshot} />
              <Button name="intent" value="read" disabled={sending}>
                {next ? "Done, next lesson" : "Done, finish the course"}
                {next ? <ArrowRight aria-hidden /> : <Check aria-hidden />}
              </Button>
            </Form>
          </div>
        </footer>
      </article>

      <aside className="print:hidden">
        <div className="grid gap-8 xl:sticky xl:top-8">
          <nav id="lessons" aria-label="Lessons of this course" className="max-w-[66ch] scroll-mt-20">
            <p className="mb-2 px-2 text-xs font-medium text-muted">
              {readCount} of {lessons.length} lessons read
            </p>
            <CourseOutline courseSlug={course.slug} lessons={lessons} current={current.slug} />
          </nav>
          <PageOutline outline={outline} />
        </div>
      </aside>
    </div>
  );
}
