-- CreateTable
CREATE TABLE "CoverageIndex" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "version" INTEGER NOT NULL,
    "countedAt" DATETIME
);

-- CreateTable
CREATE TABLE "CoverageStale" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "kind" TEXT NOT NULL,
    "subjectId" TEXT NOT NULL
);

-- CreateTable
CREATE TABLE "CoverageTimeline" (
    "personId" TEXT NOT NULL PRIMARY KEY,
    "spells" TEXT NOT NULL,
    "nextChange" BIGINT
);

-- CreateTable
CREATE TABLE "CoverageTotal" (
    "regionId" TEXT NOT NULL,
    "accountabilityId" TEXT NOT NULL,
    "met" INTEGER NOT NULL,
    "due" INTEGER NOT NULL,
    "lapsed" INTEGER NOT NULL,

    PRIMARY KEY ("regionId", "accountabilityId")
);

-- CreateTable
CREATE TABLE "CoveragePeriod" (
    "period" TEXT NOT NULL,
    "regionId" TEXT NOT NULL,
    "counts" TEXT NOT NULL,

    PRIMARY KEY ("period", "regionId")
);

-- CreateTable
CREATE TABLE "CoverageLapse" (
    "personId" TEXT NOT NULL,
    "teamId" TEXT NOT NULL,
    "lapsedFrom" BIGINT NOT NULL,
    "lapsedUntil" BIGINT,
    "regionId" TEXT NOT NULL,
    "name" TEXT NOT NULL,

    PRIMARY KEY ("personId", "teamId", "lapsedFrom")
);

-- CreateIndex
CREATE INDEX "CoverageTimeline_nextChange_idx" ON "CoverageTimeline"("nextChange");

-- CreateIndex
CREATE INDEX "CoverageLapse_name_personId_lapsedFrom_lapsedUntil_idx" ON "CoverageLapse"("name", "personId", "lapsedFrom", "lapsedUntil");

-- CreateIndex
CREATE INDEX "CoverageLapse_regionId_name_personId_lapsedFrom_lapsedUntil_idx" ON "CoverageLapse"("regionId", "name", "personId", "lapsedFrom", "lapsedUntil");

