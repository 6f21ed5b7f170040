import { count } from "../scoring/score-words";

export interface TimeGranted {
  readonly extraPercent: number;
  readonly breakMinutes: number;
}

/** "25% more time and 10 minutes for breaks" */
export function timeGrantedInWords({ extraPercent, breakMinutes }: TimeGranted): string {
  const parts = [
    ...(extraPercent > 0 ? [`${extraPercent}% more time`] : []),
    ...(breakMinutes > 0 ? [`${count(breakMinutes, "minute")} for breaks`] : []),
  ];
  return parts.join(" and ");
}
