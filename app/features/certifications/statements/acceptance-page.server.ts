import type { Actor } from "~/features/people/actor";
import { db } from "~/platform/db/client.server";
import { NotFound } from "~/platform/errors";
import { requireOpenTo } from "../open-to.server";

interface Row {
  id: string;
  personId: string;
  personName: string;
  title: string;
  text: string;
  acceptedAt: Date;
  certificationTitle: string;
}

/** What a person accepted, when and word for word. @throws NotFound when it is not the actor's to see */
export async function acceptancePage(actor: Actor, id: string) {
  const [row] = await db.$queryRaw<Row[]>`
    SELECT s."id", s."personId", p."name" AS "personName", s."title", s."text", s."acceptedAt",
           c."title" AS "certificationTitle"
    FROM "StatementAcceptance" s
    JOIN "Person" p ON p."id" = s."personId"
    JOIN "Certification" c ON c."id" = s."certificationId"
    WHERE s."id" = ${id}`;
  if (!row) throw new NotFound("statement");
  await requireOpenTo(actor, row.personId, "statement");
  const { personId, ...acceptance } = row;
  return { ...acceptance, own: personId === actor.personId };
}
