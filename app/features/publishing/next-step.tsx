import { Link } from "@remix-run/react";
import { Notice } from "~/ui/notice";
import type { DraftOverview } from "./draft-queries.server";
import { missingWords } from "./lesson-list";

/** What is missing before the course can be published, as far as can be told without reading its text. */
export function NextStep({ draft }: { draft: Pick<DraftOverview, "id" | "state" | "lessons"> }) {
  const unfinished = draft.lessons.filter((lesson) => missingWords(lesson) !== null);
  if (draft.lessons.length === 0)
    return (
      <Notice kind="info" title="Begin with a lesson">
        Give it a title below, and you come to the page where it is written. One lesson is enough to publish.
      </Notice>
    );
  if (unfinished.length > 0)
    return (
      <Notice kind="warning" title="Missing before this can be published">
        <ul className="grid gap-1">
          {unfinished.map((lesson) => (
            <li key={lesson.slug}>
              <Link to={`/studio/${draft.id}/lessons/${lesson.slug}`} className="link">
                {lesson.title || lesson.slug}
              </Link>
              : {missingWords(lesson)!.replace("Still", "still")}
            </li>
          ))}
        </ul>
      </Notice>
    );
  if (draft.state === "published") return null;
  if (draft.state === "proposed")
    return (
      <Notice kind="info" title="A second person has to confirm this revision">
        Until then readers see the one before. What you change now has to be proposed again.{" "}
        <Link to={`/studio/${draft.id}/publish`} className="link">
          See the proposal
        </Link>
      </Notice>
    );
  return (
    <Notice
      kind="info"
      title={
        draft.state === "draft" ? "Ready to be checked" : "There are changes that readers do not see yet"
      }
    >
      <Link to={`/studio/${draft.id}/publish`} className="link">
        The publish page
      </Link>{" "}
      checks the text of every lesson and shows what will change, before anything is published.
    </Notice>
  );
}
