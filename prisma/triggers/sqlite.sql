-- What may never be rewritten, SQLite. Appended to the first migration by scripts/make-migration.js.
-- src/db/triggers.ts checks at every start that all of these are there. They rest on recursive_triggers = ON:
-- without it INSERT OR REPLACE deletes the old row without asking a trigger.

CREATE TRIGGER "Event_refuse_update" BEFORE UPDATE ON "Event"
BEGIN SELECT RAISE(ABORT, 'Rows of Event are never changed'); END;

CREATE TRIGGER "Event_refuse_delete" BEFORE DELETE ON "Event"
BEGIN SELECT RAISE(ABORT, 'Rows of Event are never deleted'); END;

CREATE TRIGGER "Verdict_refuse_update" BEFORE UPDATE ON "Verdict"
BEGIN SELECT RAISE(ABORT, 'Rows of Verdict are never changed'); END;

CREATE TRIGGER "Verdict_refuse_delete" BEFORE DELETE ON "Verdict"
BEGIN SELECT RAISE(ABORT, 'Rows of Verdict are never deleted'); END;

CREATE TRIGGER "OutcomeDecision_refuse_update" BEFORE UPDATE ON "OutcomeDecision"
BEGIN SELECT RAISE(ABORT, 'Rows of OutcomeDecision are never changed'); END;

CREATE TRIGGER "OutcomeDecision_refuse_delete" BEFORE DELETE ON "OutcomeDecision"
BEGIN SELECT RAISE(ABORT, 'Rows of OutcomeDecision are never deleted'); END;

CREATE TRIGGER "RiskDecision_refuse_update" BEFORE UPDATE ON "RiskDecision"
BEGIN SELECT RAISE(ABORT, 'Rows of RiskDecision are never changed'); END;

CREATE TRIGGER "RiskDecision_refuse_delete" BEFORE DELETE ON "RiskDecision"
BEGIN SELECT RAISE(ABORT, 'Rows of RiskDecision are never deleted'); END;

CREATE TRIGGER "Draft_refuse_update" BEFORE UPDATE ON "Draft"
BEGIN SELECT RAISE(ABORT, 'Rows of Draft are never changed'); END;

CREATE TRIGGER "Draft_refuse_delete" BEFORE DELETE ON "Draft"
BEGIN SELECT RAISE(ABORT, 'Rows of Draft are never deleted'); END;

CREATE TRIGGER "Note_refuse_update" BEFORE UPDATE ON "Note"
BEGIN SELECT RAISE(ABORT, 'Rows of Note are never changed'); END;

CREATE TRIGGER "Note_refuse_delete" BEFORE DELETE ON "Note"
BEGIN SELECT RAISE(ABORT, 'Rows of Note are never deleted'); END;

CREATE TRIGGER "Marker_refuse_update" BEFORE UPDATE ON "Marker"
BEGIN SELECT RAISE(ABORT, 'Rows of Marker are never changed'); END;

CREATE TRIGGER "Marker_refuse_delete" BEFORE DELETE ON "Marker"
BEGIN SELECT RAISE(ABORT, 'Rows of Marker are never deleted'); END;

CREATE TRIGGER "ReadingCorrection_refuse_update" BEFORE UPDATE ON "ReadingCorrection"
BEGIN SELECT RAISE(ABORT, 'Rows of ReadingCorrection are never changed'); END;

CREATE TRIGGER "ReadingCorrection_refuse_delete" BEFORE DELETE ON "ReadingCorrection"
BEGIN SELECT RAISE(ABORT, 'Rows of ReadingCorrection are never deleted'); END;

CREATE TRIGGER "ReadingConfirmation_refuse_update" BEFORE UPDATE ON "ReadingConfirmation"
BEGIN SELECT RAISE(ABORT, 'Rows of ReadingConfirmation are never changed'); END;

