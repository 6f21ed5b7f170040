-- CreateTable
CREATE TABLE "UnsealedEntry" (
    "entryId" TEXT NOT NULL,
    "recordedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "UnsealedEntry_pkey" PRIMARY KEY ("entryId")
);

-- CreateIndex
CREATE INDEX "UnsealedEntry_recordedAt_entryId_idx" ON "UnsealedEntry"("recordedAt", "entryId");

-- AddForeignKey
ALTER TABLE "UnsealedEntry" ADD CONSTRAINT "UnsealedEntry_entryId_fkey" FOREIGN KEY ("entryId") REFERENCES "LedgerEntry"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- A salt may be deleted, which erases a person; changed it would make true records look false.
CREATE TRIGGER "CommitmentSalt_refuse_update" BEFORE UPDATE ON "CommitmentSalt" FOR EACH ROW EXECUTE FUNCTION attest_refuse();
