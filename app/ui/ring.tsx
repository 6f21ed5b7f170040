import { classNames } from "./class-names";
import { toneText, type Tone } from "./tone";

interface RingProps {
  value: number;
  total: number;
  /** What is counted: "Certified for contract review". */
  label: string;
  size?: "small" | "medium" | "large";
  tone?: Tone;
  className?: string;
}

const sizes = { small: 40, medium: 64, large: 104 };

/** A share as a ring. The share in words is its name, so it reads the same without the picture. */
export function Ring({ value, total, label, size = "medium", tone = "accent", className }: RingProps) {
  const share = total > 0 ? Math.min(1, Math.max(0, value / total)) : 0;
  const percent = Math.round(share * 100);
  const pixels = sizes[size];
  const name = total > 0 ? `${label}: ${value} of ${total}` : `${label}: nobody to count`;
  return (
    <svg
      role="img"
      aria-label={name}
      viewBox="0 0 40 40"
      width={pixels}
      height={pixels}
      className={classNames("shrink-0 print:break-inside-avoid", toneText[tone], className)}
    >
      <circle cx="20" cy="20" r="17" fill="none" strokeWidth="3.5" className="stroke-line" />
      {share > 0 ? (
        <circle
          cx="20"
          cy="20"
          r="17"
          fill="none"
          stroke="currentColor"
          strokeWidth="3.5"
          pathLength={100}
          strokeDasharray={`${share * 100} 100`}
          transform="rotate(-90 20 20)"
        />
      ) : null}
      <text
        x="20"
        y="20"
        textAnchor="middle"
        dominantBaseline="central"
        fontSize="9.5"
        fontWeight="600"
        className="fill-ink tabular-nums"
      >
        {total > 0 ? `${percent}%` : "–"}
      </text>
    </svg>
  );
}
