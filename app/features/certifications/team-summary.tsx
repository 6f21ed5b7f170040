import { Link } from "@remix-run/react";
import { Section } from "~/ui/page";
import type { Coverage } from "./coverage";
import { CoverageRings } from "./coverage-rings";

const NAMED = 4;

/** What a manager's team cannot be relied on for, in short. */
export function TeamSummary({ coverage }: { coverage: readonly Coverage[] }) {
  const open = coverage.filter(({ covered, total }) => covered < total);
  const names = [...new Set(open.flatMap(({ gaps }) => gaps.map(({ name }) => name)))];
  return (
    <Section
      title={open.length > 0 ? "What your team is not covered for" : "Your team is covered"}
      description={sentence(coverage.length, open.length, names)}
      actions={
        <Link to="/team" className="link text-sm">
          The whole team
        </Link>
      }
    >
      <CoverageRings coverage={open} />
    </Section>
  );
}

function sentence(total: number, open: number, names: readonly string[]): string {
  if (total === 0) return "The job roles in your team require no certification at the moment.";
  if (open === 0) return "Everyone holds what their accountabilities require.";
  if (names.length === 0) return "Everyone who lacks something still has time to earn it.";
  const shown = names.slice(0, NAMED).join(", ");
  const more = names.length > NAMED ? ` and ${names.length - NAMED} more` : "";
  return `Some work has to pause for ${shown}${more}.`;
}
