-- Sorted byte by byte, as SQLite and the portal itself do, whatever the collation of the database.
-- Names are folded by the portal: whatever is empty here is filled after the migrations (see people/fold-names.server.ts).
ALTER TABLE "Person" ADD COLUMN "foldedName" TEXT COLLATE "C" NOT NULL DEFAULT '';
DROP INDEX "Person_name_id_idx";
CREATE INDEX "Person_foldedName_id_idx" ON "Person"("foldedName", "id");

-- Whoever has to stop something is counted anew, with the name folded.
INSERT INTO "CoverageStale" ("kind", "subjectId") SELECT DISTINCT 'person', "personId" FROM "CoverageLapse";
DROP INDEX "CoverageLapse_name_personId_lapsedFrom_lapsedUntil_idx";
DROP INDEX "CoverageLapse_regionId_name_personId_lapsedFrom_lapsedUntil_idx";
ALTER TABLE "CoverageLapse" RENAME COLUMN "name" TO "foldedName";
ALTER TABLE "CoverageLapse" ALTER COLUMN "foldedName" TYPE TEXT COLLATE "C";
CREATE INDEX "CoverageLapse_foldedName_personId_lapsedFrom_lapsedUntil_idx" ON "CoverageLapse"("foldedName", "personId", "lapsedFrom", "lapsedUntil");
CREATE INDEX "CoverageLapse_regionId_foldedName_personId_lapsedFrom_lapse_idx" ON "CoverageLapse"("regionId", "foldedName", "personId", "lapsedFrom", "lapsedUntil");
