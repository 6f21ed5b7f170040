-- CreateTable
CREATE TABLE "OutboxMessage" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "topic" TEXT NOT NULL,
    "payload" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "availableAt" DATETIME NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "deliveredAt" DATETIME,
    "lastError" TEXT
);

-- CreateTable
CREATE TABLE "Lease" (
    "name" TEXT NOT NULL PRIMARY KEY,
    "holder" TEXT NOT NULL,
    "expiresAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "RateLimiterFlexible" (
    "key" TEXT NOT NULL PRIMARY KEY,
    "points" INTEGER NOT NULL,
    "expire" DATETIME
);

-- CreateTable
CREATE TABLE "SentMail" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "to" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "sentAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "LedgerEntry" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "type" TEXT NOT NULL,
    "occurredAt" DATETIME NOT NULL,
    "recordedAt" DATETIME NOT NULL,
    "body" TEXT NOT NULL
);

-- CreateTable
CREATE TABLE "LedgerLeaf" (
    "index" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "entryId" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    CONSTRAINT "LedgerLeaf_entryId_fkey" FOREIGN KEY ("entryId") REFERENCES "LedgerEntry" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "LedgerNode" (
    "level" INTEGER NOT NULL,
    "index" INTEGER NOT NULL,
    "hash" TEXT NOT NULL,

    PRIMARY KEY ("level", "index")
);

-- CreateTable
CREATE TABLE "LedgerCheckpoint" (
    "size" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "rootHash" TEXT NOT NULL,
    "note" TEXT NOT NULL,
    "sealedAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "CommitmentSalt" (
    "subjectId" TEXT NOT NULL PRIMARY KEY,
    "salt" TEXT NOT NULL
);

-- CreateTable
CREATE TABLE "EvidenceRecord" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "kind" TEXT NOT NULL,
    "outcome" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "personName" TEXT NOT NULL,
    "employeeNumber" TEXT NOT NULL,
    "teamId" TEXT,
    "teamName" TEXT,
    "regionId" TEXT,
    "regionName" TEXT,
    "jobRoleId" TEXT,
    "jobRoleName" TEXT,
    "courseId" TEXT,
    "assessmentId" TEXT,
    "certificationId" TEXT,
    "awardId" TEXT,
    "standard" TEXT,
    "title" TEXT NOT NULL,
    "edition" TEXT NOT NULL,
    "score" REAL,
    "validFrom" DATETIME,
    "validUntil" DATETIME,
    "occurredAt" DATETIME NOT NULL,
    "recordedAt" DATETIME NOT NULL,
    "actorId" TEXT,
    "reason" TEXT,
    "document" TEXT NOT NULL,
    CONSTRAINT "EvidenceRecord_id_fkey" FOREIGN KEY ("id") REFERENCES "LedgerEntry" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "EvidenceClause" (
    "recordId" TEXT NOT NULL,
    "clause" TEXT NOT NULL,

    PRIMARY KEY ("recordId", "clause"),
    CONSTRAINT "EvidenceClause_recordId_fkey" FOREIGN KEY ("recordId") REFERENCES "EvidenceRecord" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Person" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "name" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "employeeNumber" TEXT NOT NULL,
    "timeZone" TEXT NOT NULL DEFAULT 'UTC',
    "createdAt" DATETIME NOT NULL,
    "leftAt" DATETIME
);

-- CreateTable
CREATE TABLE "Region" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "name" TEXT NOT NULL
);

-- CreateTable
CREATE TABLE "Team" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "name" TEXT NOT NULL,
    "regionId" TEXT NOT NULL,
    CONSTRAINT "Team_regionId_fkey" FOREIGN KEY ("regionId") REFERENCES "Region" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "JobRole" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "name" TEXT NOT NULL
);

