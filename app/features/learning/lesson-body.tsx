import { useEffect, useRef } from "react";
import { enhanceTabs } from "~/features/content/enhance-tabs";
import type { Segment } from "~/features/content/lesson";
import type { CheckFeedback } from "./check-feedback";
import { KnowledgeCheck } from "./knowledge-check";

interface LessonBodyProps {
  segments: readonly Segment[];
  answers?: Record<string, CheckFeedback>;
  problem?: { checkId: string; message: string } | undefined;
  inert?: boolean;
}

/** The lesson as compiled: finished HTML, with a live component in each place marked for one. */
export function LessonBody({ segments, answers = {}, problem, inert = false }: LessonBodyProps) {
  const root = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (root.current) return enhanceTabs(root.current);
  }, [segments]);
  return (
    <div ref={root}>
      {segments.map((segment, index) =>
        segment.kind === "html" ? (
          <div key={index} className="lesson" dangerouslySetInnerHTML={{ __html: segment.html }} />
        ) : (
          <KnowledgeCheck
            key={segment.id}
            check={segment}
            feedback={answers[segment.id]}
            problem={problem?.checkId === segment.id ? problem.message : undefined}
            inert={inert}
          />
        ),
      )}
    </div>
  );
}
