-- Evidence is never updated or deleted, whoever asks: corrections are new rows.
CREATE TRIGGER "LedgerEntry_refuse_update" BEFORE UPDATE ON "LedgerEntry" BEGIN SELECT RAISE(ABORT, 'evidence is append-only: LedgerEntry'); END;
CREATE TRIGGER "LedgerEntry_refuse_delete" BEFORE DELETE ON "LedgerEntry" BEGIN SELECT RAISE(ABORT, 'evidence is append-only: LedgerEntry'); END;
CREATE TRIGGER "LedgerLeaf_refuse_update" BEFORE UPDATE ON "LedgerLeaf" BEGIN SELECT RAISE(ABORT, 'evidence is append-only: LedgerLeaf'); END;
CREATE TRIGGER "LedgerLeaf_refuse_delete" BEFORE DELETE ON "LedgerLeaf" BEGIN SELECT RAISE(ABORT, 'evidence is append-only: LedgerLeaf'); END;
CREATE TRIGGER "LedgerNode_refuse_update" BEFORE UPDATE ON "LedgerNode" BEGIN SELECT RAISE(ABORT, 'evidence is append-only: LedgerNode'); END;
CREATE TRIGGER "LedgerNode_refuse_delete" BEFORE DELETE ON "LedgerNode" BEGIN SELECT RAISE(ABORT, 'evidence is append-only: LedgerNode'); END;
CREATE TRIGGER "LedgerCheckpoint_refuse_update" BEFORE UPDATE ON "LedgerCheckpoint" BEGIN SELECT RAISE(ABORT, 'evidence is append-only: LedgerCheckpoint'); END;
CREATE TRIGGER "LedgerCheckpoint_refuse_delete" BEFORE DELETE ON "LedgerCheckpoint" BEGIN SELECT RAISE(ABORT, 'evidence is append-only: LedgerCheckpoint'); END;
CREATE TRIGGER "EvidenceRecord_refuse_update" BEFORE UPDATE ON "EvidenceRecord" BEGIN SELECT RAISE(ABORT, 'evidence is append-only: EvidenceRecord'); END;
CREATE TRIGGER "EvidenceRecord_refuse_delete" BEFORE DELETE ON "EvidenceRecord" BEGIN SELECT RAISE(ABORT, 'evidence is append-only: EvidenceRecord'); END;
CREATE TRIGGER "EvidenceClause_refuse_update" BEFORE UPDATE ON "EvidenceClause" BEGIN SELECT RAISE(ABORT, 'evidence is append-only: EvidenceClause'); END;
CREATE TRIGGER "EvidenceClause_refuse_delete" BEFORE DELETE ON "EvidenceClause" BEGIN SELECT RAISE(ABORT, 'evidence is append-only: EvidenceClause'); END;
CREATE TRIGGER "CourseRevision_refuse_update" BEFORE UPDATE ON "CourseRevision" BEGIN SELECT RAISE(ABORT, 'evidence is append-only: CourseRevision'); END;
CREATE TRIGGER "CourseRevision_refuse_delete" BEFORE DELETE ON "CourseRevision" BEGIN SELECT RAISE(ABORT, 'evidence is append-only: CourseRevision'); END;
CREATE TRIGGER "RevisionLesson_refuse_update" BEFORE UPDATE ON "RevisionLesson" BEGIN SELECT RAISE(ABORT, 'evidence is append-only: RevisionLesson'); END;
CREATE TRIGGER "RevisionLesson_refuse_delete" BEFORE DELETE ON "RevisionLesson" BEGIN SELECT RAISE(ABORT, 'evidence is append-only: RevisionLesson'); END;
CREATE TRIGGER "LessonSnapshot_refuse_update" BEFORE UPDATE ON "LessonSnapshot" BEGIN SELECT RAISE(ABORT, 'evidence is append-only: LessonSnapshot'); END;
CREATE TRIGGER "LessonSnapshot_refuse_delete" BEFORE DELETE ON "LessonSnapshot" BEGIN SELECT RAISE(ABORT, 'evidence is append-only: LessonSnapshot'); END;
CREATE TRIGGER "CourseCompletion_refuse_update" BEFORE UPDATE ON "CourseCompletion" BEGIN SELECT RAISE(ABORT, 'evidence is append-only: CourseCompletion'); END;
CREATE TRIGGER "CourseCompletion_refuse_delete" BEFORE DELETE ON "CourseCompletion" BEGIN SELECT RAISE(ABORT, 'evidence is append-only: CourseCompletion'); END;
CREATE TRIGGER "QuestionVersion_refuse_update" BEFORE UPDATE ON "QuestionVersion" BEGIN SELECT RAISE(ABORT, 'evidence is append-only: QuestionVersion'); END;
CREATE TRIGGER "QuestionVersion_refuse_delete" BEFORE DELETE ON "QuestionVersion" BEGIN SELECT RAISE(ABORT, 'evidence is append-only: QuestionVersion'); END;
CREATE TRIGGER "AssessmentRevision_refuse_update" BEFORE UPDATE ON "AssessmentRevision" BEGIN SELECT RAISE(ABORT, 'evidence is append-only: AssessmentRevision'); END;
CREATE TRIGGER "AssessmentRevision_refuse_delete" BEFORE DELETE ON "AssessmentRevision" BEGIN SELECT RAISE(ABORT, 'evidence is append-only: AssessmentRevision'); END;
CREATE TRIGGER "CertificationRevision_refuse_update" BEFORE UPDATE ON "CertificationRevision" BEGIN SELECT RAISE(ABORT, 'evidence is append-only: CertificationRevision'); END;
CREATE TRIGGER "CertificationRevision_refuse_delete" BEFORE DELETE ON "CertificationRevision" BEGIN SELECT RAISE(ABORT, 'evidence is append-only: CertificationRevision'); END;
CREATE TRIGGER "Cycle_refuse_update" BEFORE UPDATE ON "Cycle" BEGIN SELECT RAISE(ABORT, 'evidence is append-only: Cycle'); END;
CREATE TRIGGER "Cycle_refuse_delete" BEFORE DELETE ON "Cycle" BEGIN SELECT RAISE(ABORT, 'evidence is append-only: Cycle'); END;
CREATE TRIGGER "Award_refuse_update" BEFORE UPDATE ON "Award" BEGIN SELECT RAISE(ABORT, 'evidence is append-only: Award'); END;
CREATE TRIGGER "Award_refuse_delete" BEFORE DELETE ON "Award" BEGIN SELECT RAISE(ABORT, 'evidence is append-only: Award'); END;
CREATE TRIGGER "AwardEvent_refuse_update" BEFORE UPDATE ON "AwardEvent" BEGIN SELECT RAISE(ABORT, 'evidence is append-only: AwardEvent'); END;
CREATE TRIGGER "AwardEvent_refuse_delete" BEFORE DELETE ON "AwardEvent" BEGIN SELECT RAISE(ABORT, 'evidence is append-only: AwardEvent'); END;

-- A submitted attempt and its answers are evidence; an open one may still change.
CREATE TRIGGER "Attempt_refuse_update" BEFORE UPDATE ON "Attempt" WHEN OLD."status" = 'submitted' BEGIN SELECT RAISE(ABORT, 'evidence is append-only: Attempt'); END;
CREATE TRIGGER "Attempt_refuse_delete" BEFORE DELETE ON "Attempt" BEGIN SELECT RAISE(ABORT, 'evidence is append-only: Attempt'); END;
CREATE TRIGGER "AttemptItem_refuse_update" BEFORE UPDATE ON "AttemptItem" WHEN (SELECT "status" FROM "Attempt" WHERE "id" = OLD."attemptId") = 'submitted' BEGIN SELECT RAISE(ABORT, 'evidence is append-only: AttemptItem'); END;
CREATE TRIGGER "AttemptItem_refuse_delete" BEFORE DELETE ON "AttemptItem" BEGIN SELECT RAISE(ABORT, 'evidence is append-only: AttemptItem'); END;
