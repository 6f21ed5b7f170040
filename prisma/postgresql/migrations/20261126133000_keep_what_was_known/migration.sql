-- Who changed what and why, and what was answered in a lesson, is kept as it was.
CREATE TRIGGER "PeopleChange_refuse_change" BEFORE UPDATE OR DELETE ON "PeopleChange" FOR EACH ROW EXECUTE FUNCTION attest_refuse();
CREATE TRIGGER "PeopleChange_refuse_truncate" BEFORE TRUNCATE ON "PeopleChange" FOR EACH STATEMENT EXECUTE FUNCTION attest_refuse();
CREATE TRIGGER "CheckAnswer_refuse_change" BEFORE UPDATE OR DELETE ON "CheckAnswer" FOR EACH ROW EXECUTE FUNCTION attest_refuse();
CREATE TRIGGER "CheckAnswer_refuse_truncate" BEFORE TRUNCATE ON "CheckAnswer" FOR EACH STATEMENT EXECUTE FUNCTION attest_refuse();

-- What was held and required, and since when that was known, is superseded once and never changed otherwise.
CREATE FUNCTION attest_refuse_but_supersede() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF to_jsonb(OLD) - 'supersededAt' IS DISTINCT FROM to_jsonb(NEW) - 'supersededAt'
    OR (OLD."supersededAt" IS NOT NULL AND OLD."supersededAt" IS DISTINCT FROM NEW."supersededAt") THEN
    RAISE EXCEPTION 'evidence is append-only: %', TG_TABLE_NAME;
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER "Assignment_refuse_change" BEFORE UPDATE ON "Assignment" FOR EACH ROW EXECUTE FUNCTION attest_refuse_but_supersede();
CREATE TRIGGER "Assignment_refuse_delete" BEFORE DELETE ON "Assignment" FOR EACH ROW EXECUTE FUNCTION attest_refuse();
CREATE TRIGGER "Assignment_refuse_truncate" BEFORE TRUNCATE ON "Assignment" FOR EACH STATEMENT EXECUTE FUNCTION attest_refuse();
CREATE TRIGGER "Requirement_refuse_change" BEFORE UPDATE ON "Requirement" FOR EACH ROW EXECUTE FUNCTION attest_refuse_but_supersede();
CREATE TRIGGER "Requirement_refuse_delete" BEFORE DELETE ON "Requirement" FOR EACH ROW EXECUTE FUNCTION attest_refuse();
CREATE TRIGGER "Requirement_refuse_truncate" BEFORE TRUNCATE ON "Requirement" FOR EACH STATEMENT EXECUTE FUNCTION attest_refuse();
CREATE TRIGGER "Absence_refuse_change" BEFORE UPDATE ON "Absence" FOR EACH ROW EXECUTE FUNCTION attest_refuse_but_supersede();
CREATE TRIGGER "Absence_refuse_delete" BEFORE DELETE ON "Absence" FOR EACH ROW EXECUTE FUNCTION attest_refuse();
CREATE TRIGGER "Absence_refuse_truncate" BEFORE TRUNCATE ON "Absence" FOR EACH STATEMENT EXECUTE FUNCTION attest_refuse();
