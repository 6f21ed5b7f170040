import { Link } from "@remix-run/react";
import { classNames } from "~/ui/class-names";
import type { DutySum } from "./coverage-answer";

export interface RoleDuties {
  readonly id: string;
  readonly name: string;
  readonly duties: readonly DutySum[];
  readonly lapsed: number;
}

/** Job roles and what each has to meet, with most work that must stop first, and so their accountabilities. */
export function byJobRole(duties: readonly DutySum[]): RoleDuties[] {
  const roles = new Map<string, DutySum[]>();
  for (const duty of duties) roles.set(duty.jobRoleId, [...(roles.get(duty.jobRoleId) ?? []), duty]);
  return [...roles]
    .map(([id, own]) => ({
      id,
      name: own[0]!.jobRole,
      duties: own.sort((a, b) => b.lapsed - a.lapsed || b.due - a.due || a.title.localeCompare(b.title)),
      lapsed: own.reduce((sum, { lapsed }) => sum + lapsed, 0),
    }))
    .sort((a, b) => b.lapsed - a.lapsed || a.name.localeCompare(b.name));
}

interface JobRoleLinksProps {
  roles: readonly RoleDuties[];
  current: string;
  addressOf: (jobRoleId: string) => string;
}

export function JobRoleLinks({ roles, current, addressOf }: JobRoleLinksProps) {
  if (roles.length < 2) return null;
  return (
    <nav aria-label="Job role" className="flex flex-wrap gap-2 print:hidden">
      {roles.map(({ id, name, lapsed }) => (
        <Link
          key={id}
          to={addressOf(id)}
          aria-current={id === current ? "page" : undefined}
          className={classNames(
            "inline-flex min-h-8 items-center rounded-md border px-2.5 text-sm hover:bg-hover",
            id === current ? "border-accent bg-accent-soft font-medium" : "border-line bg-surface",
          )}
        >
          {name}
          {lapsed > 0 ? `, lapsed ${lapsed === 1 ? "once" : `${lapsed.toLocaleString("en-US")} times`}` : ""}
        </Link>
      ))}
    </nav>
  );
}