CREATE TRIGGER "ReadingConfirmation_refuse_delete" BEFORE DELETE ON "ReadingConfirmation"
BEGIN SELECT RAISE(ABORT, 'Rows of ReadingConfirmation are never deleted'); END;

CREATE TRIGGER "Classification_refuse_update" BEFORE UPDATE ON "Classification"
BEGIN SELECT RAISE(ABORT, 'Rows of Classification are never changed'); END;

CREATE TRIGGER "Classification_refuse_delete" BEFORE DELETE ON "Classification"
BEGIN SELECT RAISE(ABORT, 'Rows of Classification are never deleted'); END;

CREATE TRIGGER "Evidence_refuse_update" BEFORE UPDATE ON "Evidence"
BEGIN SELECT RAISE(ABORT, 'Rows of Evidence are never changed'); END;

CREATE TRIGGER "Evidence_refuse_delete" BEFORE DELETE ON "Evidence"
BEGIN SELECT RAISE(ABORT, 'Rows of Evidence are never deleted'); END;

CREATE TRIGGER "Tick_refuse_update" BEFORE UPDATE ON "Tick"
BEGIN SELECT RAISE(ABORT, 'Rows of Tick are never changed'); END;

CREATE TRIGGER "Tick_refuse_delete" BEFORE DELETE ON "Tick"
BEGIN SELECT RAISE(ABORT, 'Rows of Tick are never deleted'); END;

CREATE TRIGGER "ClaimEdit_refuse_update" BEFORE UPDATE ON "ClaimEdit"
BEGIN SELECT RAISE(ABORT, 'Rows of ClaimEdit are never changed'); END;

CREATE TRIGGER "ClaimEdit_refuse_delete" BEFORE DELETE ON "ClaimEdit"
BEGIN SELECT RAISE(ABORT, 'Rows of ClaimEdit are never deleted'); END;

CREATE TRIGGER "DifferenceDecision_refuse_update" BEFORE UPDATE ON "DifferenceDecision"
BEGIN SELECT RAISE(ABORT, 'Rows of DifferenceDecision are never changed'); END;

CREATE TRIGGER "DifferenceDecision_refuse_delete" BEFORE DELETE ON "DifferenceDecision"
BEGIN SELECT RAISE(ABORT, 'Rows of DifferenceDecision are never deleted'); END;

CREATE TRIGGER "ContactAttempt_refuse_update" BEFORE UPDATE ON "ContactAttempt"
BEGIN SELECT RAISE(ABORT, 'Rows of ContactAttempt are never changed'); END;

CREATE TRIGGER "ContactAttempt_refuse_delete" BEFORE DELETE ON "ContactAttempt"
BEGIN SELECT RAISE(ABORT, 'Rows of ContactAttempt are never deleted'); END;

CREATE TRIGGER "ContactChange_refuse_update" BEFORE UPDATE ON "ContactChange"
BEGIN SELECT RAISE(ABORT, 'Rows of ContactChange are never changed'); END;

CREATE TRIGGER "ContactChange_refuse_delete" BEFORE DELETE ON "ContactChange"
BEGIN SELECT RAISE(ABORT, 'Rows of ContactChange are never deleted'); END;

CREATE TRIGGER "Initials_refuse_update" BEFORE UPDATE ON "Initials"
BEGIN SELECT RAISE(ABORT, 'Rows of Initials are never changed'); END;

CREATE TRIGGER "Initials_refuse_delete" BEFORE DELETE ON "Initials"
BEGIN SELECT RAISE(ABORT, 'Rows of Initials are never deleted'); END;

CREATE TRIGGER "HandOver_refuse_update" BEFORE UPDATE ON "HandOver"
BEGIN SELECT RAISE(ABORT, 'Rows of HandOver are never changed'); END;

CREATE TRIGGER "HandOver_refuse_delete" BEFORE DELETE ON "HandOver"
BEGIN SELECT RAISE(ABORT, 'Rows of HandOver are never deleted'); END;

