-- What a revision showed is part of what a person saw.
CREATE TRIGGER "RevisionAsset_refuse_update" BEFORE UPDATE ON "RevisionAsset" BEGIN SELECT RAISE(ABORT, 'evidence is append-only: RevisionAsset'); END;
CREATE TRIGGER "RevisionAsset_refuse_delete" BEFORE DELETE ON "RevisionAsset" BEGIN SELECT RAISE(ABORT, 'evidence is append-only: RevisionAsset'); END;
