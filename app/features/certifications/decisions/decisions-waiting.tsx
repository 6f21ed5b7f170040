import { Link } from "@remix-run/react";
import { Gavel } from "lucide-react";

/** What waits for somebody as the second person. */
export function DecisionsWaiting({ count }: { count: number }) {
  return (
    <p>
      <Link to="/decisions" className="link inline-flex min-h-6 items-center gap-2">
        <Gavel aria-hidden className="size-4 text-due" />
        {count} to decide
      </Link>
    </p>
  );
}
