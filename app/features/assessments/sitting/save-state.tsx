import { Link } from "@remix-run/react";
import { Check, CircleAlert, CircleX, CloudOff, Copy, LoaderCircle, LogIn } from "lucide-react";
import type { SendState } from "./answer-queue";
import { turnedAwayWords } from "./turned-away-words";

interface SaveStateProps {
  state: SendState;
  problems: Readonly<Record<number, string>>;
  conflicts: Readonly<Record<number, unknown>>;
  rejected: Readonly<Record<number, number>>;
  attemptId: string;
}

/** Says whether the answers given have reached the server. Quiet until there is something to say. */
export function SaveState({ state, problems, conflicts, rejected, attemptId }: SaveStateProps) {
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
      {state === "conflict" ? (
        <span className="inline-flex items-center gap-1.5 font-medium text-due">
          <Copy aria-hidden /> Question {Object.keys(conflicts).join(", ")} was answered in another window:
          choose there which answer counts.
        </span>
      ) : null}
      {state === "rejected" ? (
        <span className="inline-flex items-center gap-1.5 font-medium text-expired">
          <CircleX aria-hidden />
          <span>
            Question {Object.keys(rejected).join(", ")} is not saved.{" "}
            {turnedAwayWords(Object.values(rejected)[0] ?? 400)}
          </span>
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
