/** One certification: what it asks for, how long it lasts, who needs it, and where the actor stands. */
import { courseProgress } from "~/features/learning/course-progress.server";
import { may, type Actor } from "~/features/people/actor";
import { inForce } from "~/features/people/as-of.server";
import { now } from "~/platform/clock.server";
import { db, sql } from "~/platform/db/client.server";
import { NotFound } from "~/platform/errors";
import { allSteps, readDefinition } from "../certification-definition";
import { cycleOpening } from "../certification-rules";
import { stateIn, statesIn } from "../certification-states.server";
import { isHeld, readEquivalents } from "../equivalents";
import { owedOf } from "../owed";
import { findOwnSteps } from "../step-queries.server";
import { validityWords } from "../validity-words";

/** @throws NotFound when there is none, or it is no longer there to earn */
export async function certificationPage(actor: Actor, certificationId: string) {
  const { personId } = actor;
  const t = now();
  const [{ definition, nextFrom }, states, run] = await Promise.all([
    findDefinition(certificationId),
    statesIn({ personIds: [personId] }, { effective: t, known: t }),
    findOpenRun(personId, certificationId),
  ]);
  const own = stateIn(states, { personId, definition }, t);
  const [found, names, duties] = await Promise.all([
    findOwnSteps(actor, allSteps(definition)),
    findNames([...(definition.prerequisites ?? []), ...(definition.equivalents ?? [])]),
    findDuties(certificationId),
  ]);
  const courses = [...found.facts.values()].filter(({ kind, available }) => kind === "course" && available);
  const reading = await courseProgress(
    personId,
    courses.map(({ id }) => id),
  );
  const earnable = cycleOpening(own.awards, t) !== "closed";
  const awards = states.flatMap((state) => state.awards);
  const named = (id: string, countingAs: readonly string[]) => ({
    id,
    title: names.get(id)?.title ?? id,
    held: isHeld(awards, countingAs, t),
  });
  return {
    id: certificationId,
    title: definition.title,
    edition: definition.edition,
    summary: definition.summary,
    standard: definition.standard ?? null,
    lasts: validityWords(definition.validity),
    expires: definition.validity !== undefined,
    renewalWindowDays: definition.renewalWindowDays,
    graceDays: definition.graceDays ?? null,
    independent: definition.decision === "independent",
    renewals: (definition.renewal ?? []).map(({ title }, index) => title ?? `Renewal ${index + 1}`),
    prerequisites: (definition.prerequisites ?? []).map((id) =>
      named(id, [id, ...readEquivalents(names.get(id)?.equivalents ?? "[]")]),
    ),
    /* It counts by itself, and not by what counts as it. */
    equivalents: (definition.equivalents ?? []).map((id) => named(id, [id])),
    duties,
    own: owedOf(own, definition, found, reading, t),
    awardId: own.award?.id ?? null,
    earnable,
    required: own.obligations.length > 0,
    chosen: run?.cause === "chosen" ? run.id : null,
    mayChoose:
      earnable &&
      run === null &&
      own.obligations.length === 0 &&
      [...found.facts.values()].some(({ available }) => available),
    nextFrom,
    staff: may(actor, "admin") || may(actor, "auditor"),
  };
}

async function findDefinition(certificationId: string) {
  const [row] = await db.$queryRaw<{ id: string; definition: string; nextFrom: Date | null }[]>`
    SELECT r."id", r."definition", later."inForceFrom" AS "nextFrom"
    FROM "Certification" c
    JOIN "CertificationRevision" r ON r."id" = c."currentRevisionId"
    LEFT JOIN "CertificationRevision" later ON later."id" = c."nextRevisionId"
    WHERE c."id" = ${certificationId} AND c."archivedAt" IS NULL`;
  if (!row) throw new NotFound("certification");
  return { definition: readDefinition(row.id, row.definition), nextFrom: row.nextFrom };
}

function findOpenRun(personId: string, certificationId: string) {
  return db.cycle.findFirst({
    where: { personId, certificationId, award: null, end: null },
    orderBy: { number: "desc" },
    select: { id: true, cause: true },
  });
}

async function findNames(ids: readonly string[]) {
  if (ids.length === 0) return new Map<string, { title: string; equivalents: string }>();
  const rows = await db.certification.findMany({
    where: { id: { in: [...ids] } },
    select: { id: true, title: true, equivalents: true },
  });
  return new Map(rows.map(({ id, ...named }) => [id, named]));
}

/** The accountabilities that it shows somebody can be relied on for. */
function findDuties(
  certificationId: string,
): Promise<{ id: string; title: string; jobRole: string; why: string }[]> {
  const t = now();
  return db.$queryRaw`
    SELECT q."id", duty."title", role."name" AS "jobRole", q."why"
    FROM "Requirement" q
    JOIN "Accountability" duty ON duty."id" = q."accountabilityId"
    JOIN "JobRole" role ON role."id" = q."jobRoleId"
    WHERE q."certificationId" = ${certificationId} AND ${inForce(sql`q`, { effective: t, known: t })}
    ORDER BY role."name", duty."position", q."id"`;
}
