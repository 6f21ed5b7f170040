import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { requireActor } from "~/features/auth/require-actor.server";
import { LessonBody } from "~/features/learning/lesson-body";
import { DraftFrame } from "~/features/publishing/draft-frame";
import { lessonAction, readLessonForm } from "~/features/publishing/lesson-action.server";
import { LessonEditor } from "~/features/publishing/lesson-editor";
import { findLesson } from "~/features/publishing/lesson-queries.server";
import { previewOf } from "~/features/publishing/preview-lesson.server";
import { Notice } from "~/ui/notice";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? `${data.lesson.title || data.lesson.slug} · Studio · Attest` : "Attest" },
];

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args, "manager");
  const found = await findLesson(actor, placeOf(args));
  const preview = await previewOf(actor, found, found.lesson.source);
  const saved = new URL(args.request.url).searchParams.get("done") === "saved";
  return { ...found, preview, saved, timeZone: actor.timeZone };
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args, "manager");
  return lessonAction(actor, placeOf(args), await readLessonForm(args.request));
}

function placeOf({ params }: LoaderFunctionArgs | ActionFunctionArgs) {
  return { draftId: params.draft!, lessonSlug: params.lesson! };
}

export default function DraftLesson() {
  const { draft, lesson, lessons, files, preview, saved, timeZone } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const place = lesson.position - 1;
  return (
    <DraftFrame
      draft={draft}
      title={lesson.title || "Lesson without a title"}
      lead={`Lesson ${lesson.position} of ${lessons.length}`}
      width="full"
      actions={<Neighbours draftId={draft.id} previous={lessons[place - 1]} next={lessons[place + 1]} />}
    >
      {saved && !answer ? <Notice kind="success">The lesson is saved.</Notice> : null}
      <LessonEditor
        key={lesson.slug}
        draftId={draft.id}
        lesson={lesson}
        files={files}
        preview={preview}
        answer={answer}
        timeZone={timeZone}
        renderLesson={(segments) => <LessonBody segments={segments} inert />}
      />
    </DraftFrame>
  );
}

type Neighbour = { slug: string; title: string } | undefined;

function Neighbours({ draftId, previous, next }: { draftId: string; previous: Neighbour; next: Neighbour }) {
  const link = (lesson: Neighbour, words: string) =>
    lesson ? (
      <Link
        to={`/studio/${draftId}/lessons/${lesson.slug}`}
        className="link inline-flex min-h-6 items-center text-sm"
      >
        {words}
        <span className="sr-only">: {lesson.title || lesson.slug}</span>
      </Link>
    ) : null;
  return (
    <>
      {link(previous, "Previous lesson")}
      {link(next, "Next lesson")}
    </>
  );
}
