-- AlterTable
ALTER TABLE "AwardEvent" ADD COLUMN     "confirmedBy" TEXT;

-- AlterTable
ALTER TABLE "Certification" ADD COLUMN     "equivalents" TEXT NOT NULL DEFAULT '[]',
ADD COLUMN     "nextRevisionId" TEXT;

-- AlterTable
ALTER TABLE "CertificationRevision" ADD COLUMN     "inForceFrom" TIMESTAMP(3);

-- AlterTable
ALTER TABLE "Cycle" ADD COLUMN     "assignedById" TEXT,
ADD COLUMN     "cause" TEXT NOT NULL DEFAULT 'earned',
ADD COLUMN     "dueAt" TIMESTAMP(3),
ADD COLUMN     "reason" TEXT,
ADD COLUMN     "recordedAt" TIMESTAMP(3);

-- CreateTable
CREATE TABLE "CycleEnd" (
    "cycleId" TEXT NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,
    "actorId" TEXT,
    "reason" TEXT NOT NULL,

    CONSTRAINT "CycleEnd_pkey" PRIMARY KEY ("cycleId")
);

-- CreateTable
CREATE TABLE "AwardProposal" (
    "id" TEXT NOT NULL,
    "awardId" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "effectiveAt" TIMESTAMP(3) NOT NULL,
    "proposedById" TEXT NOT NULL,
    "proposedAt" TIMESTAMP(3) NOT NULL,
    "state" TEXT NOT NULL,
    "openKey" TEXT,
    "decidedById" TEXT,
    "decidedAt" TIMESTAMP(3),
    "answer" TEXT,

    CONSTRAINT "AwardProposal_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "AwardProposal_openKey_key" ON "AwardProposal"("openKey");

-- CreateIndex
CREATE INDEX "AwardProposal_awardId_proposedAt_idx" ON "AwardProposal"("awardId", "proposedAt");

-- CreateIndex
CREATE INDEX "AwardProposal_state_proposedAt_id_idx" ON "AwardProposal"("state", "proposedAt", "id");

-- AddForeignKey
ALTER TABLE "CycleEnd" ADD CONSTRAINT "CycleEnd_cycleId_fkey" FOREIGN KEY ("cycleId") REFERENCES "Cycle"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AwardProposal" ADD CONSTRAINT "AwardProposal_awardId_fkey" FOREIGN KEY ("awardId") REFERENCES "Award"("id") ON DELETE RESTRICT ON UPDATE CASCADE;


-- How a run ended is kept, and so is a proposal once it has been decided.
CREATE TRIGGER "CycleEnd_refuse_change" BEFORE UPDATE OR DELETE ON "CycleEnd" FOR EACH ROW EXECUTE FUNCTION attest_refuse();
CREATE TRIGGER "CycleEnd_refuse_truncate" BEFORE TRUNCATE ON "CycleEnd" FOR EACH STATEMENT EXECUTE FUNCTION attest_refuse();
CREATE TRIGGER "AwardProposal_refuse_update" BEFORE UPDATE ON "AwardProposal" FOR EACH ROW WHEN (OLD."state" <> 'open') EXECUTE FUNCTION attest_refuse();
CREATE TRIGGER "AwardProposal_refuse_delete" BEFORE DELETE ON "AwardProposal" FOR EACH ROW EXECUTE FUNCTION attest_refuse();
CREATE TRIGGER "AwardProposal_refuse_truncate" BEFORE TRUNCATE ON "AwardProposal" FOR EACH STATEMENT EXECUTE FUNCTION attest_refuse();
