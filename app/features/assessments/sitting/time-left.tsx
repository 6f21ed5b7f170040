import { Timer } from "lucide-react";
import { useEffect, useState } from "react";
import { classNames } from "~/ui/class-names";
import { DateTime } from "~/ui/date-time";
import { count } from "../scoring/score-words";
import { useHydrated } from "~/ui/use-hydrated";

const MINUTE = 60_000;
/** A browser's clock a little ahead must not ask for the result before the server agrees. */
const AFTER_ZERO = 1_500;
const ASK_AGAIN = 5_000;

interface TimeLeftProps {
  deadlineAt: Date;
  timeZone: string;
  /** Milliseconds left by the server's clock, when it last spoke. */
  left: number;
  /** performance.now() at that moment; null for the making of the page. */
  readAt: number | null;
  /** When it warns first; it does again in the last minute. */
  warnMinutes: number;
  /** Called at zero, and again now and then for as long as this is shown. */
  onTimeUp: () => void;
}

/** The moment of the deadline in the server's markup; a countdown once the page is alive. */
export function TimeLeft(props: TimeLeftProps) {
  const hydrated = useHydrated();
  return (
    <p className="flex flex-wrap items-center gap-x-2 text-sm">
      <Timer aria-hidden className="size-4 text-muted" />
      {hydrated ? (
        <Countdown key={`${props.left}:${props.readAt ?? ""}`} {...props} />
      ) : (
        <span>
          Time ends at <DateTime value={props.deadlineAt} timeZone={props.timeZone} format="datetime" />
        </span>
      )}
    </p>
  );
}

function Countdown({ left, readAt, deadlineAt, timeZone, warnMinutes, onTimeUp }: TimeLeftProps) {
  const [start] = useState(() => readAt ?? performance.now());
  const [remaining, setRemaining] = useState(left);

  useEffect(() => {
    let askedAt = Infinity;
    const tick = () => {
      const now = left - (performance.now() - start);
      setRemaining(now);
      if (now <= -AFTER_ZERO && askedAt - now >= ASK_AGAIN) {
        askedAt = now;
        onTimeUp();
      }
    };
    tick();
    const interval = setInterval(tick, 1_000);
    return () => clearInterval(interval);
  }, [left, start, onTimeUp]);

  const tone =
    remaining <= MINUTE ? "text-expired" : remaining <= warnMinutes * MINUTE ? "text-due" : "text-ink";
  return (
    <>
      <span role="timer" aria-live="off" className={classNames("font-semibold tabular-nums", tone)}>
        {remaining > 0 ? `${clockFace(remaining)} left` : "Time is up"}
      </span>
      <span className="text-muted max-sm:sr-only">
        until <DateTime value={deadlineAt} timeZone={timeZone} format="datetime" />
      </span>
      <span
        role="status"
        className={remaining > 0 && remaining <= warnMinutes * MINUTE ? "text-muted" : "sr-only"}
      >
        {warning(remaining, warnMinutes)}
      </span>
    </>
  );
}

/** Changes twice only, so that it is read out twice and not every second. */
function warning(remaining: number, warnMinutes: number): string {
  if (remaining <= 0) return "Time is up. Your saved answers are being submitted.";
  if (remaining <= MINUTE) return "Less than a minute left. What is saved counts.";
  if (remaining <= warnMinutes * MINUTE) return `Less than ${count(warnMinutes, "minute")} left.`;
  return "";
}

export function clockFace(milliseconds: number): string {
  const seconds = Math.ceil(milliseconds / 1_000);
  const [hours, minutes] = [Math.floor(seconds / 3_600), Math.floor(seconds / 60) % 60];
  const two = (value: number) => String(value).padStart(2, "0");
  return `${hours > 0 ? `${hours}:${two(minutes)}` : minutes}:${two(seconds % 60)}`;
}
