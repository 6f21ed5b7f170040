-- What a revision showed is part of what a person saw.
CREATE TRIGGER "RevisionAsset_refuse_change" BEFORE UPDATE OR DELETE ON "RevisionAsset" FOR EACH ROW EXECUTE FUNCTION attest_refuse();
CREATE TRIGGER "RevisionAsset_refuse_truncate" BEFORE TRUNCATE ON "RevisionAsset" FOR EACH STATEMENT EXECUTE FUNCTION attest_refuse();
