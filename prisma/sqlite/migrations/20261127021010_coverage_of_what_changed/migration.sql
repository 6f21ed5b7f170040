-- Whatever writes these rows, a command or somebody behind it, says whose coverage has to be counted anew.
CREATE TRIGGER "Assignment_coverage_insert" AFTER INSERT ON "Assignment" BEGIN INSERT INTO "CoverageStale" ("kind", "subjectId") VALUES ('person', NEW."personId"); END;
CREATE TRIGGER "Assignment_coverage_update" AFTER UPDATE ON "Assignment" BEGIN INSERT INTO "CoverageStale" ("kind", "subjectId") VALUES ('person', NEW."personId"); END;
CREATE TRIGGER "Absence_coverage_insert" AFTER INSERT ON "Absence" BEGIN INSERT INTO "CoverageStale" ("kind", "subjectId") VALUES ('person', NEW."personId"); END;
CREATE TRIGGER "Absence_coverage_update" AFTER UPDATE ON "Absence" BEGIN INSERT INTO "CoverageStale" ("kind", "subjectId") VALUES ('person', NEW."personId"); END;
CREATE TRIGGER "Award_coverage_insert" AFTER INSERT ON "Award" BEGIN INSERT INTO "CoverageStale" ("kind", "subjectId") VALUES ('person', NEW."personId"); END;
CREATE TRIGGER "AwardEvent_coverage_insert" AFTER INSERT ON "AwardEvent" BEGIN INSERT INTO "CoverageStale" ("kind", "subjectId") VALUES ('award', NEW."awardId"); END;
CREATE TRIGGER "Cycle_coverage_insert" AFTER INSERT ON "Cycle" BEGIN INSERT INTO "CoverageStale" ("kind", "subjectId") VALUES ('person', NEW."personId"); END;
CREATE TRIGGER "CycleEnd_coverage_insert" AFTER INSERT ON "CycleEnd" BEGIN INSERT INTO "CoverageStale" ("kind", "subjectId") VALUES ('cycle', NEW."cycleId"); END;
CREATE TRIGGER "Requirement_coverage_insert" AFTER INSERT ON "Requirement" BEGIN INSERT INTO "CoverageStale" ("kind", "subjectId") VALUES ('job-role', NEW."jobRoleId"); END;
CREATE TRIGGER "Requirement_coverage_update" AFTER UPDATE ON "Requirement" BEGIN INSERT INTO "CoverageStale" ("kind", "subjectId") VALUES ('job-role', NEW."jobRoleId"); END;
CREATE TRIGGER "Person_coverage_update" AFTER UPDATE OF "name" ON "Person" WHEN OLD."name" IS NOT NEW."name" BEGIN INSERT INTO "CoverageStale" ("kind", "subjectId") VALUES ('person', NEW."id"); END;
CREATE TRIGGER "Team_coverage_update" AFTER UPDATE OF "regionId" ON "Team" WHEN OLD."regionId" IS NOT NEW."regionId" BEGIN INSERT INTO "CoverageStale" ("kind", "subjectId") VALUES ('team', NEW."id"); END;
CREATE TRIGGER "Certification_coverage_update" AFTER UPDATE OF "equivalents" ON "Certification" WHEN OLD."equivalents" IS NOT NEW."equivalents" BEGIN INSERT INTO "CoverageStale" ("kind", "subjectId") VALUES ('certification', NEW."id"); END;

-- Who was there before.
INSERT INTO "CoverageStale" ("kind", "subjectId") SELECT 'person', "id" FROM "Person";
