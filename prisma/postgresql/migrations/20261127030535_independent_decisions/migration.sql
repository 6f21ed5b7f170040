-- CreateTable
CREATE TABLE "AwardDecision" (
    "id" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "certificationId" TEXT NOT NULL,
    "revisionId" TEXT NOT NULL,
    "evidenceKey" TEXT NOT NULL,
    "evidence" TEXT NOT NULL,
    "askedAt" TIMESTAMP(3) NOT NULL,
    "state" TEXT NOT NULL,
    "decidedById" TEXT,
    "decidedAt" TIMESTAMP(3),
    "reason" TEXT,

    CONSTRAINT "AwardDecision_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "AwardDecision_state_askedAt_id_idx" ON "AwardDecision"("state", "askedAt", "id");

-- CreateIndex
CREATE UNIQUE INDEX "AwardDecision_personId_certificationId_evidenceKey_key" ON "AwardDecision"("personId", "certificationId", "evidenceKey");

