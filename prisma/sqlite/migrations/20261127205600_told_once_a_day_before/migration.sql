-- A rule that is moved nearer to its date tells of the same thing again: what must not be told twice is one day before it.
DROP INDEX "Reminder_recipientId_subjectId_certificationId_occasion_cycle_ruleId_key";
CREATE UNIQUE INDEX "Reminder_recipientId_subjectId_certificationId_occasion_cycle_daysBefore_key" ON "Reminder"("recipientId", "subjectId", "certificationId", "occasion", "cycle", "daysBefore");
