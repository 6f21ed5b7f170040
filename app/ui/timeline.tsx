import type { ReactNode } from "react";
import { classNames } from "./class-names";
import { toneText, type Tone } from "./tone";

export function Timeline({ label, children }: { label: string; children: ReactNode }) {
  return (
    <ol aria-label={label} className="grid">
      {children}
    </ol>
  );
}

interface TimelineItemProps {
  when: ReactNode;
  title: ReactNode;
  tone?: Tone;
  children?: ReactNode;
}

/** One event; the line to the next one is drawn by the item itself, so a page may cut the list anywhere. */
export function TimelineItem({ when, title, tone = "accent", children }: TimelineItemProps) {
  return (
    <li className="group grid grid-cols-[1rem_minmax(0,1fr)] gap-x-3 print:break-inside-avoid">
      <span aria-hidden className="relative flex justify-center">
        <span className="absolute top-3 bottom-0 w-px translate-y-1.5 bg-line group-last:hidden" />
        <span
          className={classNames(
            "mt-[0.4375rem] size-2.5 rounded-full border-2 border-current bg-canvas",
            toneText[tone],
          )}
        />
      </span>
      <div className="pb-5 group-last:pb-0">
        <div className="flex flex-wrap items-baseline gap-x-3">
          <p className="font-medium">{title}</p>
          <p className="text-sm text-muted">{when}</p>
        </div>
        {children ? <div className="mt-0.5 text-sm text-muted">{children}</div> : null}
      </div>
    </li>
  );
}
