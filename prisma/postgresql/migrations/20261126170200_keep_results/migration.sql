-- What an attempt came to is a row of its own; for those that were submitted before, the row of their record.
INSERT INTO "AttemptResult" ("id", "attemptId", "number", "cause", "personId", "assessmentId", "score", "passed", "effectiveAt", "recordedAt")
SELECT r."id", a."id", 1, 'submitted', a."personId", a."assessmentId", a."score", a."passed", a."submittedAt", r."recordedAt"
FROM "EvidenceRecord" r JOIN "Attempt" a ON a."id" = (r."document"::jsonb ->> 'attemptId')
WHERE r."kind" = 'test-submitted' AND a."status" = 'submitted' AND a."score" IS NOT NULL;

-- Results, marks and what became of a question are evidence; what an author wrote is what a version was made from.
CREATE TRIGGER "QuestionText_refuse_change" BEFORE UPDATE OR DELETE ON "QuestionText" FOR EACH ROW EXECUTE FUNCTION attest_refuse();
CREATE TRIGGER "QuestionText_refuse_truncate" BEFORE TRUNCATE ON "QuestionText" FOR EACH STATEMENT EXECUTE FUNCTION attest_refuse();
CREATE TRIGGER "QuestionFigure_refuse_change" BEFORE UPDATE OR DELETE ON "QuestionFigure" FOR EACH ROW EXECUTE FUNCTION attest_refuse();
CREATE TRIGGER "QuestionFigure_refuse_truncate" BEFORE TRUNCATE ON "QuestionFigure" FOR EACH STATEMENT EXECUTE FUNCTION attest_refuse();
CREATE TRIGGER "AttemptResult_refuse_change" BEFORE UPDATE OR DELETE ON "AttemptResult" FOR EACH ROW EXECUTE FUNCTION attest_refuse();
CREATE TRIGGER "AttemptResult_refuse_truncate" BEFORE TRUNCATE ON "AttemptResult" FOR EACH STATEMENT EXECUTE FUNCTION attest_refuse();
CREATE TRIGGER "Marking_refuse_change" BEFORE UPDATE OR DELETE ON "Marking" FOR EACH ROW EXECUTE FUNCTION attest_refuse();
CREATE TRIGGER "Marking_refuse_truncate" BEFORE TRUNCATE ON "Marking" FOR EACH STATEMENT EXECUTE FUNCTION attest_refuse();
CREATE TRIGGER "AttemptGrant_refuse_change" BEFORE UPDATE OR DELETE ON "AttemptGrant" FOR EACH ROW EXECUTE FUNCTION attest_refuse();
CREATE TRIGGER "AttemptGrant_refuse_truncate" BEFORE TRUNCATE ON "AttemptGrant" FOR EACH STATEMENT EXECUTE FUNCTION attest_refuse();
CREATE TRIGGER "MarkingRequest_refuse_change" BEFORE UPDATE OR DELETE ON "MarkingRequest" FOR EACH ROW EXECUTE FUNCTION attest_refuse();
CREATE TRIGGER "MarkingRequest_refuse_truncate" BEFORE TRUNCATE ON "MarkingRequest" FOR EACH STATEMENT EXECUTE FUNCTION attest_refuse();
CREATE TRIGGER "Regrade_refuse_change" BEFORE UPDATE OR DELETE ON "Regrade" FOR EACH ROW EXECUTE FUNCTION attest_refuse();
CREATE TRIGGER "Regrade_refuse_truncate" BEFORE TRUNCATE ON "Regrade" FOR EACH STATEMENT EXECUTE FUNCTION attest_refuse();

-- An appeal that was decided or withdrawn stays as it is.
CREATE TRIGGER "Appeal_refuse_update" BEFORE UPDATE ON "Appeal" FOR EACH ROW WHEN (OLD."state" <> 'open') EXECUTE FUNCTION attest_refuse();
CREATE TRIGGER "Appeal_refuse_delete" BEFORE DELETE ON "Appeal" FOR EACH ROW EXECUTE FUNCTION attest_refuse();
CREATE TRIGGER "Appeal_refuse_truncate" BEFORE TRUNCATE ON "Appeal" FOR EACH STATEMENT EXECUTE FUNCTION attest_refuse();

-- What was granted, and since when that was known, is superseded once and never changed otherwise.
CREATE TRIGGER "Accommodation_refuse_change" BEFORE UPDATE ON "Accommodation" FOR EACH ROW EXECUTE FUNCTION attest_refuse_but_supersede();
CREATE TRIGGER "Accommodation_refuse_delete" BEFORE DELETE ON "Accommodation" FOR EACH ROW EXECUTE FUNCTION attest_refuse();
CREATE TRIGGER "Accommodation_refuse_truncate" BEFORE TRUNCATE ON "Accommodation" FOR EACH STATEMENT EXECUTE FUNCTION attest_refuse();
