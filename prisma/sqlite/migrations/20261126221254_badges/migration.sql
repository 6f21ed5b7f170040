-- CreateTable
CREATE TABLE "BadgePlace" (
    "awardId" TEXT NOT NULL,
    "correction" INTEGER NOT NULL,
    "list" INTEGER NOT NULL,
    "index" INTEGER NOT NULL,
    "createdAt" DATETIME NOT NULL,

    PRIMARY KEY ("awardId", "correction")
);

-- CreateIndex
CREATE UNIQUE INDEX "BadgePlace_list_index_key" ON "BadgePlace"("list", "index");


-- A badge that is out in the world points to its place for ever.
CREATE TRIGGER "BadgePlace_refuse_update" BEFORE UPDATE ON "BadgePlace" BEGIN SELECT RAISE(ABORT, 'evidence is append-only: BadgePlace'); END;
CREATE TRIGGER "BadgePlace_refuse_delete" BEFORE DELETE ON "BadgePlace" BEGIN SELECT RAISE(ABORT, 'evidence is append-only: BadgePlace'); END;
