/** Work that must stop as CSV, a batch of people at a time. */
import type { Actor } from "~/features/people/actor";
import { lastDayOf } from "~/features/people/calendar";
import { Invalid } from "~/platform/errors";
import { csvLine } from "../csv-line";
import { wordOf } from "../record-words";
import type { StoppedPerson } from "./coverage-answer";
import { membersOf } from "./coverage-page.server";
import { COVERAGE_ZONE, type CoverageQuestion } from "./coverage-question";
import { type CoverageScope, coverageScope } from "./coverage-scope.server";
import { peopleCoverage } from "./people-coverage.server";
import { type ByName, stoppedAmong, stoppedPeople } from "./work-to-stop.server";

const BATCH = 200;
/** Tells a spreadsheet that the file is UTF-8. */
const BYTE_ORDER_MARK = "\uFEFF";
const HEADER = [
  "Person",
  "Employee number",
  "Team",
  "Region",
  "Job role",
  "Work that must stop",
  "Certification",
  "State",
  "Last day to hold it",
];

const LACKING = {
  overdue: "Overdue",
  expired: "Expired",
  suspended: "Suspended",
  revoked: "Revoked",
  surrendered: "Given back",
};

/** @throws NotFound for whom it is not open, Invalid for a day that cannot be used */
export async function exportStopped(actor: Actor, question: CoverageQuestion) {
  const scope = await coverageScope(actor, question);
  const counted = scope.kind === "company" || scope.kind === "region";
  if (Object.keys(question.errors).length > 0 || (counted && !question.knownNow))
    throw new Invalid("no-such-day", "Lists of a region or the company are made by what is known today.");
  return lines(scope, question);
}

async function* lines(
  scope: CoverageScope,
  question: CoverageQuestion,
): AsyncGenerator<{ text: string }, void> {
  yield { text: BYTE_ORDER_MARK + csvLine(HEADER) };
  if (scope.kind !== "company" && scope.kind !== "region") {
    const { members, duties } = await peopleCoverage(await membersOf(scope, question), question.asOf);
    yield { text: stoppedAmong(members, duties).map(linesOf).join("") };
    return;
  }
  const regionId = scope.kind === "region" ? scope.region.id : null;
  for (let place: ByName | null = null; ;) {
    const page = await stoppedPeople(regionId, question.asOf, place, BATCH);
    yield { text: page.stopped.map(linesOf).join("") };
    if (!page.next) return;
    place = page.next;
  }
}

function linesOf({ name, employeeNumber, teamName, regionName, duties }: StoppedPerson): string {
  return duties
    .flatMap(({ jobRole, title, needs }) =>
      needs
        .filter(({ uncovered }) => uncovered)
        .map((need) =>
          csvLine([
            name,
            employeeNumber,
            teamName,
            regionName,
            jobRole,
            title,
            need.title,
            wordOf(LACKING, need.status),
            need.dueBy && lastDayOf(need.dueBy, COVERAGE_ZONE),
          ]),
        ),
    )
    .join("");
}
