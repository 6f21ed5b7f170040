-- What was put to decision stays as it was put. An open one is decided once, or superseded by nobody; what is superseded is
-- put again when its evidence counts again.
CREATE TRIGGER "AwardDecision_refuse_update" BEFORE UPDATE ON "AwardDecision" FOR EACH ROW WHEN (
  (OLD."id", OLD."personId", OLD."certificationId", OLD."revisionId", OLD."evidenceKey", OLD."evidence", OLD."askedAt") IS DISTINCT FROM (NEW."id", NEW."personId", NEW."certificationId", NEW."revisionId", NEW."evidenceKey", NEW."evidence", NEW."askedAt")
  OR NOT ((OLD."state" = 'open' AND NEW."state" IN ('granted', 'refused') AND NEW."decidedById" IS NOT NULL AND NEW."decidedAt" IS NOT NULL)
    OR (OLD."state" = 'open' AND NEW."state" = 'superseded' AND NEW."decidedById" IS NULL AND NEW."decidedAt" IS NOT NULL AND NEW."reason" IS NULL)
    OR (OLD."state" = 'superseded' AND NEW."state" = 'open' AND NEW."decidedById" IS NULL AND NEW."decidedAt" IS NULL AND NEW."reason" IS NULL)))
EXECUTE FUNCTION attest_refuse();
CREATE TRIGGER "AwardDecision_refuse_delete" BEFORE DELETE ON "AwardDecision" FOR EACH ROW EXECUTE FUNCTION attest_refuse();
CREATE TRIGGER "AwardDecision_refuse_truncate" BEFORE TRUNCATE ON "AwardDecision" FOR EACH STATEMENT EXECUTE FUNCTION attest_refuse();
