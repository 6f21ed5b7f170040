-- CreateTable
CREATE TABLE "ReminderRule" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "ruleId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "occasion" TEXT NOT NULL,
    "daysBefore" INTEGER NOT NULL,
    "toPerson" BOOLEAN NOT NULL,
    "toManagers" BOOLEAN NOT NULL,
    "channel" TEXT NOT NULL,
    "active" BOOLEAN NOT NULL,
    "actorId" TEXT,
    "recordedAt" DATETIME NOT NULL,
    "reason" TEXT NOT NULL
);

-- CreateTable
CREATE TABLE "ReminderSettings" (
    "number" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "digestHour" INTEGER NOT NULL,
    "workingDays" TEXT NOT NULL,
    "holidays" TEXT NOT NULL,
    "actorId" TEXT,
    "recordedAt" DATETIME NOT NULL,
    "reason" TEXT NOT NULL
);

-- CreateTable
CREATE TABLE "ReminderCheck" (
    "personId" TEXT NOT NULL PRIMARY KEY,
    "day" TEXT NOT NULL
);

-- CreateTable
CREATE TABLE "ReminderDigest" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "personId" TEXT NOT NULL,
    "day" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "inApp" BOOLEAN NOT NULL,
    "byMail" BOOLEAN NOT NULL,
    "readAt" DATETIME,
    "mailedAt" DATETIME,
    "mailed" INTEGER
);

-- CreateTable
CREATE TABLE "Reminder" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "digestId" TEXT NOT NULL,
    "recipientId" TEXT NOT NULL,
    "subjectId" TEXT NOT NULL,
    "certificationId" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "occasion" TEXT NOT NULL,
    "cycle" TEXT NOT NULL,
    "date" DATETIME NOT NULL,
    "ruleId" TEXT NOT NULL,
    "daysBefore" INTEGER NOT NULL,
    "teamId" TEXT,
    "channel" TEXT NOT NULL,
    CONSTRAINT "Reminder_digestId_fkey" FOREIGN KEY ("digestId") REFERENCES "ReminderDigest" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "CalendarSubscription" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "personId" TEXT NOT NULL,
    "secretHash" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "endedAt" DATETIME
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
CREATE UNIQUE INDEX "Reminder_recipientId_subjectId_certificationId_occasion_cycle_ruleId_key" ON "Reminder"("recipientId", "subjectId", "certificationId", "occasion", "cycle", "ruleId");

-- CreateIndex
CREATE UNIQUE INDEX "CalendarSubscription_secretHash_key" ON "CalendarSubscription"("secretHash");

-- CreateIndex
CREATE INDEX "CalendarSubscription_personId_endedAt_idx" ON "CalendarSubscription"("personId", "endedAt");


-- By which rules people were told is kept as it was.
CREATE TRIGGER "ReminderRule_refuse_update" BEFORE UPDATE ON "ReminderRule" BEGIN SELECT RAISE(ABORT, 'evidence is append-only: ReminderRule'); END;
CREATE TRIGGER "ReminderRule_refuse_delete" BEFORE DELETE ON "ReminderRule" BEGIN SELECT RAISE(ABORT, 'evidence is append-only: ReminderRule'); END;
CREATE TRIGGER "ReminderSettings_refuse_update" BEFORE UPDATE ON "ReminderSettings" BEGIN SELECT RAISE(ABORT, 'evidence is append-only: ReminderSettings'); END;
CREATE TRIGGER "ReminderSettings_refuse_delete" BEFORE DELETE ON "ReminderSettings" BEGIN SELECT RAISE(ABORT, 'evidence is append-only: ReminderSettings'); END;
