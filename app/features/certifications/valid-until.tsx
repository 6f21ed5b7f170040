import { DateTime } from "~/ui/date-time";

interface ValidUntilProps {
  /** The first moment at which it no longer holds. */
  value: Date;
  timeZone: string;
}

/** The last day on which it holds: what ends with the midnight after 31 January is valid until that day. */
export function ValidUntil({ value, timeZone }: ValidUntilProps) {
  const last = new Date(value.getTime() - 1);
  /* Such ends are midnights in UTC, and the same day for everybody. */
  const isDay = value.getTime() % 86_400_000 === 0;
  return <DateTime value={last} timeZone={isDay ? "UTC" : timeZone} />;
}