-- CreateTable
CREATE TABLE "Accountability" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "jobRoleId" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "details" TEXT NOT NULL,
    "evidence" TEXT,
    CONSTRAINT "Accountability_jobRoleId_fkey" FOREIGN KEY ("jobRoleId") REFERENCES "JobRole" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Assignment" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "personId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "jobRoleId" TEXT,
    "teamId" TEXT,
    "access" TEXT,
    "heldFrom" DATETIME NOT NULL,
    "heldUntil" DATETIME,
    "recordedAt" DATETIME NOT NULL,
    "supersededAt" DATETIME,
    "actorId" TEXT,
    "reason" TEXT NOT NULL,
    CONSTRAINT "Assignment_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Assignment_jobRoleId_fkey" FOREIGN KEY ("jobRoleId") REFERENCES "JobRole" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Assignment_teamId_fkey" FOREIGN KEY ("teamId") REFERENCES "Team" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "PeopleChange" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "personId" TEXT,
    "actorId" TEXT,
    "at" DATETIME NOT NULL,
    "action" TEXT NOT NULL,
    "summary" TEXT NOT NULL,
    "reason" TEXT NOT NULL
);

-- CreateTable
CREATE TABLE "Session" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "userId" TEXT NOT NULL,
    "expiresAt" DATETIME NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "lastSeenAt" DATETIME NOT NULL,
    "userAgent" TEXT NOT NULL,
    CONSTRAINT "Session_userId_fkey" FOREIGN KEY ("userId") REFERENCES "Person" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Credential" (
    "personId" TEXT NOT NULL PRIMARY KEY,
    "passwordHash" TEXT NOT NULL,
    "changedAt" DATETIME NOT NULL,
    CONSTRAINT "Credential_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "AuthToken" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "secretHash" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "purpose" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "expiresAt" DATETIME NOT NULL,
    "usedAt" DATETIME,
    CONSTRAINT "AuthToken_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Course" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "slug" TEXT NOT NULL,
    "origin" TEXT NOT NULL,
    "ownerId" TEXT,
    "kind" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "summary" TEXT NOT NULL,
    "minutes" INTEGER NOT NULL,
    "currentRevisionId" TEXT,
    "createdAt" DATETIME NOT NULL,
    "archivedAt" DATETIME
);

