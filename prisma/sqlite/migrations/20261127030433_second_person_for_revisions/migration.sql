-- CreateTable
CREATE TABLE "RevisionProposal" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "draftId" TEXT NOT NULL,
    "edits" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "note" TEXT NOT NULL,
    "proposedById" TEXT NOT NULL,
    "proposedAt" DATETIME NOT NULL,
    "state" TEXT NOT NULL,
    "openKey" TEXT,
    "decidedById" TEXT,
    "decidedAt" DATETIME,
    "answer" TEXT,
    CONSTRAINT "RevisionProposal_draftId_fkey" FOREIGN KEY ("draftId") REFERENCES "Draft" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateIndex
CREATE UNIQUE INDEX "RevisionProposal_openKey_key" ON "RevisionProposal"("openKey");

-- CreateIndex
CREATE INDEX "RevisionProposal_draftId_proposedAt_idx" ON "RevisionProposal"("draftId", "proposedAt");

-- CreateIndex
CREATE INDEX "RevisionProposal_state_proposedAt_id_idx" ON "RevisionProposal"("state", "proposedAt", "id");

