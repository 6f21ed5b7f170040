-- Evidence is never updated or deleted, whoever asks: corrections are new rows.
CREATE FUNCTION attest_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'evidence is append-only: %', TG_TABLE_NAME;
END $$;

CREATE TRIGGER "LedgerEntry_refuse_change" BEFORE UPDATE OR DELETE ON "LedgerEntry" FOR EACH ROW EXECUTE FUNCTION attest_refuse();
CREATE TRIGGER "LedgerEntry_refuse_truncate" BEFORE TRUNCATE ON "LedgerEntry" FOR EACH STATEMENT EXECUTE FUNCTION attest_refuse();
CREATE TRIGGER "LedgerLeaf_refuse_change" BEFORE UPDATE OR DELETE ON "LedgerLeaf" FOR EACH ROW EXECUTE FUNCTION attest_refuse();
CREATE TRIGGER "LedgerLeaf_refuse_truncate" BEFORE TRUNCATE ON "LedgerLeaf" FOR EACH STATEMENT EXECUTE FUNCTION attest_refuse();
CREATE TRIGGER "LedgerNode_refuse_change" BEFORE UPDATE OR DELETE ON "LedgerNode" FOR EACH ROW EXECUTE FUNCTION attest_refuse();
CREATE TRIGGER "LedgerNode_refuse_truncate" BEFORE TRUNCATE ON "LedgerNode" FOR EACH STATEMENT EXECUTE FUNCTION attest_refuse();
CREATE TRIGGER "LedgerCheckpoint_refuse_change" BEFORE UPDATE OR DELETE ON "LedgerCheckpoint" FOR EACH ROW EXECUTE FUNCTION attest_refuse();
CREATE TRIGGER "LedgerCheckpoint_refuse_truncate" BEFORE TRUNCATE ON "LedgerCheckpoint" FOR EACH STATEMENT EXECUTE FUNCTION attest_refuse();
CREATE TRIGGER "EvidenceRecord_refuse_change" BEFORE UPDATE OR DELETE ON "EvidenceRecord" FOR EACH ROW EXECUTE FUNCTION attest_refuse();
CREATE TRIGGER "EvidenceRecord_refuse_truncate" BEFORE TRUNCATE ON "EvidenceRecord" FOR EACH STATEMENT EXECUTE FUNCTION attest_refuse();
CREATE TRIGGER "EvidenceClause_refuse_change" BEFORE UPDATE OR DELETE ON "EvidenceClause" FOR EACH ROW EXECUTE FUNCTION attest_refuse();
CREATE TRIGGER "EvidenceClause_refuse_truncate" BEFORE TRUNCATE ON "EvidenceClause" FOR EACH STATEMENT EXECUTE FUNCTION attest_refuse();
CREATE TRIGGER "CourseRevision_refuse_change" BEFORE UPDATE OR DELETE ON "CourseRevision" FOR EACH ROW EXECUTE FUNCTION attest_refuse();
CREATE TRIGGER "CourseRevision_refuse_truncate" BEFORE TRUNCATE ON "CourseRevision" FOR EACH STATEMENT EXECUTE FUNCTION attest_refuse();
CREATE TRIGGER "RevisionLesson_refuse_change" BEFORE UPDATE OR DELETE ON "RevisionLesson" FOR EACH ROW EXECUTE FUNCTION attest_refuse();
CREATE TRIGGER "RevisionLesson_refuse_truncate" BEFORE TRUNCATE ON "RevisionLesson" FOR EACH STATEMENT EXECUTE FUNCTION attest_refuse();
CREATE TRIGGER "LessonSnapshot_refuse_change" BEFORE UPDATE OR DELETE ON "LessonSnapshot" FOR EACH ROW EXECUTE FUNCTION attest_refuse();
CREATE TRIGGER "LessonSnapshot_refuse_truncate" BEFORE TRUNCATE ON "LessonSnapshot" FOR EACH STATEMENT EXECUTE FUNCTION attest_refuse();
CREATE TRIGGER "CourseCompletion_refuse_change" BEFORE UPDATE OR DELETE ON "CourseCompletion" FOR EACH ROW EXECUTE FUNCTION attest_refuse();
CREATE TRIGGER "CourseCompletion_refuse_truncate" BEFORE TRUNCATE ON "CourseCompletion" FOR EACH STATEMENT EXECUTE FUNCTION attest_refuse();
CREATE TRIGGER "QuestionVersion_refuse_change" BEFORE UPDATE OR DELETE ON "QuestionVersion" FOR EACH ROW EXECUTE FUNCTION attest_refuse();
CREATE TRIGGER "QuestionVersion_refuse_truncate" BEFORE TRUNCATE ON "QuestionVersion" FOR EACH STATEMENT EXECUTE FUNCTION attest_refuse();
CREATE TRIGGER "AssessmentRevision_refuse_change" BEFORE UPDATE OR DELETE ON "AssessmentRevision" FOR EACH ROW EXECUTE FUNCTION attest_refuse();
CREATE TRIGGER "AssessmentRevision_refuse_truncate" BEFORE TRUNCATE ON "AssessmentRevision" FOR EACH STATEMENT EXECUTE FUNCTION attest_refuse();
CREATE TRIGGER "CertificationRevision_refuse_change" BEFORE UPDATE OR DELETE ON "CertificationRevision" FOR EACH ROW EXECUTE FUNCTION attest_refuse();
CREATE TRIGGER "CertificationRevision_refuse_truncate" BEFORE TRUNCATE ON "CertificationRevision" FOR EACH STATEMENT EXECUTE FUNCTION attest_refuse();
CREATE TRIGGER "Cycle_refuse_change" BEFORE UPDATE OR DELETE ON "Cycle" FOR EACH ROW EXECUTE FUNCTION attest_refuse();
CREATE TRIGGER "Cycle_refuse_truncate" BEFORE TRUNCATE ON "Cycle" FOR EACH STATEMENT EXECUTE FUNCTION attest_refuse();
CREATE TRIGGER "Award_refuse_change" BEFORE UPDATE OR DELETE ON "Award" FOR EACH ROW EXECUTE FUNCTION attest_refuse();
CREATE TRIGGER "Award_refuse_truncate" BEFORE TRUNCATE ON "Award" FOR EACH STATEMENT EXECUTE FUNCTION attest_refuse();
CREATE TRIGGER "AwardEvent_refuse_change" BEFORE UPDATE OR DELETE ON "AwardEvent" FOR EACH ROW EXECUTE FUNCTION attest_refuse();
CREATE TRIGGER "AwardEvent_refuse_truncate" BEFORE TRUNCATE ON "AwardEvent" FOR EACH STATEMENT EXECUTE FUNCTION attest_refuse();

