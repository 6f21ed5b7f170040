-- AlterTable
ALTER TABLE "CourseRevision" ADD COLUMN     "change" TEXT DEFAULT 'delta',
ADD COLUMN     "changeReason" TEXT,
ADD COLUMN     "confirmedById" TEXT;

