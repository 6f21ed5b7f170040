import { Link } from "@remix-run/react";
import { Check, CircleAlert, CloudOff, LoaderCircle, LogIn } from "lucide-react";
import type { SendState } from "./answer-queue";

interface SaveStateProps {
  state: SendState;
  problems: Readonly<Record<number, string>>;
  attemptId: string;
}

/** Says whether the answers given have reached the server. Quiet until there is something to say. */
export function SaveState({ state, problems, attemptId }: SaveStateProps) {
  return (
    <p
      role="status"
      className="flex items-center sm:min-h-6 gap-1.5 text-sm text-muted [&_svg]:size-4 [&_svg]:shrink-0"
    >
      {state === "waiting" || state === "sending" ? (
        <>
          <LoaderCircle aria-hidden /> Saving
        </>
      ) : null}
      {state === "saved" ? (
        <>
          <Check aria-hidden className="text-valid" /> Saved
        </>
      ) : null}
      {state === "refused" ? (
        <span className="inline-flex items-center gap-1.5 font-medium text-due">
          <CircleAlert aria-hidden /> Question {Object.keys(problems).join(", ")} is not saved yet: see the
          note there.
        </span>
      ) : null}
      {state === "offline" ? (
        <span className="inline-flex items-center gap-1.5 font-medium text-due">
          <CloudOff aria-hidden /> No connection. Your answers are kept here and sent when it is back.
        </span>
      ) : null}
      {state === "signed-out" ? (
        <span className="inline-flex items-center gap-1.5 font-medium text-due">
          <LogIn aria-hidden />
          <span>
            Your session has ended.{" "}
            <Link to={`/login?next=/attempts/${attemptId}`} className="link">
              Sign in again
            </Link>
            ; your answers are kept here.
          </span>
        </span>
      ) : null}
    </p>
  );
}
