import { Link } from "@remix-run/react";
import { FileCheck } from "lucide-react";
import { COUNTED } from "./external-rules";

/** What waits for somebody who checks certificates of others. */
export function ExternalsWaiting({ count }: { count: number }) {
  return (
    <p>
      <Link to="/external-certificates" className="link inline-flex min-h-6 items-center gap-2">
        <FileCheck aria-hidden className="size-4 text-due" />
        {count >= COUNTED ? `${COUNTED} or more` : count}{" "}
        {count === 1 ? "certificate to check" : "certificates to check"}
      </Link>
    </p>
  );
}
