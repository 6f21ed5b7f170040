/*
 * Month names are ours and the parts numeric: Node and the browser carry different editions of the
 * locale data, and a page must read the same from both.
 */
const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const calendarDate = /^\d{4}-\d{2}-\d{2}$/;
const formats = new Map<string, Intl.DateTimeFormat>();

function parts(value: Date, timeZone: string): Record<string, string> {
  let format = formats.get(timeZone);
  if (!format) {
    format = new Intl.DateTimeFormat("en-US", {
      timeZone,
      year: "numeric",
      month: "numeric",
      day: "numeric",
      hour: "2-digit",
      minute: "2-digit",
      hourCycle: "h23",
    });
    formats.set(timeZone, format);
  }
  return Object.fromEntries(format.formatToParts(value).map((part) => [part.type, part.value]));
}

export function isCalendarDate(value: Date | string): boolean {
  return typeof value === "string" && calendarDate.test(value);
}

/** "4 Mar 2025". A bare calendar date (2025-03-04) is the same day in every zone. */
export function formatDate(value: Date | string, timeZone: string): string {
  const zone = isCalendarDate(value) ? "UTC" : timeZone;
  const { day, month, year } = parts(new Date(value), zone);
  return `${day} ${months[Number(month) - 1]} ${year}`;
}

/** "4 Mar 2025, 14:05" */
export function formatDateTime(value: Date | string, timeZone: string): string {
  const { hour, minute } = parts(new Date(value), timeZone);
  return `${formatDate(value, timeZone)}, ${hour}:${minute}`;
}

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
const steps: readonly [number, number, string][] = [
  [hour, minute, "minute"],
  [day, hour, "hour"],
  [60 * day, day, "day"],
  [2 * 365 * day, 30.44 * day, "month"],
  [Infinity, 365.25 * day, "year"],
];

/** "in 12 days", "3 hours ago", "just now" */
export function formatRelative(value: Date | string, now: Date | string): string {
  const distance = new Date(value).getTime() - new Date(now).getTime();
  const size = Math.abs(distance);
  if (size < minute) return "just now";
  const step = steps.find(([limit]) => size < limit) ?? steps[0]!;
  const count = Math.max(1, Math.round(size / step[1]));
  const words = `${count} ${step[2]}${count === 1 ? "" : "s"}`;
  return distance > 0 ? `in ${words}` : `${words} ago`;
}
