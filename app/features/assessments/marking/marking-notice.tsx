import { Link } from "@remix-run/react";
import { Notice } from "~/ui/notice";

/** What was done with the one before, with the way to have it marked again. */
export function MarkingNotice({ done, of }: { done: string | null; of: string | null }) {
  if (!done) return null;
  return (
    <Notice
      kind="success"
      action={
        of ? (
          <Link to={`/test-office/marking/${of}/second`} className="link text-sm">
            Have somebody else mark that one too
          </Link>
        ) : null
      }
    >
      {done}
    </Notice>
  );
}
