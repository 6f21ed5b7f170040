-- CreateTable
CREATE TABLE "StatementAcceptance" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "personId" TEXT NOT NULL,
    "statementId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "certificationId" TEXT NOT NULL,
    "revisionId" TEXT NOT NULL,
    "acceptedAt" DATETIME NOT NULL
);

-- CreateIndex
CREATE UNIQUE INDEX "StatementAcceptance_personId_statementId_number_key" ON "StatementAcceptance"("personId", "statementId", "number");


-- What was accepted is evidence.
CREATE TRIGGER "StatementAcceptance_refuse_update" BEFORE UPDATE ON "StatementAcceptance" BEGIN SELECT RAISE(ABORT, 'evidence is append-only: StatementAcceptance'); END;
CREATE TRIGGER "StatementAcceptance_refuse_delete" BEFORE DELETE ON "StatementAcceptance" BEGIN SELECT RAISE(ABORT, 'evidence is append-only: StatementAcceptance'); END;
