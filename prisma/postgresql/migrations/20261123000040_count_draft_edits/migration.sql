-- AlterTable
ALTER TABLE "Draft" ADD COLUMN     "edits" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "publishedEdits" INTEGER;

-- CreateIndex
CREATE INDEX "DraftAsset_hash_idx" ON "DraftAsset"("hash");

-- AddForeignKey
ALTER TABLE "DraftAsset" ADD CONSTRAINT "DraftAsset_hash_fkey" FOREIGN KEY ("hash") REFERENCES "ContentAsset"("hash") ON DELETE RESTRICT ON UPDATE CASCADE;
