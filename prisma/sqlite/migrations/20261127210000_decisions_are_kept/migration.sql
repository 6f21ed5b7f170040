-- What was put to decision stays as it was put. An open one is decided once, or superseded by nobody; what is superseded is
-- put again when its evidence counts again.
CREATE TRIGGER "AwardDecision_refuse_update" BEFORE UPDATE ON "AwardDecision" WHEN NOT (OLD."id" IS NEW."id" AND OLD."personId" IS NEW."personId" AND OLD."certificationId" IS NEW."certificationId" AND OLD."revisionId" IS NEW."revisionId" AND OLD."evidenceKey" IS NEW."evidenceKey" AND OLD."evidence" IS NEW."evidence" AND OLD."askedAt" IS NEW."askedAt"
  AND ((OLD."state" = 'open' AND NEW."state" IN ('granted', 'refused') AND NEW."decidedById" IS NOT NULL AND NEW."decidedAt" IS NOT NULL)
    OR (OLD."state" = 'open' AND NEW."state" = 'superseded' AND NEW."decidedById" IS NULL AND NEW."decidedAt" IS NOT NULL AND NEW."reason" IS NULL)
    OR (OLD."state" = 'superseded' AND NEW."state" = 'open' AND NEW."decidedById" IS NULL AND NEW."decidedAt" IS NULL AND NEW."reason" IS NULL)))
BEGIN SELECT RAISE(ABORT, 'evidence is append-only: AwardDecision'); END;
CREATE TRIGGER "AwardDecision_refuse_delete" BEFORE DELETE ON "AwardDecision" BEGIN SELECT RAISE(ABORT, 'evidence is append-only: AwardDecision'); END;
