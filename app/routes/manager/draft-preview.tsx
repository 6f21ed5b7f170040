import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { requireActor } from "~/features/auth/require-actor.server";
import { LessonBody } from "~/features/learning/lesson-body";
import { coursePreview } from "~/features/publishing/course-preview.server";
import { DraftFrame } from "~/features/publishing/draft-frame";
import { classNames } from "~/ui/class-names";
import { EmptyState } from "~/ui/empty-state";
import { Notice } from "~/ui/notice";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? `Preview of ${data.draft.title} · Studio · Attest` : "Attest" },
];

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args, "manager");
  return coursePreview(actor, args.params.draft!, new URL(args.request.url).searchParams.get("lesson"));
}

export default function DraftPreview() {
  const { draft, current } = useLoaderData<typeof loader>();
  const place = `/studio/${draft.id}`;
  return (
    <DraftFrame
      draft={draft}
      title="Preview"
      lead="The course as it is saved now. Only you see this page."
      width="full"
    >
      {current === null ? (
        <EmptyState title="There is nothing to see yet">
          Add a lesson first, on the course's own page.
        </EmptyState>
      ) : (
        <div className="grid max-w-[78rem] gap-x-14 gap-y-8 xl:grid-cols-[minmax(0,1fr)_17rem]">
          <article className="min-w-0">
            <header className="mb-8 max-w-[66ch]">
              <p className="text-sm text-muted">{draft.title}</p>
              <h2 className="text-3xl font-semibold tracking-tight text-balance">
                {current.title || "Lesson without a title"}
              </h2>
              <p className="mt-2 text-sm text-muted">
                Lesson {current.position} of {draft.lessons.length} · {current.minutes} min
              </p>
            </header>
            {current.segments ? (
              <LessonBody key={current.slug} segments={current.segments} inert />
            ) : (
              <Notice kind="warning" title="This lesson cannot be shown yet">
                {current.problems.length === 1
                  ? "One thing needs mending."
                  : `${current.problems.length} things need mending.`}{" "}
                <Link to={`${place}/lessons/${current.slug}`} className="link">
                  Open it in the editor
                </Link>
              </Notice>
            )}
          </article>
          <nav aria-label="Lessons of this draft">
            <ol className="grid gap-0.5 text-sm xl:sticky xl:top-8">
              {draft.lessons.map(({ slug, title, minutes }) => (
                <li key={slug}>
                  <Link
                    to={`${place}/preview?lesson=${slug}`}
                    aria-current={slug === current.slug ? "page" : undefined}
                    className={classNames(
                      "flex min-h-8 items-start justify-between gap-3 rounded-md px-2 py-1.5 hover:bg-hover",
                      slug === current.slug && "bg-sunken font-medium",
                    )}
                  >
                    {title || slug}
                    <span className="shrink-0 text-muted tabular-nums">{minutes} min</span>
                  </Link>
                </li>
              ))}
            </ol>
          </nav>
        </div>
      )}
    </DraftFrame>
  );
}
