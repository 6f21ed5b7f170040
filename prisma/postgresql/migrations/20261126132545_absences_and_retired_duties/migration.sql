-- AlterTable
ALTER TABLE "Accountability" ADD COLUMN     "retiredAt" TIMESTAMP(3);

-- CreateTable
CREATE TABLE "Absence" (
    "id" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "heldFrom" TIMESTAMP(3) NOT NULL,
    "heldUntil" TIMESTAMP(3),
    "recordedAt" TIMESTAMP(3) NOT NULL,
    "supersededAt" TIMESTAMP(3),

    CONSTRAINT "Absence_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Absence_personId_supersededAt_idx" ON "Absence"("personId", "supersededAt");

-- Who had left before absences were kept: known since it was recorded.
INSERT INTO "Absence" ("id", "personId", "heldFrom", "recordedAt")
SELECT 'left-' || p."id", p."id", p."leftAt",
  COALESCE((SELECT MAX(c."at") FROM "PeopleChange" c WHERE c."personId" = p."id" AND c."action" = 'left'), p."leftAt")
FROM "Person" p WHERE p."leftAt" IS NOT NULL;
