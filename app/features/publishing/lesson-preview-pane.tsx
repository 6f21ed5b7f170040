import type { ReactNode } from "react";
import type { Segment } from "~/features/content/lesson";
import type { ShownPreview } from "./use-live-preview";

interface LessonPreviewPaneProps {
  seen: ShownPreview;
  renderLesson: (segments: readonly Segment[]) => ReactNode;
}

/* A scroller must be reachable with the keyboard. */
const scroller = { role: "region", "aria-label": "Preview of the lesson", tabIndex: 0 };

/** The lesson as its readers will see it. */
export function LessonPreviewPane({ seen, renderLesson }: LessonPreviewPaneProps) {
  const { segments, preview, title, state, message } = seen;
  const behind = segments !== null && preview?.segments === null;
  return (
    <section aria-labelledby="preview-title" className="min-w-0">
      <div className="xl:sticky xl:top-4">
        <div className="flex flex-wrap items-baseline justify-between gap-x-4">
          <h2 id="preview-title" className="text-sm font-medium">
            Preview
          </h2>
          <p className="text-sm text-muted">{words(seen, behind)}</p>
        </div>
        {message ? <p className="mt-1 text-sm">{message}</p> : null}
        <div
          {...scroller}
          aria-busy={state === "updating"}
          className="mt-1.5 overflow-y-auto rounded-md border border-line bg-canvas px-5 py-6 xl:max-h-[calc(100dvh-6rem)]"
        >
          {title ? <p className="mb-6 text-2xl font-semibold tracking-tight">{title}</p> : null}
          {segments === null ? (
            <p className="text-muted">The preview shows here once the text has nothing to mend.</p>
          ) : segments.length === 0 ? (
            <p className="text-muted">Nothing is written yet.</p>
          ) : (
            renderLesson(segments)
          )}
        </div>
      </div>
    </section>
  );
}

function words({ state, segments }: ShownPreview, behind: boolean): string {
  if (state === "updating") return "Updating…";
  if (segments === null) return "";
  return behind ? "As it was before the lines that need mending" : "As its readers will see it";
}
