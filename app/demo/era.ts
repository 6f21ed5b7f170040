/** The two years that the demo company looks back on, counted back from the day it is loaded. */
export interface Era {
  /** The portal opened: midnight UTC, 730 days ago. */
  opened: Date;
  /** Midnight UTC today. */
  today: Date;
}

const DAY = 86_400_000;

export function eraEnding(moment: Date): Era {
  const today = new Date(Math.floor(moment.getTime() / DAY) * DAY);
  return { today, opened: daysAfter(today, -730) };
}

export function daysAfter(date: Date, days: number, minutes = 0): Date {
  return new Date(date.getTime() + days * DAY + minutes * 60_000);
}
