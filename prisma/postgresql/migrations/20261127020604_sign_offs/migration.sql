-- CreateTable
CREATE TABLE "Checklist" (
    "id" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "summary" TEXT NOT NULL,
    "currentRevisionId" TEXT,
    "archivedAt" TIMESTAMP(3),

    CONSTRAINT "Checklist_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ChecklistRevision" (
    "id" TEXT NOT NULL,
    "checklistId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "definition" TEXT NOT NULL,
    "publishedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "ChecklistRevision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SignOff" (
    "id" TEXT NOT NULL,
    "checklistId" TEXT NOT NULL,
    "revisionId" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "observerId" TEXT NOT NULL,
    "startedAt" TIMESTAMP(3) NOT NULL,
    "state" TEXT NOT NULL,
    "stateAt" TIMESTAMP(3) NOT NULL,
    "openKey" TEXT,
    "edits" INTEGER NOT NULL DEFAULT 0,
    "completedAt" TIMESTAMP(3),
    "completedById" TEXT,
    "met" BOOLEAN,
    "comment" TEXT NOT NULL DEFAULT '',
    "closedById" TEXT,
    "reason" TEXT,
    "recordId" TEXT,

    CONSTRAINT "SignOff_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SignOffMark" (
    "signOffId" TEXT NOT NULL,
    "criterionId" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "outcome" TEXT,
    "measured" DOUBLE PRECISION,
    "sample" INTEGER,
    "note" TEXT NOT NULL DEFAULT '',
    "file" TEXT,
    "savedById" TEXT NOT NULL,
    "savedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "SignOffMark_pkey" PRIMARY KEY ("signOffId","criterionId")
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

-- AddForeignKey
ALTER TABLE "ChecklistRevision" ADD CONSTRAINT "ChecklistRevision_checklistId_fkey" FOREIGN KEY ("checklistId") REFERENCES "Checklist"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SignOff" ADD CONSTRAINT "SignOff_checklistId_fkey" FOREIGN KEY ("checklistId") REFERENCES "Checklist"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SignOff" ADD CONSTRAINT "SignOff_revisionId_fkey" FOREIGN KEY ("revisionId") REFERENCES "ChecklistRevision"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SignOffMark" ADD CONSTRAINT "SignOffMark_signOffId_fkey" FOREIGN KEY ("signOffId") REFERENCES "SignOff"("id") ON DELETE RESTRICT ON UPDATE CASCADE;


-- A checklist's revision is kept. A sign-off stays with whom and what it was begun for; what its observer completed is
-- only closed, and what is closed stays as it is. Marks change in a draft alone.
CREATE TRIGGER "ChecklistRevision_refuse_change" BEFORE UPDATE OR DELETE ON "ChecklistRevision" FOR EACH ROW EXECUTE FUNCTION attest_refuse();
CREATE TRIGGER "ChecklistRevision_refuse_truncate" BEFORE TRUNCATE ON "ChecklistRevision" FOR EACH STATEMENT EXECUTE FUNCTION attest_refuse();
CREATE TRIGGER "SignOff_refuse_update" BEFORE UPDATE ON "SignOff" FOR EACH ROW WHEN (OLD."state" NOT IN ('draft', 'completed')
  OR (OLD."id", OLD."checklistId", OLD."revisionId", OLD."personId", OLD."observerId", OLD."startedAt") IS DISTINCT FROM (NEW."id", NEW."checklistId", NEW."revisionId", NEW."personId", NEW."observerId", NEW."startedAt")
  OR (OLD."state" = 'completed' AND ((OLD."edits", OLD."completedAt", OLD."completedById", OLD."met", OLD."comment") IS DISTINCT FROM (NEW."edits", NEW."completedAt", NEW."completedById", NEW."met", NEW."comment") OR NEW."state" NOT IN ('acknowledged', 'disputed', 'withdrawn'))))
EXECUTE FUNCTION attest_refuse();
CREATE TRIGGER "SignOff_refuse_delete" BEFORE DELETE ON "SignOff" FOR EACH ROW EXECUTE FUNCTION attest_refuse();
CREATE TRIGGER "SignOff_refuse_truncate" BEFORE TRUNCATE ON "SignOff" FOR EACH STATEMENT EXECUTE FUNCTION attest_refuse();
CREATE FUNCTION attest_refuse_signed_mark() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (SELECT "state" FROM "SignOff" WHERE "id" = NEW."signOffId") <> 'draft'
    OR (TG_OP = 'UPDATE' AND ((OLD."signOffId", OLD."criterionId") IS DISTINCT FROM (NEW."signOffId", NEW."criterionId")
      OR (SELECT "state" FROM "SignOff" WHERE "id" = OLD."signOffId") <> 'draft')) THEN
    RAISE EXCEPTION 'evidence is append-only: SignOffMark';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "SignOffMark_refuse_change" BEFORE INSERT OR UPDATE ON "SignOffMark" FOR EACH ROW EXECUTE FUNCTION attest_refuse_signed_mark();
CREATE TRIGGER "SignOffMark_refuse_delete" BEFORE DELETE ON "SignOffMark" FOR EACH ROW EXECUTE FUNCTION attest_refuse();
CREATE TRIGGER "SignOffMark_refuse_truncate" BEFORE TRUNCATE ON "SignOffMark" FOR EACH STATEMENT EXECUTE FUNCTION attest_refuse();