CREATE TRIGGER "SourceJudgement_refuse_update" BEFORE UPDATE ON "SourceJudgement"
BEGIN SELECT RAISE(ABORT, 'Rows of SourceJudgement are never changed'); END;

CREATE TRIGGER "SourceJudgement_refuse_delete" BEFORE DELETE ON "SourceJudgement"
BEGIN SELECT RAISE(ABORT, 'Rows of SourceJudgement are never deleted'); END;

CREATE TRIGGER "Capture_refuse_update" BEFORE UPDATE ON "Capture"
BEGIN SELECT RAISE(ABORT, 'Rows of Capture are never changed'); END;

CREATE TRIGGER "Capture_refuse_delete" BEFORE DELETE ON "Capture"
BEGIN SELECT RAISE(ABORT, 'Rows of Capture are never deleted'); END;

CREATE TRIGGER "LinkCheck_refuse_update" BEFORE UPDATE ON "LinkCheck"
BEGIN SELECT RAISE(ABORT, 'Rows of LinkCheck are never changed'); END;

CREATE TRIGGER "LinkCheck_refuse_delete" BEFORE DELETE ON "LinkCheck"
BEGIN SELECT RAISE(ABORT, 'Rows of LinkCheck are never deleted'); END;

CREATE TRIGGER "SourceFall_refuse_update" BEFORE UPDATE ON "SourceFall"
BEGIN SELECT RAISE(ABORT, 'Rows of SourceFall are never changed'); END;

CREATE TRIGGER "SourceFall_refuse_delete" BEFORE DELETE ON "SourceFall"
BEGIN SELECT RAISE(ABORT, 'Rows of SourceFall are never deleted'); END;

CREATE TRIGGER "TreeHead_refuse_update" BEFORE UPDATE ON "TreeHead"
BEGIN SELECT RAISE(ABORT, 'Rows of TreeHead are never changed'); END;

CREATE TRIGGER "TreeHead_refuse_delete" BEFORE DELETE ON "TreeHead"
BEGIN SELECT RAISE(ABORT, 'Rows of TreeHead are never deleted'); END;

CREATE TRIGGER "Waiver_refuse_update" BEFORE UPDATE ON "Waiver"
BEGIN SELECT RAISE(ABORT, 'Rows of Waiver are never changed'); END;

CREATE TRIGGER "Waiver_refuse_delete" BEFORE DELETE ON "Waiver"
BEGIN SELECT RAISE(ABORT, 'Rows of Waiver are never deleted'); END;

CREATE TRIGGER "Caveat_refuse_update" BEFORE UPDATE ON "Caveat"
BEGIN SELECT RAISE(ABORT, 'Rows of Caveat are never changed'); END;

CREATE TRIGGER "Caveat_refuse_delete" BEFORE DELETE ON "Caveat"
BEGIN SELECT RAISE(ABORT, 'Rows of Caveat are never deleted'); END;

CREATE TRIGGER "SignOff_refuse_update" BEFORE UPDATE ON "SignOff"
BEGIN SELECT RAISE(ABORT, 'Rows of SignOff are never changed'); END;

CREATE TRIGGER "SignOff_refuse_delete" BEFORE DELETE ON "SignOff"
BEGIN SELECT RAISE(ABORT, 'Rows of SignOff are never deleted'); END;

CREATE TRIGGER "WentOut_refuse_update" BEFORE UPDATE ON "WentOut"
BEGIN SELECT RAISE(ABORT, 'Rows of WentOut are never changed'); END;

CREATE TRIGGER "WentOut_refuse_delete" BEFORE DELETE ON "WentOut"
BEGIN SELECT RAISE(ABORT, 'Rows of WentOut are never deleted'); END;

CREATE TRIGGER "Correction_refuse_update" BEFORE UPDATE ON "Correction"
BEGIN SELECT RAISE(ABORT, 'Rows of Correction are never changed'); END;

