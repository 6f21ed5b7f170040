-- CreateTable
CREATE TABLE "UnsealedEntry" (
    "entryId" TEXT NOT NULL PRIMARY KEY,
    "recordedAt" DATETIME NOT NULL,
    CONSTRAINT "UnsealedEntry_entryId_fkey" FOREIGN KEY ("entryId") REFERENCES "LedgerEntry" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateIndex
CREATE INDEX "UnsealedEntry_recordedAt_entryId_idx" ON "UnsealedEntry"("recordedAt", "entryId");

-- A salt may be deleted, which erases a person; changed it would make true records look false.
CREATE TRIGGER "CommitmentSalt_refuse_update" BEFORE UPDATE ON "CommitmentSalt" BEGIN SELECT RAISE(ABORT, 'evidence is append-only: CommitmentSalt'); END;
