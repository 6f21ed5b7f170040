import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { Plus } from "lucide-react";
import { requireActor } from "~/features/auth/require-actor.server";
import { courseKindNames } from "~/features/content/course-kind-names";
import { repositoryCourses } from "~/features/content/owned-courses.server";
import { listDrafts } from "~/features/publishing/draft-queries.server";
import { DraftTable } from "~/features/publishing/draft-table";
import { ButtonLink } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { Notice } from "~/ui/notice";
import { Page, Section } from "~/ui/page";
import { Pager } from "~/ui/pager";

const MOST_SHOWN = 12;

export const meta: MetaFunction = () => [{ title: "Studio · Attest" }];

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args, "manager");
  const { searchParams } = new URL(args.request.url);
  const before = searchParams.get("before");
  const [page, kept] = await Promise.all([
    listDrafts(actor, before),
    repositoryCourses(actor, MOST_SHOWN + 1),
  ]);
  return {
    ...page,
    kept: kept.slice(0, MOST_SHOWN),
    moreKept: kept.length > MOST_SHOWN,
    first: before === null,
    deleted: searchParams.get("done") === "deleted",
    timeZone: actor.timeZone,
  };
}

export default function Studio() {
  const { drafts, next, first, kept, moreKept, deleted, timeZone } = useLoaderData<typeof loader>();
  return (
    <Page
      title="Studio"
      lead="Write a course, see it as its readers will, and publish it to the people it is for."
      actions={
        <ButtonLink to="/studio/new">
          <Plus aria-hidden />
          New course
        </ButtonLink>
      }
    >
      {deleted ? <Notice kind="success">The draft is deleted.</Notice> : null}
      <Section title="Your courses">
        {drafts.length > 0 ? (
          <DraftTable drafts={drafts} timeZone={timeZone} />
        ) : (
          <EmptyState
            title={first ? "You have not written a course yet" : "There are no more courses"}
            action={first ? <ButtonLink to="/studio/new">Write your first course</ButtonLink> : null}
          >
            {first
              ? "A course is a few short lessons. Begin with its title and who it is for, write one lesson, look at the preview, and publish when you are content. Nobody sees a draft but you."
              : "Go back to the first page to see them all."}
          </EmptyState>
        )}
        <Pager
          next={next ? `/studio?before=${next}` : null}
          summary={
            first ? null : (
              <Link to="/studio" className="link">
                Back to the first page
              </Link>
            )
          }
        />
      </Section>
      {kept.length > 0 ? (
        <Section
          title="Courses from the content repository"
          description="Maintained in the content repository, with review: they cannot be edited here."
        >
          <ul className="divide-y divide-line rounded-md border border-line bg-surface text-sm">
            {kept.map(({ slug, title, kind }) => (
              <li key={slug} className="flex flex-wrap items-center justify-between gap-x-4 px-4 py-2">
                <Link to={`/courses/${slug}`} className="link">
                  {title}
                </Link>
                <span className="text-muted">{courseKindNames[kind]}</span>
              </li>
            ))}
          </ul>
          {moreKept ? (
            <p className="text-sm">
              <Link to="/courses" className="link">
                All courses are in the catalogue
              </Link>
            </p>
          ) : null}
        </Section>
      ) : null}
    </Page>
  );
}
