-- AlterTable
ALTER TABLE "Assessment" ADD COLUMN     "ownerId" TEXT;

-- AlterTable
ALTER TABLE "Attempt" ADD COLUMN     "declaredAt" TIMESTAMP(3),
ADD COLUMN     "extraMinutes" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "graceSeconds" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "invigilatorId" TEXT;

-- AlterTable
ALTER TABLE "AttemptItem" ADD COLUMN     "flagged" BOOLEAN NOT NULL DEFAULT false;

-- CreateTable
CREATE TABLE "QuestionText" (
    "versionId" TEXT NOT NULL,
    "source" TEXT NOT NULL,

    CONSTRAINT "QuestionText_pkey" PRIMARY KEY ("versionId")
);

-- CreateTable
CREATE TABLE "QuestionFigure" (
    "hash" TEXT NOT NULL,
    "bankId" TEXT NOT NULL,

    CONSTRAINT "QuestionFigure_pkey" PRIMARY KEY ("hash")
);

-- CreateTable
CREATE TABLE "Bank" (
    "id" TEXT NOT NULL,
    "slug" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "ownerId" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "updatedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Bank_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "BankQuestion" (
    "bankId" TEXT NOT NULL,
    "questionId" TEXT NOT NULL,
    "versionId" TEXT NOT NULL,
    "number" INTEGER NOT NULL DEFAULT 1,
    "withdrawnAt" TIMESTAMP(3),
    "updatedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "BankQuestion_pkey" PRIMARY KEY ("bankId","questionId")
);

-- CreateTable
CREATE TABLE "BankFigure" (
    "bankId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "BankFigure_pkey" PRIMARY KEY ("bankId","name")
);

-- CreateTable
CREATE TABLE "TestDraft" (
    "assessmentId" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "updatedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "TestDraft_pkey" PRIMARY KEY ("assessmentId")
);

