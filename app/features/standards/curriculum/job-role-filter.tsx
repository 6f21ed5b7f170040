import { Link } from "@remix-run/react";
import { classNames } from "~/ui/class-names";
import type { JobRoleCover } from "./curriculum";

interface JobRoleFilterProps {
  jobRoles: readonly Pick<JobRoleCover, "id" | "name">[];
  /** Null for all of them. */
  chosen: string | null;
}

export function JobRoleFilter({ jobRoles, chosen }: JobRoleFilterProps) {
  const choices = [{ id: null, name: "All job roles" }, ...jobRoles];
  return (
    <nav aria-label="Job role" className="flex flex-wrap gap-2 print:hidden">
      {choices.map(({ id, name }) => (
        <Link
          key={name}
          to={id ? `/curriculum?role=${id}` : "/curriculum"}
          aria-current={id === chosen ? "page" : undefined}
          className={classNames(
            "inline-flex min-h-8 items-center rounded-md border px-3 text-sm hover:bg-hover",
            id === chosen ? "border-accent bg-accent-soft font-medium" : "border-line bg-surface",
          )}
        >
          {name}
        </Link>
      ))}
    </nav>
  );
}
