-- CreateTable
CREATE TABLE "ExternalCertificate" (
    "id" TEXT NOT NULL,
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
    "sentAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "ExternalCertificate_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ExternalDecision" (
    "id" TEXT NOT NULL,
    "certificateId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,
    "actorId" TEXT NOT NULL,
    "reason" TEXT,
    "issuedOn" TEXT,
    "expiresOn" TEXT,
    "expiresAt" TIMESTAMP(3),

    CONSTRAINT "ExternalDecision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "WaitingCertificate" (
    "certificateId" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "stepId" TEXT NOT NULL,
    "sentAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "WaitingCertificate_pkey" PRIMARY KEY ("certificateId")
);

-- CreateIndex
CREATE INDEX "ExternalCertificate_personId_stepId_sentAt_idx" ON "ExternalCertificate"("personId", "stepId", "sentAt");

-- CreateIndex
CREATE UNIQUE INDEX "ExternalDecision_certificateId_number_key" ON "ExternalDecision"("certificateId", "number");

-- CreateIndex
CREATE INDEX "WaitingCertificate_sentAt_certificateId_idx" ON "WaitingCertificate"("sentAt", "certificateId");

-- CreateIndex
CREATE UNIQUE INDEX "WaitingCertificate_personId_stepId_key" ON "WaitingCertificate"("personId", "stepId");

-- AddForeignKey
ALTER TABLE "ExternalDecision" ADD CONSTRAINT "ExternalDecision_certificateId_fkey" FOREIGN KEY ("certificateId") REFERENCES "ExternalCertificate"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "WaitingCertificate" ADD CONSTRAINT "WaitingCertificate_certificateId_fkey" FOREIGN KEY ("certificateId") REFERENCES "ExternalCertificate"("id") ON DELETE RESTRICT ON UPDATE CASCADE;


-- What was sent in and what was decided about it are evidence; that it waits is not.
CREATE TRIGGER "ExternalCertificate_refuse_change" BEFORE UPDATE OR DELETE ON "ExternalCertificate" FOR EACH ROW EXECUTE FUNCTION attest_refuse();
CREATE TRIGGER "ExternalCertificate_refuse_truncate" BEFORE TRUNCATE ON "ExternalCertificate" FOR EACH STATEMENT EXECUTE FUNCTION attest_refuse();
CREATE TRIGGER "ExternalDecision_refuse_change" BEFORE UPDATE OR DELETE ON "ExternalDecision" FOR EACH ROW EXECUTE FUNCTION attest_refuse();
CREATE TRIGGER "ExternalDecision_refuse_truncate" BEFORE TRUNCATE ON "ExternalDecision" FOR EACH STATEMENT EXECUTE FUNCTION attest_refuse();
