-- CreateTable
CREATE TABLE "RevisionProposal" (
    "id" TEXT NOT NULL,
    "draftId" TEXT NOT NULL,
    "edits" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "note" TEXT NOT NULL,
    "proposedById" TEXT NOT NULL,
    "proposedAt" TIMESTAMP(3) NOT NULL,
    "state" TEXT NOT NULL,
    "openKey" TEXT,
    "decidedById" TEXT,
    "decidedAt" TIMESTAMP(3),
    "answer" TEXT,

    CONSTRAINT "RevisionProposal_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "RevisionProposal_openKey_key" ON "RevisionProposal"("openKey");

-- CreateIndex
CREATE INDEX "RevisionProposal_draftId_proposedAt_idx" ON "RevisionProposal"("draftId", "proposedAt");

-- CreateIndex
CREATE INDEX "RevisionProposal_state_proposedAt_id_idx" ON "RevisionProposal"("state", "proposedAt", "id");

-- AddForeignKey
ALTER TABLE "RevisionProposal" ADD CONSTRAINT "RevisionProposal_draftId_fkey" FOREIGN KEY ("draftId") REFERENCES "Draft"("id") ON DELETE CASCADE ON UPDATE CASCADE;

