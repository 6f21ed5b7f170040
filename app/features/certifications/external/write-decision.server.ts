import type { Actor } from "~/features/people/actor";
import { mailPerson } from "~/features/people/mail-person.server";
import { now } from "~/platform/clock.server";
import type { Tx } from "~/platform/db/client.server";
import { env } from "~/platform/env.server";
import { newId } from "~/platform/ids.server";
import { type Decided, decidedMail } from "./external-mail";
import type { FoundExternal } from "./find-external.server";
import type { ExternalState, PrintedDays } from "./external-rules";
import { recordExternal } from "./record-external.server";

interface Decision {
  readonly kind: Exclude<ExternalState, "waiting">;
  readonly reason: string | null;
  readonly days?: PrintedDays & { readonly expiresAt: Date | null };
}

/** The row and its record. Of two with the same number, one fails with a unique violation. */
export async function writeDecision(
  tx: Tx,
  { personId: actorId }: Actor,
  found: FoundExternal,
  { kind, reason, days }: Decision,
): Promise<void> {
  const id = newId();
  const at = now();
  const number = found.decisions.length + 1;
  await tx.externalDecision.create({
    data: { id, certificateId: found.id, number, kind, at, actorId, reason, ...days },
    select: { id: true },
  });
  await recordExternal(tx, found, {
    id,
    kind: "external-certificate-decided",
    outcome: kind,
    actorId,
    ...(reason === null ? {} : { reason }),
    occurredAt: at,
    document: {
      certificate: found.id,
      step: found.stepId,
      decision: kind,
      number,
      file: { hash: found.fileHash },
      ...(days
        ? {
            issuedOn: days.issuedOn,
            expiresOn: days.expiresOn,
            expiresAt: days.expiresAt?.toISOString() ?? null,
          }
        : {}),
    },
  });
}

export async function tellHolder(
  tx: Tx,
  found: FoundExternal,
  kind: Decided,
  reason: string | null,
): Promise<void> {
  await mailPerson(tx, found.personId, () => decidedMail(kind, reason, aboutOf(found)));
}

export function aboutOf({ id, title, certificationTitle }: FoundExternal) {
  return { title, certificationTitle, address: `${env.BASE_URL}/external-certificates/${id}` };
}
