-- AlterTable
ALTER TABLE "AwardEvent" ADD COLUMN "confirmedBy" TEXT;

-- AlterTable
ALTER TABLE "CertificationRevision" ADD COLUMN "inForceFrom" DATETIME;

-- CreateTable
CREATE TABLE "CycleEnd" (
    "cycleId" TEXT NOT NULL PRIMARY KEY,
    "at" DATETIME NOT NULL,
    "actorId" TEXT,
    "reason" TEXT NOT NULL,
    CONSTRAINT "CycleEnd_cycleId_fkey" FOREIGN KEY ("cycleId") REFERENCES "Cycle" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "AwardProposal" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "awardId" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "effectiveAt" DATETIME NOT NULL,
    "proposedById" TEXT NOT NULL,
    "proposedAt" DATETIME NOT NULL,
    "state" TEXT NOT NULL,
    "openKey" TEXT,
    "decidedById" TEXT,
    "decidedAt" DATETIME,
    "answer" TEXT,
    CONSTRAINT "AwardProposal_awardId_fkey" FOREIGN KEY ("awardId") REFERENCES "Award" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- AlterTable: columns are added, because a table made anew loses the triggers that keep it append-only.
ALTER TABLE "Certification" ADD COLUMN "nextRevisionId" TEXT;
ALTER TABLE "Certification" ADD COLUMN "equivalents" TEXT NOT NULL DEFAULT '[]';
ALTER TABLE "Cycle" ADD COLUMN "cause" TEXT NOT NULL DEFAULT 'earned';
ALTER TABLE "Cycle" ADD COLUMN "dueAt" DATETIME;
ALTER TABLE "Cycle" ADD COLUMN "assignedById" TEXT;
ALTER TABLE "Cycle" ADD COLUMN "reason" TEXT;
ALTER TABLE "Cycle" ADD COLUMN "recordedAt" DATETIME;

-- CreateIndex
CREATE UNIQUE INDEX "AwardProposal_openKey_key" ON "AwardProposal"("openKey");

-- CreateIndex
CREATE INDEX "AwardProposal_awardId_proposedAt_idx" ON "AwardProposal"("awardId", "proposedAt");

-- CreateIndex
CREATE INDEX "AwardProposal_state_proposedAt_id_idx" ON "AwardProposal"("state", "proposedAt", "id");


-- How a run ended is kept, and so is a proposal once it has been decided.
CREATE TRIGGER "CycleEnd_refuse_update" BEFORE UPDATE ON "CycleEnd" BEGIN SELECT RAISE(ABORT, 'evidence is append-only: CycleEnd'); END;
CREATE TRIGGER "CycleEnd_refuse_delete" BEFORE DELETE ON "CycleEnd" BEGIN SELECT RAISE(ABORT, 'evidence is append-only: CycleEnd'); END;
CREATE TRIGGER "AwardProposal_refuse_update" BEFORE UPDATE ON "AwardProposal" WHEN OLD."state" <> 'open' BEGIN SELECT RAISE(ABORT, 'evidence is append-only: AwardProposal'); END;
CREATE TRIGGER "AwardProposal_refuse_delete" BEFORE DELETE ON "AwardProposal" BEGIN SELECT RAISE(ABORT, 'evidence is append-only: AwardProposal'); END;
