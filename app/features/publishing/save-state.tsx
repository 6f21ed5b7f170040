import { Check, CircleAlert, LoaderCircle, PencilLine } from "lucide-react";
import { DateTime } from "~/ui/date-time";
import type { SaveState } from "./use-lesson-saving";

interface SaveStateProps {
  state: SaveState;
  timeZone: string;
}

/** Where the text is: on the server, on its way, or only here. Spoken only when it needs the author. */
export function SaveStateLine({ state, timeZone }: SaveStateProps) {
  const trouble = ["signed-out", "failed", "conflict"].includes(state.kind);
  return (
    <div
      role={trouble ? "alert" : undefined}
      className="flex min-h-6 min-w-0 items-start gap-1.5 text-sm text-muted [&_svg]:mt-1 [&_svg]:size-4 [&_svg]:shrink-0"
    >
      <Words state={state} timeZone={timeZone} />
    </div>
  );
}

function Words({ state, timeZone }: SaveStateProps) {
  switch (state.kind) {
    case "saved":
      return (
        <>
          <Check aria-hidden className="text-valid" />
          <span>
            Saved <DateTime value={state.at} timeZone={timeZone} format="datetime" />
          </span>
        </>
      );
    case "unsaved":
      return (
        <>
          <PencilLine aria-hidden />
          <span>Not saved yet</span>
        </>
      );
    case "saving":
      return (
        <>
          <LoaderCircle aria-hidden />
          <span>Saving…</span>
        </>
      );
    case "signed-out":
      return (
        <>
          <CircleAlert aria-hidden className="text-expired" />
          <span className="text-ink">
            Not saved: your session has ended. Your text is kept in this tab.{" "}
            <a href="/login" target="_blank" rel="noopener" className="link">
              Sign in in a new tab
            </a>
            , then come back here: it is saved by itself.
          </span>
        </>
      );
    case "failed":
      return (
        <>
          <CircleAlert aria-hidden className="text-expired" />
          <span className="text-ink">Not saved: {state.message}</span>
        </>
      );
    case "conflict":
      return (
        <>
          <CircleAlert aria-hidden className="text-expired" />
          <span className="text-ink">
            Not saved: there are two versions.{" "}
            <a href="#two-versions" className="link">
              Decide which to keep
            </a>
          </span>
        </>
      );
  }
}
