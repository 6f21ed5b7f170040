-- Of two events for one award at the same moment the database refuses the second.
ALTER TABLE "AwardEvent" ADD COLUMN "number" INTEGER NOT NULL DEFAULT 1;

-- CreateIndex
CREATE UNIQUE INDEX "AwardEvent_awardId_number_key" ON "AwardEvent"("awardId", "number");
