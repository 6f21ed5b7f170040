import { useRouteLoaderData } from "@remix-run/react";
import { formatDate, formatDateTime, formatRelative, isCalendarDate } from "./date-format";

interface DateTimeProps {
  value: Date | string;
  timeZone: string;
  format?: "date" | "datetime" | "relative";
  className?: string;
}

/** Counts from the server's clock, as deadlines do, and so that both renderings agree. */
function Relative({ value, fallback }: { value: Date | string; fallback: string }) {
  const root = useRouteLoaderData<{ now: string }>("root");
  return <>{root ? formatRelative(value, root.now) : fallback}</>;
}

/** A moment in the person's zone, exact to the minute in its tooltip, or a calendar day. */
export function DateTime({ value, timeZone, format = "date", className }: DateTimeProps) {
  const exact = formatDateTime(value, timeZone);
  return (
    <time
      dateTime={typeof value === "string" ? value : value.toISOString()}
      title={isCalendarDate(value) ? undefined : `${exact} (${timeZone})`}
      className={className}
    >
      {format === "relative" ? <Relative value={value} fallback={exact} /> : null}
      {format === "datetime" ? exact : null}
      {format === "date" ? formatDate(value, timeZone) : null}
    </time>
  );
}