CREATE TRIGGER "Correction_refuse_delete" BEFORE DELETE ON "Correction"
BEGIN SELECT RAISE(ABORT, 'Rows of Correction are never deleted'); END;

-- Of a publication only whether its evidence page is open changes, and once, that it was withdrawn.

CREATE TRIGGER "Publication_refuse_update" BEFORE UPDATE ON "Publication"
WHEN NOT (
  NEW."id" IS OLD."id" AND NEW."reportId" IS OLD."reportId" AND NEW."number" IS OLD."number"
  AND NEW."draftId" IS OLD."draftId" AND NEW."snapshot" IS OLD."snapshot" AND NEW."hash" IS OLD."hash"
  AND NEW."auditId" IS OLD."auditId" AND NEW."slug" IS OLD."slug" AND NEW."openPoints" IS OLD."openPoints"
  AND NEW."publishedById" IS OLD."publishedById" AND NEW."confirmedById" IS OLD."confirmedById"
  AND NEW."publishedAt" IS OLD."publishedAt"
  AND (
    OLD."withdrawnAt" IS NULL
    OR (NEW."withdrawnAt" IS OLD."withdrawnAt" AND NEW."withdrawnById" IS OLD."withdrawnById"
      AND NEW."withdrawalReason" IS OLD."withdrawalReason")
  )
)
BEGIN SELECT RAISE(ABORT, 'Rows of Publication are never changed, only withdrawn'); END;

CREATE TRIGGER "Publication_refuse_delete" BEFORE DELETE ON "Publication"
BEGIN SELECT RAISE(ABORT, 'Rows of Publication are never deleted'); END;

-- A text or file may be destroyed, once, by two people with a reason: its body goes, its hash and a tombstone stay.
-- The salt may go with it, so that nobody can prove a guess at what a short text said.

CREATE TRIGGER "SealedText_refuse_update" BEFORE UPDATE ON "SealedText"
WHEN NOT (
  OLD."body" IS NOT NULL AND NEW."body" IS NULL
  AND NEW."id" IS OLD."id" AND NEW."hash" IS OLD."hash" AND (NEW."salt" IS OLD."salt" OR NEW."salt" IS '')
  AND OLD."destroyedAt" IS NULL AND NEW."destroyedAt" IS NOT NULL
  AND NEW."destroyedBy" IS NOT NULL AND NEW."destroyedWith" IS NOT NULL AND NEW."destroyedBy" IS NOT NEW."destroyedWith"
  AND trim(coalesce(NEW."destructionReason", '')) <> ''
)
BEGIN SELECT RAISE(ABORT, 'Rows of SealedText are never changed, only destroyed by two people with a reason'); END;

CREATE TRIGGER "SealedText_refuse_delete" BEFORE DELETE ON "SealedText"
BEGIN SELECT RAISE(ABORT, 'Rows of SealedText are never deleted'); END;

CREATE TRIGGER "Blob_refuse_update" BEFORE UPDATE ON "Blob"
WHEN NOT (
  OLD."bytes" IS NOT NULL AND NEW."bytes" IS NULL
  AND NEW."sha256" IS OLD."sha256" AND NEW."size" IS OLD."size" AND NEW."mediaType" IS OLD."mediaType"
  AND OLD."destroyedAt" IS NULL AND NEW."destroyedAt" IS NOT NULL
  AND NEW."destroyedBy" IS NOT NULL AND NEW."destroyedWith" IS NOT NULL AND NEW."destroyedBy" IS NOT NEW."destroyedWith"
  AND trim(coalesce(NEW."destructionReason", '')) <> ''
)
BEGIN SELECT RAISE(ABORT, 'Rows of Blob are never changed, only destroyed by two people with a reason'); END;

CREATE TRIGGER "Blob_refuse_delete" BEFORE DELETE ON "Blob"
BEGIN SELECT RAISE(ABORT, 'Rows of Blob are never deleted'); END;
