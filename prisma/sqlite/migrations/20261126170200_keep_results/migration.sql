-- What an attempt came to is a row of its own; for those that were submitted before, the row of their record.
INSERT INTO "AttemptResult" ("id", "attemptId", "number", "cause", "personId", "assessmentId", "score", "passed", "effectiveAt", "recordedAt")
SELECT r."id", a."id", 1, 'submitted', a."personId", a."assessmentId", a."score", a."passed", a."submittedAt", r."recordedAt"
FROM "EvidenceRecord" r JOIN "Attempt" a ON a."id" = json_extract(r."document", '$.attemptId')
WHERE r."kind" = 'test-submitted' AND a."status" = 'submitted' AND a."score" IS NOT NULL;

-- Results, marks and what became of a question are evidence; what an author wrote is what a version was made from.
CREATE TRIGGER "QuestionText_refuse_update" BEFORE UPDATE ON "QuestionText" BEGIN SELECT RAISE(ABORT, 'evidence is append-only: QuestionText'); END;
CREATE TRIGGER "QuestionText_refuse_delete" BEFORE DELETE ON "QuestionText" BEGIN SELECT RAISE(ABORT, 'evidence is append-only: QuestionText'); END;
CREATE TRIGGER "QuestionFigure_refuse_update" BEFORE UPDATE ON "QuestionFigure" BEGIN SELECT RAISE(ABORT, 'evidence is append-only: QuestionFigure'); END;
CREATE TRIGGER "QuestionFigure_refuse_delete" BEFORE DELETE ON "QuestionFigure" BEGIN SELECT RAISE(ABORT, 'evidence is append-only: QuestionFigure'); END;
CREATE TRIGGER "AttemptResult_refuse_update" BEFORE UPDATE ON "AttemptResult" BEGIN SELECT RAISE(ABORT, 'evidence is append-only: AttemptResult'); END;
CREATE TRIGGER "AttemptResult_refuse_delete" BEFORE DELETE ON "AttemptResult" BEGIN SELECT RAISE(ABORT, 'evidence is append-only: AttemptResult'); END;
CREATE TRIGGER "Marking_refuse_update" BEFORE UPDATE ON "Marking" BEGIN SELECT RAISE(ABORT, 'evidence is append-only: Marking'); END;
CREATE TRIGGER "Marking_refuse_delete" BEFORE DELETE ON "Marking" BEGIN SELECT RAISE(ABORT, 'evidence is append-only: Marking'); END;
CREATE TRIGGER "AttemptGrant_refuse_update" BEFORE UPDATE ON "AttemptGrant" BEGIN SELECT RAISE(ABORT, 'evidence is append-only: AttemptGrant'); END;
CREATE TRIGGER "AttemptGrant_refuse_delete" BEFORE DELETE ON "AttemptGrant" BEGIN SELECT RAISE(ABORT, 'evidence is append-only: AttemptGrant'); END;
CREATE TRIGGER "MarkingRequest_refuse_update" BEFORE UPDATE ON "MarkingRequest" BEGIN SELECT RAISE(ABORT, 'evidence is append-only: MarkingRequest'); END;
CREATE TRIGGER "MarkingRequest_refuse_delete" BEFORE DELETE ON "MarkingRequest" BEGIN SELECT RAISE(ABORT, 'evidence is append-only: MarkingRequest'); END;
CREATE TRIGGER "Regrade_refuse_update" BEFORE UPDATE ON "Regrade" BEGIN SELECT RAISE(ABORT, 'evidence is append-only: Regrade'); END;
CREATE TRIGGER "Regrade_refuse_delete" BEFORE DELETE ON "Regrade" BEGIN SELECT RAISE(ABORT, 'evidence is append-only: Regrade'); END;

-- An appeal that was decided or withdrawn stays as it is.
CREATE TRIGGER "Appeal_refuse_update" BEFORE UPDATE ON "Appeal" WHEN OLD."state" <> 'open' BEGIN SELECT RAISE(ABORT, 'evidence is append-only: Appeal'); END;
CREATE TRIGGER "Appeal_refuse_delete" BEFORE DELETE ON "Appeal" BEGIN SELECT RAISE(ABORT, 'evidence is append-only: Appeal'); END;

-- What was granted, and since when that was known, is superseded once and never changed otherwise.
CREATE TRIGGER "Accommodation_refuse_update" BEFORE UPDATE ON "Accommodation" WHEN NOT (OLD."id" IS NEW."id" AND OLD."personId" IS NEW."personId" AND OLD."extraPercent" IS NEW."extraPercent" AND OLD."breakMinutes" IS NEW."breakMinutes" AND OLD."reason" IS NEW."reason" AND OLD."heldFrom" IS NEW."heldFrom" AND OLD."heldUntil" IS NEW."heldUntil" AND OLD."recordedAt" IS NEW."recordedAt" AND OLD."actorId" IS NEW."actorId"
  AND (OLD."supersededAt" IS NULL OR OLD."supersededAt" IS NEW."supersededAt"))
BEGIN SELECT RAISE(ABORT, 'evidence is append-only: Accommodation'); END;
CREATE TRIGGER "Accommodation_refuse_delete" BEFORE DELETE ON "Accommodation" BEGIN SELECT RAISE(ABORT, 'evidence is append-only: Accommodation'); END;
