-- CreateTable
CREATE TABLE "StatementAcceptance" (
    "id" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "statementId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "certificationId" TEXT NOT NULL,
    "revisionId" TEXT NOT NULL,
    "acceptedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "StatementAcceptance_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "StatementAcceptance_personId_statementId_number_key" ON "StatementAcceptance"("personId", "statementId", "number");


-- What was accepted is evidence.
CREATE TRIGGER "StatementAcceptance_refuse_change" BEFORE UPDATE OR DELETE ON "StatementAcceptance" FOR EACH ROW EXECUTE FUNCTION attest_refuse();
CREATE TRIGGER "StatementAcceptance_refuse_truncate" BEFORE TRUNCATE ON "StatementAcceptance" FOR EACH STATEMENT EXECUTE FUNCTION attest_refuse();
