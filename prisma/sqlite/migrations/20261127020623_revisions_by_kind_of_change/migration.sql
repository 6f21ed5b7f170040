-- AlterTable
ALTER TABLE "CourseRevision" ADD COLUMN "change" TEXT DEFAULT 'delta';
ALTER TABLE "CourseRevision" ADD COLUMN "changeReason" TEXT;
ALTER TABLE "CourseRevision" ADD COLUMN "confirmedById" TEXT;