-- A submitted attempt and its answers are evidence; an open one may still change.
CREATE TRIGGER "Attempt_refuse_update" BEFORE UPDATE ON "Attempt" FOR EACH ROW WHEN (OLD."status" = 'submitted') EXECUTE FUNCTION attest_refuse();
CREATE TRIGGER "Attempt_refuse_delete" BEFORE DELETE ON "Attempt" FOR EACH ROW EXECUTE FUNCTION attest_refuse();
CREATE TRIGGER "Attempt_refuse_truncate" BEFORE TRUNCATE ON "Attempt" FOR EACH STATEMENT EXECUTE FUNCTION attest_refuse();

CREATE FUNCTION attest_refuse_submitted_item() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (SELECT "status" FROM "Attempt" WHERE "id" = OLD."attemptId") = 'submitted' THEN
    RAISE EXCEPTION 'evidence is append-only: AttemptItem';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "AttemptItem_refuse_update" BEFORE UPDATE ON "AttemptItem" FOR EACH ROW EXECUTE FUNCTION attest_refuse_submitted_item();
CREATE TRIGGER "AttemptItem_refuse_delete" BEFORE DELETE ON "AttemptItem" FOR EACH ROW EXECUTE FUNCTION attest_refuse();
CREATE TRIGGER "AttemptItem_refuse_truncate" BEFORE TRUNCATE ON "AttemptItem" FOR EACH STATEMENT EXECUTE FUNCTION attest_refuse();
