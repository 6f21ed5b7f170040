import { CircleAlert, Info, TriangleAlert, type LucideIcon } from "lucide-react";
import { classNames } from "~/ui/class-names";
import type { Finding } from "../item-analysis/findings";

const looks: Record<Finding["severity"], { icon: LucideIcon; word: string; tone: string }> = {
  serious: { icon: CircleAlert, word: "Look at this first", tone: "text-expired" },
  warning: { icon: TriangleAlert, word: "Worth a look", tone: "text-due" },
  info: { icon: Info, word: "Good to know", tone: "text-muted" },
};

/** What figures mean, in words. */
export function FindingList({ findings }: { findings: readonly Finding[] }) {
  return (
    <ul className="grid max-w-[44rem] gap-2">
      {findings.map(({ code, severity, message }) => {
        const { icon: Icon, word, tone } = looks[severity];
        return (
          <li key={code} className="flex items-start gap-2 text-sm">
            <Icon aria-hidden className={classNames("mt-0.5 size-4 shrink-0", tone)} />
            <span>
              <span className={classNames("font-medium", tone)}>{word}.</span> {message}
            </span>
          </li>
        );
      })}
    </ul>
  );
}
