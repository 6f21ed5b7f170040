import { z } from "zod";
import { now } from "~/platform/clock.server";
import { db } from "~/platform/db/client.server";
import type { Actor } from "./actor";
import { heldAsOf } from "./as-of.server";
import { requireAdministrator } from "./people-policy";

export interface AccountabilityText {
  id: string;
  title: string;
  text: string;
  details: string[];
  evidence: string | null;
}

export interface JobRoleWithDuties {
  id: string;
  name: string;
  holders: number;
  accountabilities: AccountabilityText[];
}

const details = z.array(z.string());

export async function listJobRoles(actor: Actor): Promise<JobRoleWithDuties[]> {
  requireAdministrator(actor);
  const [jobRoles, holders] = await Promise.all([
    db.jobRole.findMany({
      orderBy: [{ name: "asc" }, { id: "asc" }],
      select: {
        id: true,
        name: true,
        accountabilities: {
          where: { retiredAt: null },
          orderBy: { position: "asc" },
          select: { id: true, title: true, text: true, details: true, evidence: true },
        },
      },
    }),
    db.assignment.groupBy({
      by: ["jobRoleId"],
      where: { kind: "job-role", ...heldAsOf({ effective: now(), known: now() }) },
      _count: true,
    }),
  ]);
  const counts = new Map(holders.map(({ jobRoleId, _count }) => [jobRoleId, _count]));
  return jobRoles.map(({ accountabilities, ...jobRole }) => ({
    ...jobRole,
    holders: counts.get(jobRole.id) ?? 0,
    accountabilities: accountabilities.map((each) => ({
      ...each,
      details: details.parse(JSON.parse(each.details)),
    })),
  }));
}
