-- AlterTable
ALTER TABLE "Course" ADD COLUMN "sourceHash" TEXT;

-- CreateTable
CREATE TABLE "RevisionAsset" (
    "revisionId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "hash" TEXT NOT NULL,

    CONSTRAINT "RevisionAsset_pkey" PRIMARY KEY ("revisionId","name")
);

-- CreateIndex
CREATE INDEX "RevisionAsset_hash_idx" ON "RevisionAsset"("hash");

-- AddForeignKey
ALTER TABLE "RevisionAsset" ADD CONSTRAINT "RevisionAsset_revisionId_fkey" FOREIGN KEY ("revisionId") REFERENCES "CourseRevision"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RevisionAsset" ADD CONSTRAINT "RevisionAsset_hash_fkey" FOREIGN KEY ("hash") REFERENCES "ContentAsset"("hash") ON DELETE RESTRICT ON UPDATE CASCADE;
