-- AlterTable
ALTER TABLE "Draft" ADD COLUMN "edits" INTEGER NOT NULL DEFAULT 0;
ALTER TABLE "Draft" ADD COLUMN "publishedEdits" INTEGER;

-- RedefineTables
PRAGMA defer_foreign_keys=ON;
PRAGMA foreign_keys=OFF;
CREATE TABLE "new_DraftAsset" (
    "draftId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,

    PRIMARY KEY ("draftId", "name"),
    CONSTRAINT "DraftAsset_draftId_fkey" FOREIGN KEY ("draftId") REFERENCES "Draft" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "DraftAsset_hash_fkey" FOREIGN KEY ("hash") REFERENCES "ContentAsset" ("hash") ON DELETE RESTRICT ON UPDATE CASCADE
);
INSERT INTO "new_DraftAsset" ("createdAt", "draftId", "hash", "name") SELECT "createdAt", "draftId", "hash", "name" FROM "DraftAsset";
DROP TABLE "DraftAsset";
ALTER TABLE "new_DraftAsset" RENAME TO "DraftAsset";
CREATE INDEX "DraftAsset_hash_idx" ON "DraftAsset"("hash");
PRAGMA foreign_keys=ON;
PRAGMA defer_foreign_keys=OFF;
