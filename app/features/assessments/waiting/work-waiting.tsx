import { Link } from "@remix-run/react";
import { Gavel, PenLine, type LucideIcon } from "lucide-react";

/** More than this is not counted: the queue is long, and that is all that matters. */
export const COUNTED = 100;

export interface WorkWaiting {
  readonly toMark: number;
  readonly toDecide: number;
}

export function anyWork(work: WorkWaiting | null): work is WorkWaiting {
  return work !== null && work.toMark + work.toDecide > 0;
}

/** What waits for somebody who marks and decides; nothing where nothing does. */
export function WorkWaitingLinks({ work }: { work: WorkWaiting }) {
  return (
    <ul className="flex flex-wrap gap-x-8 gap-y-2">
      <Waiting
        count={work.toMark}
        to="/test-office/marking"
        Icon={PenLine}
        one="attempt to mark"
        many="attempts to mark"
      />
      <Waiting
        count={work.toDecide}
        to="/test-office/appeals"
        Icon={Gavel}
        one="appeal to decide"
        many="appeals to decide"
      />
    </ul>
  );
}

interface WaitingProps {
  count: number;
  to: string;
  Icon: LucideIcon;
  one: string;
  many: string;
}

function Waiting({ count, to, Icon, one, many }: WaitingProps) {
  if (count === 0) return null;
  return (
    <li>
      <Link to={to} className="link inline-flex min-h-6 items-center gap-2">
        <Icon aria-hidden className="size-4 text-due" />
        {count >= COUNTED ? `${COUNTED} or more` : count} {count === 1 ? one : many}
      </Link>
    </li>
  );
}
