-- CreateIndex
CREATE INDEX "EvidenceRecord_assessmentId_occurredAt_id_idx" ON "EvidenceRecord"("assessmentId", "occurredAt", "id");
