/** What is wrong in `content/` as last brought in, for administrators to see while the portal runs with the rest. */
import { may, type Actor } from "~/features/people/actor";
import { now } from "~/platform/clock.server";
import type { ContentFinding } from "~/platform/content-finding";
import { db, transaction } from "~/platform/db/client.server";
import { NotFound } from "~/platform/errors";
import { sha256 } from "~/platform/ids.server";

const MOST = 500;

export interface ContentProblem {
  readonly id: string;
  /** file:line */
  readonly source: string;
  readonly message: string;
  readonly foundAt: Date;
}

/** A problem that was there before keeps the time at which it was found. */
export async function replaceProblems(findings: readonly ContentFinding[]): Promise<void> {
  const found = new Map(
    findings
      .slice(0, MOST)
      .map(toProblem)
      .map((problem) => [problem.id, problem]),
  );
  await transaction(async (tx) => {
    await tx.contentProblem.deleteMany({ where: { id: { notIn: [...found.keys()] } } });
    for (const problem of found.values())
      await tx.contentProblem.upsert({
        where: { id: problem.id },
        create: { ...problem, foundAt: now() },
        update: {},
        select: { id: true },
      });
  });
}

export async function contentProblems(actor: Actor): Promise<ContentProblem[]> {
  if (!may(actor, "admin")) throw new NotFound();
  return db.contentProblem.findMany({
    orderBy: [{ source: "asc" }, { id: "asc" }],
    take: MOST,
    select: { id: true, source: true, message: true, foundAt: true },
  });
}

function toProblem({ file, line, message, advice }: ContentFinding) {
  const problem = { source: `${file}:${line}`, message: `${message} ${advice}` };
  return { id: sha256(JSON.stringify(problem)), ...problem };
}
