import { db } from "~/platform/db/client.server";

/** Ids of the accountabilities that a job role holds. */
export async function dutiesOf(jobRoleId: string): Promise<string[]> {
  const rows = await db.accountability.findMany({
    where: { jobRoleId, retiredAt: null },
    orderBy: { position: "asc" },
    select: { id: true },
  });
  return rows.map(({ id }) => id);
}

/** Every job role by name, for a choice. */
export async function jobRoleChoices(): Promise<{ id: string; name: string }[]> {
  return db.jobRole.findMany({ orderBy: [{ name: "asc" }, { id: "asc" }], select: { id: true, name: true } });
}
