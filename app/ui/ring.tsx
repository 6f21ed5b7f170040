import type { ReactNode } from "react";
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
  /* Rounded down, as everywhere: 99.6% is not everybody. */
  const percent = Math.floor(share * 100);
  const name = total > 0 ? `${label}: ${value} of ${total}` : `${label}: nobody to count`;
  return (
    <RingFrame
      name={name}
      size={size}
      text={total > 0 ? `${percent}%` : "–"}
      className={classNames(toneText[tone], className)}
    >
      <circle cx="20" cy="20" r="17" fill="none" strokeWidth="3.5" className="stroke-line" />
      {share > 0 ? <RingArc share={share * 100} /> : null}
    </RingFrame>
  );
}

interface RingFrameProps {
  /** What it shows, in words. */
  name: string;
  size?: keyof typeof sizes;
  /** In the middle. */
  text: string;
  className?: string;
  children: ReactNode;
}

export function RingFrame({ name, size = "medium", text, className, children }: RingFrameProps) {
  return (
    <svg
      role="img"
      aria-label={name}
      viewBox="0 0 40 40"
      width={sizes[size]}
      height={sizes[size]}
      className={classNames("shrink-0 print:break-inside-avoid", className)}
    >
      {children}
      <text
        x="20"
        y="20"
        textAnchor="middle"
        dominantBaseline="central"
        fontSize="9.5"
        fontWeight="600"
        className="fill-ink tabular-nums"
      >
        {text}
      </text>
    </svg>
  );
}

/** In hundredths of the ring, clockwise from the top. */
export function RingArc({ share, from = 0, tone }: { share: number; from?: number; tone?: Tone }) {
  return (
    <circle
      cx="20"
      cy="20"
      r="17"
      fill="none"
      stroke="currentColor"
      strokeWidth="3.5"
      pathLength={100}
      strokeDasharray={`${share} ${100 - share}`}
      strokeDashoffset={-from}
      transform="rotate(-90 20 20)"
      className={tone && toneText[tone]}
    />
  );
}
