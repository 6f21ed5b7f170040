-- AlterTable
ALTER TABLE "Assessment" ADD COLUMN "ownerId" TEXT;

-- CreateTable
CREATE TABLE "QuestionText" (
    "versionId" TEXT NOT NULL PRIMARY KEY,
    "source" TEXT NOT NULL,
    CONSTRAINT "QuestionText_versionId_fkey" FOREIGN KEY ("versionId") REFERENCES "QuestionVersion" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "QuestionFigure" (
    "hash" TEXT NOT NULL PRIMARY KEY,
    "bankId" TEXT NOT NULL
);

-- CreateTable
CREATE TABLE "Bank" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "slug" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "ownerId" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "updatedAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "BankQuestion" (
    "bankId" TEXT NOT NULL,
    "questionId" TEXT NOT NULL,
    "versionId" TEXT NOT NULL,
    "number" INTEGER NOT NULL DEFAULT 1,
    "withdrawnAt" DATETIME,
    "updatedAt" DATETIME NOT NULL,

    PRIMARY KEY ("bankId", "questionId"),
    CONSTRAINT "BankQuestion_bankId_fkey" FOREIGN KEY ("bankId") REFERENCES "Bank" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "BankFigure" (
    "bankId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,

    PRIMARY KEY ("bankId", "name"),
    CONSTRAINT "BankFigure_bankId_fkey" FOREIGN KEY ("bankId") REFERENCES "Bank" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "TestDraft" (
    "assessmentId" TEXT NOT NULL PRIMARY KEY,
    "source" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "updatedAt" DATETIME NOT NULL,
    CONSTRAINT "TestDraft_assessmentId_fkey" FOREIGN KEY ("assessmentId") REFERENCES "Assessment" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "AttemptResult" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "attemptId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "cause" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "assessmentId" TEXT NOT NULL,
    "score" REAL NOT NULL,
    "passed" BOOLEAN NOT NULL,
    "effectiveAt" DATETIME NOT NULL,
    "recordedAt" DATETIME NOT NULL,
    CONSTRAINT "AttemptResult_attemptId_fkey" FOREIGN KEY ("attemptId") REFERENCES "Attempt" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Marking" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "attemptId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "markerId" TEXT NOT NULL,
    "marks" TEXT NOT NULL,
    "recordedAt" DATETIME NOT NULL,
    CONSTRAINT "Marking_attemptId_fkey" FOREIGN KEY ("attemptId") REFERENCES "Attempt" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "MarkingRequest" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "attemptId" TEXT NOT NULL,
    "requestedById" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "recordedAt" DATETIME NOT NULL,
    CONSTRAINT "MarkingRequest_attemptId_fkey" FOREIGN KEY ("attemptId") REFERENCES "Attempt" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Regrade" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "questionVersionId" TEXT NOT NULL,
    "treatment" TEXT NOT NULL,
    "key" TEXT,
    "reason" TEXT NOT NULL,
    "actorId" TEXT NOT NULL,
    "recordedAt" DATETIME NOT NULL,
    CONSTRAINT "Regrade_questionVersionId_fkey" FOREIGN KEY ("questionVersionId") REFERENCES "QuestionVersion" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Appeal" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "attemptId" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "position" INTEGER,
    "grounds" TEXT NOT NULL,
    "filedAt" DATETIME NOT NULL,
    "decideBy" DATETIME NOT NULL,
    "state" TEXT NOT NULL,
    "openKey" TEXT,
    "decidedAt" DATETIME,
    "decidedById" TEXT,
    "decision" TEXT,
    "remedy" TEXT,
    CONSTRAINT "Appeal_attemptId_fkey" FOREIGN KEY ("attemptId") REFERENCES "Attempt" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Accommodation" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "personId" TEXT NOT NULL,
    "extraPercent" INTEGER NOT NULL,
    "breakMinutes" INTEGER NOT NULL,
    "reason" TEXT NOT NULL,
    "heldFrom" DATETIME NOT NULL,
    "heldUntil" DATETIME,
    "recordedAt" DATETIME NOT NULL,
    "supersededAt" DATETIME,
    "actorId" TEXT NOT NULL
);

-- CreateTable
CREATE TABLE "Invigilation" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "assessmentId" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "invigilatorId" TEXT NOT NULL,
    "startsAt" DATETIME NOT NULL,
    "endsAt" DATETIME NOT NULL,
    CONSTRAINT "Invigilation_assessmentId_fkey" FOREIGN KEY ("assessmentId") REFERENCES "Assessment" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- Columns are added one by one: a table made anew would lose the triggers that keep it as it is.
ALTER TABLE "Attempt" ADD COLUMN "graceSeconds" INTEGER NOT NULL DEFAULT 0;
ALTER TABLE "Attempt" ADD COLUMN "extraMinutes" INTEGER NOT NULL DEFAULT 0;
ALTER TABLE "Attempt" ADD COLUMN "invigilatorId" TEXT;
ALTER TABLE "Attempt" ADD COLUMN "declaredAt" DATETIME;
ALTER TABLE "AttemptItem" ADD COLUMN "flagged" BOOLEAN NOT NULL DEFAULT false;
CREATE INDEX "Attempt_assessmentId_submittedAt_id_idx" ON "Attempt"("assessmentId", "submittedAt", "id");
CREATE INDEX "AttemptItem_questionVersionId_attemptId_idx" ON "AttemptItem"("questionVersionId", "attemptId");

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


-- CreateTable
CREATE TABLE "AttemptGrant" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "personId" TEXT NOT NULL,
    "assessmentId" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "actorId" TEXT NOT NULL,
    "recordedAt" DATETIME NOT NULL
);

-- CreateIndex
CREATE INDEX "AttemptGrant_personId_assessmentId_recordedAt_idx" ON "AttemptGrant"("personId", "assessmentId", "recordedAt");

-- CreateIndex
CREATE INDEX "Attempt_status_passed_submittedAt_id_idx" ON "Attempt"("status", "passed", "submittedAt", "id");
