import { db } from "~/platform/db/client.server";
import type { ExternalState } from "./external/external-rules";

export interface StepProof {
  readonly kind: "statement" | "certificate";
  readonly id: string;
  readonly title: string;
  readonly at: Date;
  readonly state: ExternalState;
}

const MOST = 20;

/** Statements that a person accepted and certificates they sent in, the latest first; the caller has authorised it. */
export function stepProofs(personId: string): Promise<StepProof[]> {
  return db.$queryRaw<StepProof[]>`
    SELECT 'certificate' AS "kind", x."id", x."title", x."sentAt" AS "at", COALESCE(d."kind", 'waiting') AS "state"
    FROM "ExternalCertificate" x
    LEFT JOIN "ExternalDecision" d ON d."certificateId" = x."id" AND d."number" = (
      SELECT MAX(latest."number") FROM "ExternalDecision" latest WHERE latest."certificateId" = x."id")
    WHERE x."personId" = ${personId}
    UNION ALL
    SELECT 'statement', s."id", s."title", s."acceptedAt", 'accepted'
    FROM "StatementAcceptance" s WHERE s."personId" = ${personId}
    ORDER BY "at" DESC, "id" LIMIT ${MOST}`;
}
