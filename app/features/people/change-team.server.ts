import { transaction } from "~/platform/db/client.server";
import { Invalid, NotFound } from "~/platform/errors";
import { newId } from "~/platform/ids.server";
import type { Actor } from "./actor";
import { requireAdministrator } from "./people-policy";
import { recordChange } from "./record-change.server";

export async function createTeam(
  actor: Actor,
  { name, regionId, reason }: { name: string; regionId: string; reason: string },
): Promise<string> {
  requireAdministrator(actor);
  const id = newId();
  await transaction(async (tx) => {
    const region = await tx.region.findUnique({ where: { id: regionId }, select: { name: true } });
    if (!region)
      throw new Invalid("unknown-region", "Choose a region from the list.", {
        regionId: ["Choose a region from the list."],
      });
    await tx.team.create({ data: { id, name, regionId }, select: { id: true } });
    const summary = `Team ${name} in ${region.name}`;
    await recordChange(tx, {
      personId: null,
      actorId: actor.personId,
      action: "team-created",
      summary,
      reason,
    });
  });
  return id;
}

export async function renameTeam(
  actor: Actor,
  { teamId, name, reason }: { teamId: string; name: string; reason: string },
): Promise<void> {
  requireAdministrator(actor);
  await transaction(async (tx) => {
    const before = await tx.team.findUnique({ where: { id: teamId }, select: { name: true } });
    if (!before) throw new NotFound("team");
    if (before.name === name) return;
    await tx.team.update({ where: { id: teamId }, data: { name }, select: { id: true } });
    const summary = `Team ${before.name} → ${name}`;
    await recordChange(tx, {
      personId: null,
      actorId: actor.personId,
      action: "team-renamed",
      summary,
      reason,
    });
  });
}
