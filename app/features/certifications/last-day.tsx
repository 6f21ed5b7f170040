import { lastDayOf } from "~/features/people/calendar";
import { DateTime } from "~/ui/date-time";

interface LastDayProps {
  /** The first moment at which it no longer holds, or is too late. */
  value: Date;
  timeZone: string;
}

/** The last day on which it holds, or by which it is to be done. */
export function LastDay({ value, timeZone }: LastDayProps) {
  return <DateTime value={lastDayOf(value, timeZone)} timeZone={timeZone} />;
}
