-- Whatever writes these rows, a command or somebody behind it, says whose coverage has to be counted anew.
CREATE FUNCTION attest_coverage_stale() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format('INSERT INTO "CoverageStale" ("kind", "subjectId") SELECT DISTINCT %L, %I FROM changed', TG_ARGV[0], TG_ARGV[1]);
  RETURN NULL;
END $$;
CREATE FUNCTION attest_coverage_stale_itself() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "CoverageStale" ("kind", "subjectId") VALUES (TG_ARGV[0], NEW."id");
  RETURN NULL;
END $$;

CREATE TRIGGER "Assignment_coverage_insert" AFTER INSERT ON "Assignment" REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION attest_coverage_stale('person', 'personId');
CREATE TRIGGER "Assignment_coverage_update" AFTER UPDATE ON "Assignment" REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION attest_coverage_stale('person', 'personId');
CREATE TRIGGER "Absence_coverage_insert" AFTER INSERT ON "Absence" REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION attest_coverage_stale('person', 'personId');
CREATE TRIGGER "Absence_coverage_update" AFTER UPDATE ON "Absence" REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION attest_coverage_stale('person', 'personId');
CREATE TRIGGER "Award_coverage_insert" AFTER INSERT ON "Award" REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION attest_coverage_stale('person', 'personId');
CREATE TRIGGER "AwardEvent_coverage_insert" AFTER INSERT ON "AwardEvent" REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION attest_coverage_stale('award', 'awardId');
CREATE TRIGGER "Cycle_coverage_insert" AFTER INSERT ON "Cycle" REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION attest_coverage_stale('person', 'personId');
CREATE TRIGGER "CycleEnd_coverage_insert" AFTER INSERT ON "CycleEnd" REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION attest_coverage_stale('cycle', 'cycleId');
CREATE TRIGGER "Requirement_coverage_insert" AFTER INSERT ON "Requirement" REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION attest_coverage_stale('job-role', 'jobRoleId');
CREATE TRIGGER "Requirement_coverage_update" AFTER UPDATE ON "Requirement" REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION attest_coverage_stale('job-role', 'jobRoleId');
CREATE TRIGGER "Person_coverage_update" AFTER UPDATE OF "name" ON "Person" FOR EACH ROW WHEN (OLD."name" IS DISTINCT FROM NEW."name") EXECUTE FUNCTION attest_coverage_stale_itself('person');
CREATE TRIGGER "Team_coverage_update" AFTER UPDATE OF "regionId" ON "Team" FOR EACH ROW WHEN (OLD."regionId" IS DISTINCT FROM NEW."regionId") EXECUTE FUNCTION attest_coverage_stale_itself('team');
CREATE TRIGGER "Certification_coverage_update" AFTER UPDATE OF "equivalents" ON "Certification" FOR EACH ROW WHEN (OLD."equivalents" IS DISTINCT FROM NEW."equivalents") EXECUTE FUNCTION attest_coverage_stale_itself('certification');

-- Who was there before.
INSERT INTO "CoverageStale" ("kind", "subjectId") SELECT 'person', "id" FROM "Person";