-- CreateTable
CREATE TABLE "CourseAudience" (
    "courseId" TEXT NOT NULL,
    "dimension" TEXT NOT NULL,
    "value" TEXT NOT NULL,

    PRIMARY KEY ("courseId", "dimension", "value"),
    CONSTRAINT "CourseAudience_courseId_fkey" FOREIGN KEY ("courseId") REFERENCES "Course" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "CourseRevision" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "courseId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "manifest" TEXT NOT NULL,
    "note" TEXT NOT NULL,
    "publishedAt" DATETIME NOT NULL,
    "publishedById" TEXT,
    CONSTRAINT "CourseRevision_courseId_fkey" FOREIGN KEY ("courseId") REFERENCES "Course" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "RevisionLesson" (
    "revisionId" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "slug" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "summary" TEXT NOT NULL,
    "minutes" INTEGER NOT NULL,
    "snapshotHash" TEXT NOT NULL,

    PRIMARY KEY ("revisionId", "position"),
    CONSTRAINT "RevisionLesson_revisionId_fkey" FOREIGN KEY ("revisionId") REFERENCES "CourseRevision" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "RevisionLesson_snapshotHash_fkey" FOREIGN KEY ("snapshotHash") REFERENCES "LessonSnapshot" ("hash") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "LessonSnapshot" (
    "hash" TEXT NOT NULL PRIMARY KEY,
    "segments" TEXT NOT NULL,
    "outline" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "checks" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "ContentAsset" (
    "hash" TEXT NOT NULL PRIMARY KEY,
    "name" TEXT NOT NULL,
    "mediaType" TEXT NOT NULL,
    "bytes" INTEGER NOT NULL,
    "width" INTEGER,
    "height" INTEGER,
    "createdAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "ContentProblem" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "source" TEXT NOT NULL,
    "message" TEXT NOT NULL,
    "foundAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "Draft" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "courseId" TEXT NOT NULL,
    "ownerId" TEXT NOT NULL,
    "slug" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "summary" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "audience" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" DATETIME NOT NULL,
    "updatedAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "DraftLesson" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "draftId" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "slug" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "summary" TEXT NOT NULL,
    "minutes" INTEGER NOT NULL,
    "source" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "updatedAt" DATETIME NOT NULL,
    CONSTRAINT "DraftLesson_draftId_fkey" FOREIGN KEY ("draftId") REFERENCES "Draft" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "DraftAsset" (
    "draftId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,

    PRIMARY KEY ("draftId", "name"),
    CONSTRAINT "DraftAsset_draftId_fkey" FOREIGN KEY ("draftId") REFERENCES "Draft" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Enrolment" (
    "personId" TEXT NOT NULL,
    "courseId" TEXT NOT NULL,
    "startedAt" DATETIME NOT NULL,
    "lastLesson" TEXT NOT NULL,
    "lastOpenedAt" DATETIME NOT NULL,

    PRIMARY KEY ("personId", "courseId")
);

-- CreateTable
CREATE TABLE "LessonProgress" (
    "personId" TEXT NOT NULL,
    "courseId" TEXT NOT NULL,
    "snapshotHash" TEXT NOT NULL,
    "completedAt" DATETIME NOT NULL,

    PRIMARY KEY ("personId", "courseId", "snapshotHash")
);

-- CreateTable
CREATE TABLE "CheckAnswer" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "personId" TEXT NOT NULL,
    "courseId" TEXT NOT NULL,
    "snapshotHash" TEXT NOT NULL,
    "checkId" TEXT NOT NULL,
    "chosen" TEXT NOT NULL,
    "correct" BOOLEAN NOT NULL,
    "answeredAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "CourseCompletion" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "personId" TEXT NOT NULL,
    "courseId" TEXT NOT NULL,
    "revisionId" TEXT NOT NULL,
    "completedAt" DATETIME NOT NULL,
    "recordedAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "QuestionVersion" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "bankId" TEXT NOT NULL,
    "questionId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "clause" TEXT,
    "topic" TEXT,
    "body" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "Assessment" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "slug" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "summary" TEXT NOT NULL,
    "currentRevisionId" TEXT,
    "archivedAt" DATETIME
);

-- CreateTable
CREATE TABLE "AssessmentAudience" (
    "assessmentId" TEXT NOT NULL,
    "dimension" TEXT NOT NULL,
    "value" TEXT NOT NULL,

    PRIMARY KEY ("assessmentId", "dimension", "value"),
    CONSTRAINT "AssessmentAudience_assessmentId_fkey" FOREIGN KEY ("assessmentId") REFERENCES "Assessment" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "AssessmentRevision" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "assessmentId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "blueprint" TEXT NOT NULL,
    "publishedAt" DATETIME NOT NULL,
    CONSTRAINT "AssessmentRevision_assessmentId_fkey" FOREIGN KEY ("assessmentId") REFERENCES "Assessment" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Attempt" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "personId" TEXT NOT NULL,
    "assessmentId" TEXT NOT NULL,
    "revisionId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "openKey" TEXT,
    "status" TEXT NOT NULL,
    "startedAt" DATETIME NOT NULL,
    "deadlineAt" DATETIME NOT NULL,
    "submittedAt" DATETIME,
    "score" REAL,
    "passed" BOOLEAN,
    CONSTRAINT "Attempt_assessmentId_fkey" FOREIGN KEY ("assessmentId") REFERENCES "Assessment" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Attempt_revisionId_fkey" FOREIGN KEY ("revisionId") REFERENCES "AssessmentRevision" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "AttemptItem" (
    "attemptId" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "section" INTEGER NOT NULL,
    "questionVersionId" TEXT NOT NULL,
    "served" TEXT NOT NULL,
    "answer" TEXT,
    "answeredAt" DATETIME,

    PRIMARY KEY ("attemptId", "position"),
    CONSTRAINT "AttemptItem_attemptId_fkey" FOREIGN KEY ("attemptId") REFERENCES "Attempt" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "AttemptItem_questionVersionId_fkey" FOREIGN KEY ("questionVersionId") REFERENCES "QuestionVersion" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Certification" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "title" TEXT NOT NULL,
    "summary" TEXT NOT NULL,
    "currentRevisionId" TEXT,
    "archivedAt" DATETIME
);

-- CreateTable
CREATE TABLE "CertificationRevision" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "certificationId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "edition" TEXT NOT NULL,
    "definition" TEXT NOT NULL,
    "publishedAt" DATETIME NOT NULL,
    CONSTRAINT "CertificationRevision_certificationId_fkey" FOREIGN KEY ("certificationId") REFERENCES "Certification" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Requirement" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "jobRoleId" TEXT NOT NULL,
    "accountabilityId" TEXT NOT NULL,
    "clause" TEXT,
    "certificationId" TEXT NOT NULL,
    "dueDays" INTEGER NOT NULL,
    "why" TEXT NOT NULL,
    "heldFrom" DATETIME NOT NULL,
    "heldUntil" DATETIME,
    "recordedAt" DATETIME NOT NULL,
    "supersededAt" DATETIME,
    CONSTRAINT "Requirement_certificationId_fkey" FOREIGN KEY ("certificationId") REFERENCES "Certification" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Cycle" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "personId" TEXT NOT NULL,
    "certificationId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "openedAt" DATETIME NOT NULL,
    CONSTRAINT "Cycle_certificationId_fkey" FOREIGN KEY ("certificationId") REFERENCES "Certification" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Award" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "cycleId" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "certificationId" TEXT NOT NULL,
    "revisionId" TEXT NOT NULL,
    "holderName" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "validFrom" DATETIME NOT NULL,
    "validUntil" DATETIME,
    "recordedAt" DATETIME NOT NULL,
    CONSTRAINT "Award_cycleId_fkey" FOREIGN KEY ("cycleId") REFERENCES "Cycle" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Award_certificationId_fkey" FOREIGN KEY ("certificationId") REFERENCES "Certification" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Award_revisionId_fkey" FOREIGN KEY ("revisionId") REFERENCES "CertificationRevision" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "AwardEvent" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "awardId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "effectiveAt" DATETIME NOT NULL,
    "recordedAt" DATETIME NOT NULL,
    "validFrom" DATETIME,
    "validUntil" DATETIME,
    "actorId" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    CONSTRAINT "AwardEvent_awardId_fkey" FOREIGN KEY ("awardId") REFERENCES "Award" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Standard" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "number" TEXT NOT NULL,
    "edition" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "summary" TEXT NOT NULL
);

-- CreateTable
CREATE TABLE "Clause" (
    "key" TEXT NOT NULL PRIMARY KEY,
    "standardId" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "number" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "summary" TEXT NOT NULL,
    CONSTRAINT "Clause_standardId_fkey" FOREIGN KEY ("standardId") REFERENCES "Standard" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateIndex
CREATE INDEX "OutboxMessage_deliveredAt_availableAt_id_idx" ON "OutboxMessage"("deliveredAt", "availableAt", "id");

-- CreateIndex
CREATE INDEX "SentMail_sentAt_id_idx" ON "SentMail"("sentAt", "id");

-- CreateIndex
CREATE UNIQUE INDEX "LedgerLeaf_entryId_key" ON "LedgerLeaf"("entryId");

-- CreateIndex
CREATE INDEX "EvidenceRecord_occurredAt_id_idx" ON "EvidenceRecord"("occurredAt", "id");

-- CreateIndex
CREATE INDEX "EvidenceRecord_personId_occurredAt_id_idx" ON "EvidenceRecord"("personId", "occurredAt", "id");

-- CreateIndex
CREATE INDEX "EvidenceRecord_teamId_occurredAt_id_idx" ON "EvidenceRecord"("teamId", "occurredAt", "id");

-- CreateIndex
CREATE INDEX "EvidenceRecord_regionId_occurredAt_id_idx" ON "EvidenceRecord"("regionId", "occurredAt", "id");

-- CreateIndex
CREATE INDEX "EvidenceRecord_jobRoleId_occurredAt_id_idx" ON "EvidenceRecord"("jobRoleId", "occurredAt", "id");

-- CreateIndex
CREATE INDEX "EvidenceRecord_kind_occurredAt_id_idx" ON "EvidenceRecord"("kind", "occurredAt", "id");

-- CreateIndex
CREATE INDEX "EvidenceRecord_outcome_occurredAt_id_idx" ON "EvidenceRecord"("outcome", "occurredAt", "id");

-- CreateIndex
CREATE INDEX "EvidenceRecord_courseId_occurredAt_id_idx" ON "EvidenceRecord"("courseId", "occurredAt", "id");

-- CreateIndex
CREATE INDEX "EvidenceRecord_certificationId_occurredAt_id_idx" ON "EvidenceRecord"("certificationId", "occurredAt", "id");

-- CreateIndex
CREATE INDEX "EvidenceRecord_standard_occurredAt_id_idx" ON "EvidenceRecord"("standard", "occurredAt", "id");

-- CreateIndex
CREATE INDEX "EvidenceRecord_awardId_idx" ON "EvidenceRecord"("awardId");

-- CreateIndex
CREATE INDEX "EvidenceClause_clause_recordId_idx" ON "EvidenceClause"("clause", "recordId");

-- CreateIndex
CREATE UNIQUE INDEX "Person_email_key" ON "Person"("email");

-- CreateIndex
CREATE UNIQUE INDEX "Person_employeeNumber_key" ON "Person"("employeeNumber");

-- CreateIndex
CREATE INDEX "Person_name_id_idx" ON "Person"("name", "id");

-- CreateIndex
CREATE INDEX "Team_regionId_idx" ON "Team"("regionId");

-- CreateIndex
CREATE INDEX "Accountability_jobRoleId_position_idx" ON "Accountability"("jobRoleId", "position");

-- CreateIndex
CREATE INDEX "Assignment_personId_kind_supersededAt_idx" ON "Assignment"("personId", "kind", "supersededAt");

-- CreateIndex
CREATE INDEX "Assignment_teamId_kind_supersededAt_idx" ON "Assignment"("teamId", "kind", "supersededAt");

-- CreateIndex
CREATE INDEX "Assignment_jobRoleId_supersededAt_idx" ON "Assignment"("jobRoleId", "supersededAt");

-- CreateIndex
CREATE INDEX "Assignment_access_supersededAt_idx" ON "Assignment"("access", "supersededAt");

-- CreateIndex
CREATE INDEX "PeopleChange_personId_at_id_idx" ON "PeopleChange"("personId", "at", "id");

-- CreateIndex
CREATE INDEX "PeopleChange_at_id_idx" ON "PeopleChange"("at", "id");

-- CreateIndex
CREATE INDEX "Session_userId_idx" ON "Session"("userId");

-- CreateIndex
CREATE UNIQUE INDEX "AuthToken_secretHash_key" ON "AuthToken"("secretHash");

-- CreateIndex
CREATE INDEX "AuthToken_personId_purpose_idx" ON "AuthToken"("personId", "purpose");

-- CreateIndex
CREATE UNIQUE INDEX "Course_slug_key" ON "Course"("slug");

-- CreateIndex
CREATE INDEX "Course_title_id_idx" ON "Course"("title", "id");

-- CreateIndex
CREATE INDEX "Course_kind_title_id_idx" ON "Course"("kind", "title", "id");

-- CreateIndex
CREATE INDEX "Course_ownerId_idx" ON "Course"("ownerId");

-- CreateIndex
CREATE UNIQUE INDEX "CourseRevision_courseId_number_key" ON "CourseRevision"("courseId", "number");

-- CreateIndex
CREATE UNIQUE INDEX "RevisionLesson_revisionId_slug_key" ON "RevisionLesson"("revisionId", "slug");

-- CreateIndex
CREATE UNIQUE INDEX "Draft_courseId_key" ON "Draft"("courseId");

-- CreateIndex
CREATE UNIQUE INDEX "Draft_slug_key" ON "Draft"("slug");

-- CreateIndex
CREATE INDEX "Draft_ownerId_updatedAt_id_idx" ON "Draft"("ownerId", "updatedAt", "id");

-- CreateIndex
CREATE INDEX "DraftLesson_draftId_position_idx" ON "DraftLesson"("draftId", "position");

-- CreateIndex
CREATE UNIQUE INDEX "DraftLesson_draftId_slug_key" ON "DraftLesson"("draftId", "slug");

-- CreateIndex
CREATE INDEX "Enrolment_personId_lastOpenedAt_idx" ON "Enrolment"("personId", "lastOpenedAt");

-- CreateIndex
CREATE INDEX "CheckAnswer_personId_snapshotHash_checkId_answeredAt_idx" ON "CheckAnswer"("personId", "snapshotHash", "checkId", "answeredAt");

-- CreateIndex
CREATE INDEX "CourseCompletion_personId_courseId_completedAt_idx" ON "CourseCompletion"("personId", "courseId", "completedAt");

-- CreateIndex
CREATE INDEX "CourseCompletion_courseId_completedAt_idx" ON "CourseCompletion"("courseId", "completedAt");

-- CreateIndex
CREATE UNIQUE INDEX "CourseCompletion_personId_revisionId_key" ON "CourseCompletion"("personId", "revisionId");

-- CreateIndex
CREATE INDEX "QuestionVersion_bankId_questionId_idx" ON "QuestionVersion"("bankId", "questionId");

-- CreateIndex
CREATE UNIQUE INDEX "Assessment_slug_key" ON "Assessment"("slug");

-- CreateIndex
CREATE INDEX "Assessment_title_id_idx" ON "Assessment"("title", "id");

-- CreateIndex
CREATE UNIQUE INDEX "AssessmentRevision_assessmentId_number_key" ON "AssessmentRevision"("assessmentId", "number");

-- CreateIndex
CREATE UNIQUE INDEX "Attempt_openKey_key" ON "Attempt"("openKey");

-- CreateIndex
CREATE INDEX "Attempt_status_deadlineAt_idx" ON "Attempt"("status", "deadlineAt");

-- CreateIndex
CREATE INDEX "Attempt_personId_submittedAt_idx" ON "Attempt"("personId", "submittedAt");

-- CreateIndex
CREATE UNIQUE INDEX "Attempt_personId_assessmentId_number_key" ON "Attempt"("personId", "assessmentId", "number");

-- CreateIndex
CREATE INDEX "Certification_title_id_idx" ON "Certification"("title", "id");

-- CreateIndex
CREATE UNIQUE INDEX "CertificationRevision_certificationId_number_key" ON "CertificationRevision"("certificationId", "number");

-- CreateIndex
CREATE INDEX "Requirement_jobRoleId_supersededAt_idx" ON "Requirement"("jobRoleId", "supersededAt");

-- CreateIndex
CREATE INDEX "Requirement_certificationId_supersededAt_idx" ON "Requirement"("certificationId", "supersededAt");

-- CreateIndex
CREATE UNIQUE INDEX "Cycle_personId_certificationId_number_key" ON "Cycle"("personId", "certificationId", "number");

-- CreateIndex
CREATE UNIQUE INDEX "Award_cycleId_key" ON "Award"("cycleId");

-- CreateIndex
CREATE UNIQUE INDEX "Award_code_key" ON "Award"("code");

-- CreateIndex
CREATE INDEX "Award_personId_certificationId_validFrom_idx" ON "Award"("personId", "certificationId", "validFrom");

-- CreateIndex
CREATE INDEX "Award_certificationId_validFrom_id_idx" ON "Award"("certificationId", "validFrom", "id");

-- CreateIndex
CREATE INDEX "AwardEvent_awardId_recordedAt_idx" ON "AwardEvent"("awardId", "recordedAt");

-- CreateIndex
CREATE UNIQUE INDEX "Standard_number_edition_key" ON "Standard"("number", "edition");

-- CreateIndex
CREATE INDEX "Clause_standardId_position_idx" ON "Clause"("standardId", "position");