-- CreateTable
CREATE TABLE "AttemptResult" (
    "id" TEXT NOT NULL,
    "attemptId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "cause" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "assessmentId" TEXT NOT NULL,
    "score" DOUBLE PRECISION NOT NULL,
    "passed" BOOLEAN NOT NULL,
    "effectiveAt" TIMESTAMP(3) NOT NULL,
    "recordedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "AttemptResult_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Marking" (
    "id" TEXT NOT NULL,
    "attemptId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "markerId" TEXT NOT NULL,
    "marks" TEXT NOT NULL,
    "recordedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Marking_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "MarkingRequest" (
    "id" TEXT NOT NULL,
    "attemptId" TEXT NOT NULL,
    "requestedById" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "recordedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "MarkingRequest_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Regrade" (
    "id" TEXT NOT NULL,
    "questionVersionId" TEXT NOT NULL,
    "treatment" TEXT NOT NULL,
    "key" TEXT,
    "reason" TEXT NOT NULL,
    "actorId" TEXT NOT NULL,
    "recordedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Regrade_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Appeal" (
    "id" TEXT NOT NULL,
    "attemptId" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "position" INTEGER,
    "grounds" TEXT NOT NULL,
    "filedAt" TIMESTAMP(3) NOT NULL,
    "decideBy" TIMESTAMP(3) NOT NULL,
    "state" TEXT NOT NULL,
    "openKey" TEXT,
    "decidedAt" TIMESTAMP(3),
    "decidedById" TEXT,
    "decision" TEXT,
    "remedy" TEXT,

    CONSTRAINT "Appeal_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Accommodation" (
    "id" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "extraPercent" INTEGER NOT NULL,
    "breakMinutes" INTEGER NOT NULL,
    "reason" TEXT NOT NULL,
    "heldFrom" TIMESTAMP(3) NOT NULL,
    "heldUntil" TIMESTAMP(3),
    "recordedAt" TIMESTAMP(3) NOT NULL,
    "supersededAt" TIMESTAMP(3),
    "actorId" TEXT NOT NULL,

    CONSTRAINT "Accommodation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Invigilation" (
    "id" TEXT NOT NULL,
    "assessmentId" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "invigilatorId" TEXT NOT NULL,
    "startsAt" TIMESTAMP(3) NOT NULL,
    "endsAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Invigilation_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "QuestionFigure_bankId_idx" ON "QuestionFigure"("bankId");

-- CreateIndex
CREATE UNIQUE INDEX "Bank_slug_key" ON "Bank"("slug");

-- CreateIndex
CREATE INDEX "Bank_ownerId_updatedAt_id_idx" ON "Bank"("ownerId", "updatedAt", "id");

-- CreateIndex
CREATE INDEX "AttemptResult_personId_assessmentId_effectiveAt_idx" ON "AttemptResult"("personId", "assessmentId", "effectiveAt");

-- CreateIndex
CREATE UNIQUE INDEX "AttemptResult_attemptId_number_key" ON "AttemptResult"("attemptId", "number");

-- CreateIndex
CREATE UNIQUE INDEX "Marking_attemptId_number_key" ON "Marking"("attemptId", "number");

-- CreateIndex
CREATE UNIQUE INDEX "Marking_attemptId_markerId_key" ON "Marking"("attemptId", "markerId");

-- CreateIndex
CREATE UNIQUE INDEX "MarkingRequest_attemptId_key" ON "MarkingRequest"("attemptId");

-- CreateIndex
CREATE INDEX "Regrade_questionVersionId_recordedAt_idx" ON "Regrade"("questionVersionId", "recordedAt");

-- CreateIndex
CREATE UNIQUE INDEX "Appeal_openKey_key" ON "Appeal"("openKey");

-- CreateIndex
CREATE INDEX "Appeal_state_decideBy_id_idx" ON "Appeal"("state", "decideBy", "id");

-- CreateIndex
CREATE INDEX "Appeal_personId_filedAt_idx" ON "Appeal"("personId", "filedAt");

-- CreateIndex
CREATE INDEX "Appeal_attemptId_idx" ON "Appeal"("attemptId");

-- CreateIndex
CREATE INDEX "Accommodation_personId_supersededAt_idx" ON "Accommodation"("personId", "supersededAt");

-- CreateIndex
CREATE INDEX "Invigilation_assessmentId_endsAt_idx" ON "Invigilation"("assessmentId", "endsAt");

-- CreateIndex
CREATE INDEX "Invigilation_invigilatorId_endsAt_idx" ON "Invigilation"("invigilatorId", "endsAt");

-- CreateIndex
CREATE INDEX "Assessment_ownerId_title_id_idx" ON "Assessment"("ownerId", "title", "id");

-- CreateIndex
CREATE INDEX "Attempt_assessmentId_submittedAt_id_idx" ON "Attempt"("assessmentId", "submittedAt", "id");

-- CreateIndex
CREATE INDEX "AttemptItem_questionVersionId_attemptId_idx" ON "AttemptItem"("questionVersionId", "attemptId");

-- AddForeignKey
ALTER TABLE "QuestionText" ADD CONSTRAINT "QuestionText_versionId_fkey" FOREIGN KEY ("versionId") REFERENCES "QuestionVersion"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BankQuestion" ADD CONSTRAINT "BankQuestion_bankId_fkey" FOREIGN KEY ("bankId") REFERENCES "Bank"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BankFigure" ADD CONSTRAINT "BankFigure_bankId_fkey" FOREIGN KEY ("bankId") REFERENCES "Bank"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TestDraft" ADD CONSTRAINT "TestDraft_assessmentId_fkey" FOREIGN KEY ("assessmentId") REFERENCES "Assessment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AttemptResult" ADD CONSTRAINT "AttemptResult_attemptId_fkey" FOREIGN KEY ("attemptId") REFERENCES "Attempt"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Marking" ADD CONSTRAINT "Marking_attemptId_fkey" FOREIGN KEY ("attemptId") REFERENCES "Attempt"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MarkingRequest" ADD CONSTRAINT "MarkingRequest_attemptId_fkey" FOREIGN KEY ("attemptId") REFERENCES "Attempt"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Regrade" ADD CONSTRAINT "Regrade_questionVersionId_fkey" FOREIGN KEY ("questionVersionId") REFERENCES "QuestionVersion"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Appeal" ADD CONSTRAINT "Appeal_attemptId_fkey" FOREIGN KEY ("attemptId") REFERENCES "Attempt"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Invigilation" ADD CONSTRAINT "Invigilation_assessmentId_fkey" FOREIGN KEY ("assessmentId") REFERENCES "Assessment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;


-- CreateTable
CREATE TABLE "AttemptGrant" (
    "id" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "assessmentId" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "actorId" TEXT NOT NULL,
    "recordedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "AttemptGrant_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "AttemptGrant_personId_assessmentId_recordedAt_idx" ON "AttemptGrant"("personId", "assessmentId", "recordedAt");

-- CreateIndex
CREATE INDEX "Attempt_status_passed_submittedAt_id_idx" ON "Attempt"("status", "passed", "submittedAt", "id");
