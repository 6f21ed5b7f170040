import { Link } from "@remix-run/react";
import { Gavel } from "lucide-react";
import { COUNTED } from "~/features/assessments/waiting/work-waiting";

/** What waits for a second person; which of it is theirs to decide the page of each says. */
export function DecisionsWaiting({ count }: { count: number }) {
  return (
    <p>
      <Link to="/decisions" className="link inline-flex min-h-6 items-center gap-2">
        <Gavel aria-hidden className="size-4 text-due" />
        {count >= COUNTED ? `${COUNTED} or more` : count} to look at
      </Link>
    </p>
  );
}
