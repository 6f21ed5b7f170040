import { useEffect, useRef } from "react";
import { Notice } from "~/ui/notice";

interface UnansweredNoticeProps {
  message: string;
  /** Ids of the knowledge checks that are still to be answered, in the order of the lesson. */
  checks: readonly string[];
  /** Another each time that the lesson was said to be done. */
  said: unknown;
}

/** Why a lesson is not done yet, with the way to the question that is missing. */
export function UnansweredNotice({ message, checks: [first], said }: UnansweredNoticeProps) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), [said]);
  if (!first) return null;
  return (
    <div ref={box} role="alert" tabIndex={-1} className="mb-4">
      <Notice
        kind="warning"
        action={
          <a href={`#check-${first}`} className="link text-sm">
            Go to the question
          </a>
        }
      >
        {message}
      </Notice>
    </div>
  );
}
