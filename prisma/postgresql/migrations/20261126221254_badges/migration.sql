-- CreateTable
CREATE TABLE "BadgePlace" (
    "awardId" TEXT NOT NULL,
    "correction" INTEGER NOT NULL,
    "list" INTEGER NOT NULL,
    "index" INTEGER NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "BadgePlace_pkey" PRIMARY KEY ("awardId","correction")
);

-- CreateIndex
CREATE UNIQUE INDEX "BadgePlace_list_index_key" ON "BadgePlace"("list", "index");


-- A badge that is out in the world points to its place for ever.
CREATE TRIGGER "BadgePlace_refuse_change" BEFORE UPDATE OR DELETE ON "BadgePlace" FOR EACH ROW EXECUTE FUNCTION attest_refuse();
CREATE TRIGGER "BadgePlace_refuse_truncate" BEFORE TRUNCATE ON "BadgePlace" FOR EACH STATEMENT EXECUTE FUNCTION attest_refuse();
