import { Link } from "@remix-run/react";
import { X } from "lucide-react";
import { dayInWords, isDay } from "~/features/people/calendar";
import type { FilterChoices } from "./filter-choices";
import {
  FILTERS,
  recordSearch,
  without,
  type FilterName,
  type RecordFilters,
  type RecordOrder,
} from "./record-filters";
import { kindWords, outcomeWords, wordOf } from "./record-words";

export const filterLabels: Readonly<Record<FilterName, string>> = {
  person: "Person",
  team: "Team then",
  region: "Region then",
  role: "Job role then",
  course: "Course",
  test: "Test",
  certification: "Certification",
  standard: "Standard",
  clause: "Clause",
  kind: "What happened",
  outcome: "Outcome",
  from: "From",
  to: "To",
};

interface FilterChipsProps {
  filters: RecordFilters;
  order: RecordOrder;
  choices: FilterChoices;
}

/** What the list is narrowed to; each can be taken away by itself. */
export function FilterChips({ filters, order, choices }: FilterChipsProps) {
  const active = FILTERS.filter((name) => filters[name]);
  if (active.length === 0) return null;
  return (
    <ul aria-label="Active filters" className="flex flex-wrap items-center gap-2">
      {active.map((name) => (
        <li
          key={name}
          className="flex min-h-7 items-center rounded-md border border-line bg-sunken pl-2.5 text-sm"
        >
          <span className="min-w-0 py-0.5 [overflow-wrap:anywhere]">
            <span className="text-muted">{filterLabels[name]}:</span>{" "}
            {valueInWords(name, filters[name]!, choices)}
          </span>
          <Link
            to={`/audit/records${recordSearch({ filters: without(filters, name), order })}`}
            aria-label={`Remove the filter ${filterLabels[name]}`}
            className="ml-1 grid size-7 shrink-0 place-items-center rounded-md text-muted hover:bg-hover hover:text-ink print:hidden"
          >
            <X aria-hidden className="size-4" />
          </Link>
        </li>
      ))}
      <li className="print:hidden">
        <Link to="/audit/records" className="link inline-flex min-h-7 items-center px-1 text-sm">
          Remove all
        </Link>
      </li>
    </ul>
  );
}

function valueInWords(name: FilterName, value: string, choices: FilterChoices): string {
  if (name === "person") return `“${value}”`;
  if (name === "from" || name === "to") return isDay(value) ? dayInWords(value) : value;
  if (name === "kind") return wordOf(kindWords, value);
  if (name === "outcome") return wordOf(outcomeWords, value);
  return choices[name].find((choice) => choice.value === value)?.label ?? `${value} (not known here)`;
}
