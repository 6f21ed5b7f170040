-- CreateTable
CREATE TABLE "ReminderRule" (
    "id" TEXT NOT NULL,
    "ruleId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "occasion" TEXT NOT NULL,
    "daysBefore" INTEGER NOT NULL,
    "toPerson" BOOLEAN NOT NULL,
    "toManagers" BOOLEAN NOT NULL,
    "channel" TEXT NOT NULL,
    "active" BOOLEAN NOT NULL,
    "actorId" TEXT,
    "recordedAt" TIMESTAMP(3) NOT NULL,
    "reason" TEXT NOT NULL,

    CONSTRAINT "ReminderRule_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ReminderSettings" (
    "number" INTEGER NOT NULL,
    "digestHour" INTEGER NOT NULL,
    "workingDays" TEXT NOT NULL,
    "holidays" TEXT NOT NULL,
    "actorId" TEXT,
    "recordedAt" TIMESTAMP(3) NOT NULL,
    "reason" TEXT NOT NULL,

    CONSTRAINT "ReminderSettings_pkey" PRIMARY KEY ("number")
);

-- CreateTable
CREATE TABLE "ReminderCheck" (
    "personId" TEXT NOT NULL,
    "day" TEXT NOT NULL,

    CONSTRAINT "ReminderCheck_pkey" PRIMARY KEY ("personId")
);

-- CreateTable
CREATE TABLE "ReminderDigest" (
    "id" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "day" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "inApp" BOOLEAN NOT NULL,
    "byMail" BOOLEAN NOT NULL,
    "readAt" TIMESTAMP(3),
    "mailedAt" TIMESTAMP(3),
    "mailed" INTEGER,

    CONSTRAINT "ReminderDigest_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Reminder" (
    "id" TEXT NOT NULL,
    "digestId" TEXT NOT NULL,
    "recipientId" TEXT NOT NULL,
    "subjectId" TEXT NOT NULL,
    "certificationId" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "occasion" TEXT NOT NULL,
    "cycle" TEXT NOT NULL,
    "date" TIMESTAMP(3) NOT NULL,
    "ruleId" TEXT NOT NULL,
    "daysBefore" INTEGER NOT NULL,
    "teamId" TEXT,
    "channel" TEXT NOT NULL,

    CONSTRAINT "Reminder_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CalendarSubscription" (
    "id" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "secretHash" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "endedAt" TIMESTAMP(3),

    CONSTRAINT "CalendarSubscription_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "ReminderRule_ruleId_number_key" ON "ReminderRule"("ruleId", "number");

-- CreateIndex
CREATE INDEX "ReminderDigest_personId_readAt_idx" ON "ReminderDigest"("personId", "readAt");

-- CreateIndex
CREATE INDEX "ReminderDigest_personId_id_idx" ON "ReminderDigest"("personId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "ReminderDigest_personId_day_key" ON "ReminderDigest"("personId", "day");

-- CreateIndex
CREATE INDEX "Reminder_digestId_idx" ON "Reminder"("digestId");

-- CreateIndex
CREATE UNIQUE INDEX "Reminder_recipientId_subjectId_certificationId_occasion_cyc_key" ON "Reminder"("recipientId", "subjectId", "certificationId", "occasion", "cycle", "ruleId");

-- CreateIndex
CREATE UNIQUE INDEX "CalendarSubscription_secretHash_key" ON "CalendarSubscription"("secretHash");

-- CreateIndex
CREATE INDEX "CalendarSubscription_personId_endedAt_idx" ON "CalendarSubscription"("personId", "endedAt");

-- AddForeignKey
ALTER TABLE "Reminder" ADD CONSTRAINT "Reminder_digestId_fkey" FOREIGN KEY ("digestId") REFERENCES "ReminderDigest"("id") ON DELETE RESTRICT ON UPDATE CASCADE;


-- By which rules people were told is kept as it was.
CREATE TRIGGER "ReminderRule_refuse_change" BEFORE UPDATE OR DELETE ON "ReminderRule" FOR EACH ROW EXECUTE FUNCTION attest_refuse();
CREATE TRIGGER "ReminderRule_refuse_truncate" BEFORE TRUNCATE ON "ReminderRule" FOR EACH STATEMENT EXECUTE FUNCTION attest_refuse();
CREATE TRIGGER "ReminderSettings_refuse_change" BEFORE UPDATE OR DELETE ON "ReminderSettings" FOR EACH ROW EXECUTE FUNCTION attest_refuse();
CREATE TRIGGER "ReminderSettings_refuse_truncate" BEFORE TRUNCATE ON "ReminderSettings" FOR EACH STATEMENT EXECUTE FUNCTION attest_refuse();
