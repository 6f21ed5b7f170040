-- CreateTable
CREATE TABLE "Checklist" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "title" TEXT NOT NULL,
    "summary" TEXT NOT NULL,
    "currentRevisionId" TEXT,
    "archivedAt" DATETIME
);

-- CreateTable
CREATE TABLE "ChecklistRevision" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "checklistId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "definition" TEXT NOT NULL,
    "publishedAt" DATETIME NOT NULL,
    CONSTRAINT "ChecklistRevision_checklistId_fkey" FOREIGN KEY ("checklistId") REFERENCES "Checklist" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "SignOff" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "checklistId" TEXT NOT NULL,
    "revisionId" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "observerId" TEXT NOT NULL,
    "startedAt" DATETIME NOT NULL,
    "state" TEXT NOT NULL,
    "stateAt" DATETIME NOT NULL,
    "openKey" TEXT,
    "edits" INTEGER NOT NULL DEFAULT 0,
    "completedAt" DATETIME,
    "completedById" TEXT,
    "met" BOOLEAN,
    "comment" TEXT NOT NULL DEFAULT '',
    "closedById" TEXT,
    "reason" TEXT,
    "recordId" TEXT,
    CONSTRAINT "SignOff_checklistId_fkey" FOREIGN KEY ("checklistId") REFERENCES "Checklist" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "SignOff_revisionId_fkey" FOREIGN KEY ("revisionId") REFERENCES "ChecklistRevision" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "SignOffMark" (
    "signOffId" TEXT NOT NULL,
    "criterionId" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "outcome" TEXT,
    "measured" REAL,
    "sample" INTEGER,
    "note" TEXT NOT NULL DEFAULT '',
    "file" TEXT,
    "savedById" TEXT NOT NULL,
    "savedAt" DATETIME NOT NULL,

    PRIMARY KEY ("signOffId", "criterionId"),
    CONSTRAINT "SignOffMark_signOffId_fkey" FOREIGN KEY ("signOffId") REFERENCES "SignOff" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateIndex
CREATE UNIQUE INDEX "ChecklistRevision_checklistId_number_key" ON "ChecklistRevision"("checklistId", "number");

-- CreateIndex
CREATE UNIQUE INDEX "SignOff_openKey_key" ON "SignOff"("openKey");

-- CreateIndex
CREATE INDEX "SignOff_state_stateAt_id_idx" ON "SignOff"("state", "stateAt", "id");

-- CreateIndex
CREATE INDEX "SignOff_personId_state_stateAt_id_idx" ON "SignOff"("personId", "state", "stateAt", "id");

-- CreateIndex
CREATE INDEX "SignOff_personId_checklistId_stateAt_idx" ON "SignOff"("personId", "checklistId", "stateAt");

-- CreateIndex
CREATE INDEX "SignOff_recordId_idx" ON "SignOff"("recordId");


-- A checklist's revision is kept. A sign-off stays with whom and what it was begun for; what its observer completed is
-- only closed, and what is closed stays as it is. Marks change in a draft alone.
CREATE TRIGGER "ChecklistRevision_refuse_update" BEFORE UPDATE ON "ChecklistRevision" BEGIN SELECT RAISE(ABORT, 'evidence is append-only: ChecklistRevision'); END;
CREATE TRIGGER "ChecklistRevision_refuse_delete" BEFORE DELETE ON "ChecklistRevision" BEGIN SELECT RAISE(ABORT, 'evidence is append-only: ChecklistRevision'); END;
CREATE TRIGGER "SignOff_refuse_update" BEFORE UPDATE ON "SignOff" WHEN OLD."state" NOT IN ('draft', 'completed')
  OR NOT (OLD."id" IS NEW."id" AND OLD."checklistId" IS NEW."checklistId" AND OLD."revisionId" IS NEW."revisionId" AND OLD."personId" IS NEW."personId" AND OLD."observerId" IS NEW."observerId" AND OLD."startedAt" IS NEW."startedAt")
  OR (OLD."state" = 'completed' AND NOT (OLD."edits" IS NEW."edits" AND OLD."completedAt" IS NEW."completedAt" AND OLD."completedById" IS NEW."completedById" AND OLD."met" IS NEW."met" AND OLD."comment" IS NEW."comment" AND NEW."state" IN ('acknowledged', 'disputed', 'withdrawn')))
BEGIN SELECT RAISE(ABORT, 'evidence is append-only: SignOff'); END;
CREATE TRIGGER "SignOff_refuse_delete" BEFORE DELETE ON "SignOff" BEGIN SELECT RAISE(ABORT, 'evidence is append-only: SignOff'); END;
CREATE TRIGGER "SignOffMark_refuse_insert" BEFORE INSERT ON "SignOffMark" WHEN (SELECT "state" FROM "SignOff" WHERE "id" = NEW."signOffId") <> 'draft' BEGIN SELECT RAISE(ABORT, 'evidence is append-only: SignOffMark'); END;
CREATE TRIGGER "SignOffMark_refuse_update" BEFORE UPDATE ON "SignOffMark" WHEN OLD."signOffId" IS NOT NEW."signOffId" OR OLD."criterionId" IS NOT NEW."criterionId" OR (SELECT "state" FROM "SignOff" WHERE "id" = OLD."signOffId") <> 'draft' BEGIN SELECT RAISE(ABORT, 'evidence is append-only: SignOffMark'); END;
CREATE TRIGGER "SignOffMark_refuse_delete" BEFORE DELETE ON "SignOffMark" BEGIN SELECT RAISE(ABORT, 'evidence is append-only: SignOffMark'); END;
