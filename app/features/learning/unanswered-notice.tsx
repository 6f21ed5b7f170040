import { useEffect, useRef } from "react";
import { Notice } from "~/ui/notice";

interface UnansweredNoticeProps {
  message: string;
  /** Ids of knowledge checks, in the order of the lesson. */
  checks: readonly string[];
}

/** Why a lesson is not done yet, with the way to the question that is missing. */
export function UnansweredNotice({ message, checks: [first] }: UnansweredNoticeProps) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), [message, first]);
  return (
    <div ref={box} role="alert" tabIndex={-1} className="mb-4">
      <Notice
        kind="warning"
        action={
          first ? (
            <a href={`#check-${first}`} className="link text-sm">
              Go to the question
            </a>
          ) : null
        }
      >
        {message}
      </Notice>
    </div>
  );
}
