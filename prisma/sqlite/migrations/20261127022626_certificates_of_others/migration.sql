-- CreateTable
CREATE TABLE "ExternalCertificate" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "personId" TEXT NOT NULL,
    "stepId" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "certificationId" TEXT NOT NULL,
    "revisionId" TEXT NOT NULL,
    "issuer" TEXT NOT NULL,
    "number" TEXT NOT NULL,
    "issuedOn" TEXT NOT NULL,
    "expiresOn" TEXT,
    "fileHash" TEXT NOT NULL,
    "fileName" TEXT NOT NULL,
    "mediaType" TEXT NOT NULL,
    "bytes" INTEGER NOT NULL,
    "sentAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "ExternalDecision" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "certificateId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "at" DATETIME NOT NULL,
    "actorId" TEXT NOT NULL,
    "reason" TEXT,
    "issuedOn" TEXT,
    "expiresOn" TEXT,
    "expiresAt" DATETIME,
    CONSTRAINT "ExternalDecision_certificateId_fkey" FOREIGN KEY ("certificateId") REFERENCES "ExternalCertificate" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "WaitingCertificate" (
    "certificateId" TEXT NOT NULL PRIMARY KEY,
    "personId" TEXT NOT NULL,
    "stepId" TEXT NOT NULL,
    "sentAt" DATETIME NOT NULL,
    CONSTRAINT "WaitingCertificate_certificateId_fkey" FOREIGN KEY ("certificateId") REFERENCES "ExternalCertificate" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateIndex
CREATE INDEX "ExternalCertificate_personId_stepId_sentAt_idx" ON "ExternalCertificate"("personId", "stepId", "sentAt");

-- CreateIndex
CREATE UNIQUE INDEX "ExternalDecision_certificateId_number_key" ON "ExternalDecision"("certificateId", "number");

-- CreateIndex
CREATE INDEX "WaitingCertificate_sentAt_certificateId_idx" ON "WaitingCertificate"("sentAt", "certificateId");

-- CreateIndex
CREATE UNIQUE INDEX "WaitingCertificate_personId_stepId_key" ON "WaitingCertificate"("personId", "stepId");


-- What was sent in and what was decided about it are evidence; that it waits is not.
CREATE TRIGGER "ExternalCertificate_refuse_update" BEFORE UPDATE ON "ExternalCertificate" BEGIN SELECT RAISE(ABORT, 'evidence is append-only: ExternalCertificate'); END;
CREATE TRIGGER "ExternalCertificate_refuse_delete" BEFORE DELETE ON "ExternalCertificate" BEGIN SELECT RAISE(ABORT, 'evidence is append-only: ExternalCertificate'); END;
CREATE TRIGGER "ExternalDecision_refuse_update" BEFORE UPDATE ON "ExternalDecision" BEGIN SELECT RAISE(ABORT, 'evidence is append-only: ExternalDecision'); END;
CREATE TRIGGER "ExternalDecision_refuse_delete" BEFORE DELETE ON "ExternalDecision" BEGIN SELECT RAISE(ABORT, 'evidence is append-only: ExternalDecision'); END;
