import { useEffect, useRef } from "react";
import { enhanceTabs } from "~/features/content/enhance-tabs";
import type { Segment } from "~/features/content/lesson";
import type { CheckFeedback } from "./check-feedback";
import { StaticHtml } from "~/ui/static-html";
import { KnowledgeCheck } from "./knowledge-check";

/** Puts a lesson's HTML where the document takes it from; the segments keep their places and everything else. */
export function setApart(segments: readonly Segment[], places: Map<string, string> | null): Segment[] {
  return segments.map((segment, index) => {
    if (!places || segment.kind !== "html") return segment;
    places.set(placeOf(index), segment.html);
    return { ...segment, html: "" };
  });
}

function placeOf(index: number): string {
  return `lesson-part-${index + 1}`;
}

interface LessonBodyProps {
  segments: readonly Segment[];
  answers?: Record<string, CheckFeedback>;
  problem?: { checkId: string; message: string } | undefined;
  inert?: boolean;
  /** Sent along with answers, so that they are kept for what was shown. */
  snapshot?: string;
}

/** The lesson as compiled: finished HTML, with a live component in each place marked for one. */
export function LessonBody({
  segments,
  answers = {},
  problem,
  inert = false,
  snapshot = "",
}: LessonBodyProps) {
  const root = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (root.current) return enhanceTabs(root.current);
  }, [segments]);
  return (
    <div ref={root}>
      {segments.map((segment, index) =>
        segment.kind === "html" ? (
          <StaticHtml key={index} id={placeOf(index)} className="lesson" html={segment.html} />
        ) : (
          <KnowledgeCheck
            key={segment.id}
            check={segment}
            feedback={answers[segment.id]}
            problem={problem?.checkId === segment.id ? problem.message : undefined}
            inert={inert}
            snapshot={snapshot}
          />
        ),
      )}
    </div>
  );
}
