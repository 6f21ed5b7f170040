-- Who changed what and why, and what was answered in a lesson, is kept as it was.
CREATE TRIGGER "PeopleChange_refuse_update" BEFORE UPDATE ON "PeopleChange" BEGIN SELECT RAISE(ABORT, 'evidence is append-only: PeopleChange'); END;
CREATE TRIGGER "PeopleChange_refuse_delete" BEFORE DELETE ON "PeopleChange" BEGIN SELECT RAISE(ABORT, 'evidence is append-only: PeopleChange'); END;
CREATE TRIGGER "CheckAnswer_refuse_update" BEFORE UPDATE ON "CheckAnswer" BEGIN SELECT RAISE(ABORT, 'evidence is append-only: CheckAnswer'); END;
CREATE TRIGGER "CheckAnswer_refuse_delete" BEFORE DELETE ON "CheckAnswer" BEGIN SELECT RAISE(ABORT, 'evidence is append-only: CheckAnswer'); END;

-- What was held and required, and since when that was known, is superseded once and never changed otherwise.
CREATE TRIGGER "Assignment_refuse_update" BEFORE UPDATE ON "Assignment" WHEN NOT (OLD."id" IS NEW."id" AND OLD."personId" IS NEW."personId" AND OLD."kind" IS NEW."kind" AND OLD."jobRoleId" IS NEW."jobRoleId" AND OLD."teamId" IS NEW."teamId" AND OLD."access" IS NEW."access" AND OLD."heldFrom" IS NEW."heldFrom" AND OLD."heldUntil" IS NEW."heldUntil" AND OLD."recordedAt" IS NEW."recordedAt" AND OLD."actorId" IS NEW."actorId" AND OLD."reason" IS NEW."reason"
  AND (OLD."supersededAt" IS NULL OR OLD."supersededAt" IS NEW."supersededAt"))
BEGIN SELECT RAISE(ABORT, 'evidence is append-only: Assignment'); END;
CREATE TRIGGER "Assignment_refuse_delete" BEFORE DELETE ON "Assignment" BEGIN SELECT RAISE(ABORT, 'evidence is append-only: Assignment'); END;
CREATE TRIGGER "Requirement_refuse_update" BEFORE UPDATE ON "Requirement" WHEN NOT (OLD."id" IS NEW."id" AND OLD."jobRoleId" IS NEW."jobRoleId" AND OLD."accountabilityId" IS NEW."accountabilityId" AND OLD."clause" IS NEW."clause" AND OLD."certificationId" IS NEW."certificationId" AND OLD."dueDays" IS NEW."dueDays" AND OLD."why" IS NEW."why" AND OLD."heldFrom" IS NEW."heldFrom" AND OLD."heldUntil" IS NEW."heldUntil" AND OLD."recordedAt" IS NEW."recordedAt"
  AND (OLD."supersededAt" IS NULL OR OLD."supersededAt" IS NEW."supersededAt"))
BEGIN SELECT RAISE(ABORT, 'evidence is append-only: Requirement'); END;
CREATE TRIGGER "Requirement_refuse_delete" BEFORE DELETE ON "Requirement" BEGIN SELECT RAISE(ABORT, 'evidence is append-only: Requirement'); END;
CREATE TRIGGER "Absence_refuse_update" BEFORE UPDATE ON "Absence" WHEN NOT (OLD."id" IS NEW."id" AND OLD."personId" IS NEW."personId" AND OLD."heldFrom" IS NEW."heldFrom" AND OLD."heldUntil" IS NEW."heldUntil" AND OLD."recordedAt" IS NEW."recordedAt"
  AND (OLD."supersededAt" IS NULL OR OLD."supersededAt" IS NEW."supersededAt"))
BEGIN SELECT RAISE(ABORT, 'evidence is append-only: Absence'); END;
CREATE TRIGGER "Absence_refuse_delete" BEFORE DELETE ON "Absence" BEGIN SELECT RAISE(ABORT, 'evidence is append-only: Absence'); END;
