-- CreateTable
CREATE TABLE "AwardDecision" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "personId" TEXT NOT NULL,
    "certificationId" TEXT NOT NULL,
    "revisionId" TEXT NOT NULL,
    "evidenceKey" TEXT NOT NULL,
    "evidence" TEXT NOT NULL,
    "askedAt" DATETIME NOT NULL,
    "state" TEXT NOT NULL,
    "decidedById" TEXT,
    "decidedAt" DATETIME,
    "reason" TEXT
);

-- CreateIndex
CREATE INDEX "AwardDecision_state_askedAt_id_idx" ON "AwardDecision"("state", "askedAt", "id");

-- CreateIndex
CREATE UNIQUE INDEX "AwardDecision_personId_certificationId_evidenceKey_key" ON "AwardDecision"("personId", "certificationId", "evidenceKey");

