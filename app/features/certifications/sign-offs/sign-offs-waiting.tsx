import { Link } from "@remix-run/react";
import { CircleAlert, ClipboardCheck, ClipboardPen, type LucideIcon } from "lucide-react";

export interface SignOffWork {
  /** About the person, signed by somebody else. */
  readonly toAcknowledge: number;
  /** Begun by the person and not signed yet. */
  readonly underWay: number;
  /** Of their people, not agreed to and not begun anew. */
  readonly disputed: number;
}

export function anySignOffs({ toAcknowledge, underWay, disputed }: SignOffWork): boolean {
  return toAcknowledge + underWay + disputed > 0;
}

/** What waits for somebody who is observed or observes; nothing where nothing does. */
export function SignOffsWaiting({ work }: { work: SignOffWork }) {
  return (
    <ul className="flex flex-wrap gap-x-8 gap-y-2">
      <Waiting count={work.toAcknowledge} view="own" Icon={ClipboardCheck} words="to read and acknowledge" />
      <Waiting count={work.underWay} view="draft" Icon={ClipboardPen} words="under way" />
      <Waiting count={work.disputed} view="disputed" Icon={CircleAlert} words="not agreed to" />
    </ul>
  );
}

interface WaitingProps {
  count: number;
  view: string;
  Icon: LucideIcon;
  words: string;
}

function Waiting({ count, view, Icon, words }: WaitingProps) {
  if (count === 0) return null;
  return (
    <li>
      <Link to={`/sign-offs?view=${view}`} className="link inline-flex min-h-6 items-center gap-2">
        <Icon aria-hidden className="size-4 text-due" />
        {count} {words}
      </Link>
    </li>
  );
}
