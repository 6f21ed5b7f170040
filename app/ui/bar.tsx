import { classNames } from "./class-names";
import { toneText, type Tone } from "./tone";

interface BarProps {
  /** 0 to 1 */
  value: number;
  /** A line to reach, 0 to 1: the pass mark. */
  mark?: number | undefined;
  label: string;
  tone?: Tone;
  className?: string;
}

/** Rounded down and in detail: what did not reach the mark must not read as if it had. */
function percent(share: number): string {
  return `${Math.floor(Math.min(1, Math.max(0, share)) * 1e6 + 1e-6) / 1e4}%`;
}

export function Bar({ value, mark, label, tone = "accent", className }: BarProps) {
  const name =
    mark === undefined ? `${label}: ${percent(value)}` : `${label}: ${percent(value)}, mark ${percent(mark)}`;
  return (
    <svg
      role="img"
      aria-label={name}
      width="100%"
      height="12"
      className={classNames("my-[0.3125rem] block min-w-16", toneText[tone], className)}
    >
      <rect x="0" y="3" width="100%" height="6" rx="3" className="fill-line" />
      <rect x="0" y="3" width={percent(value)} height="6" rx="3" fill="currentColor" />
      {mark === undefined ? null : (
        <line x1={percent(mark)} x2={percent(mark)} y1="0" y2="12" strokeWidth="2" className="stroke-ink" />
      )}
    </svg>
  );
}
