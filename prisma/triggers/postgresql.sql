-- What may never be rewritten, PostgreSQL. Appended to the first migration by scripts/make-migration.js.
-- src/db/triggers.ts checks at every start that all of these are there.
-- ENABLE ALWAYS: also where session_replication_role would switch triggers off.

CREATE FUNCTION "stet_refuse"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'Rows of % are never %', TG_TABLE_NAME,
    CASE TG_OP WHEN 'UPDATE' THEN 'changed' ELSE 'deleted' END;
END $$;

-- A text or file may be destroyed, once, by two people with a reason: its body goes, its hash and a tombstone stay.
-- The salt may go with it, so that nobody can prove a guess at what a short text said.

CREATE FUNCTION "stet_refuse_but_destruction"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'Rows of % are never changed, only destroyed by two people with a reason', TG_TABLE_NAME;
END $$;

CREATE TRIGGER "Event_refuse_update" BEFORE UPDATE ON "Event" FOR EACH ROW EXECUTE FUNCTION "stet_refuse"();
CREATE TRIGGER "Event_refuse_delete" BEFORE DELETE ON "Event" FOR EACH ROW EXECUTE FUNCTION "stet_refuse"();
CREATE TRIGGER "Event_refuse_truncate" BEFORE TRUNCATE ON "Event" FOR EACH STATEMENT EXECUTE FUNCTION "stet_refuse"();
ALTER TABLE "Event" ENABLE ALWAYS TRIGGER "Event_refuse_update";
ALTER TABLE "Event" ENABLE ALWAYS TRIGGER "Event_refuse_delete";
ALTER TABLE "Event" ENABLE ALWAYS TRIGGER "Event_refuse_truncate";

CREATE TRIGGER "Verdict_refuse_update" BEFORE UPDATE ON "Verdict" FOR EACH ROW EXECUTE FUNCTION "stet_refuse"();
CREATE TRIGGER "Verdict_refuse_delete" BEFORE DELETE ON "Verdict" FOR EACH ROW EXECUTE FUNCTION "stet_refuse"();
CREATE TRIGGER "Verdict_refuse_truncate" BEFORE TRUNCATE ON "Verdict" FOR EACH STATEMENT EXECUTE FUNCTION "stet_refuse"();
ALTER TABLE "Verdict" ENABLE ALWAYS TRIGGER "Verdict_refuse_update";
ALTER TABLE "Verdict" ENABLE ALWAYS TRIGGER "Verdict_refuse_delete";
ALTER TABLE "Verdict" ENABLE ALWAYS TRIGGER "Verdict_refuse_truncate";

CREATE TRIGGER "OutcomeDecision_refuse_update" BEFORE UPDATE ON "OutcomeDecision" FOR EACH ROW EXECUTE FUNCTION "stet_refuse"();
CREATE TRIGGER "OutcomeDecision_refuse_delete" BEFORE DELETE ON "OutcomeDecision" FOR EACH ROW EXECUTE FUNCTION "stet_refuse"();
CREATE TRIGGER "OutcomeDecision_refuse_truncate" BEFORE TRUNCATE ON "OutcomeDecision" FOR EACH STATEMENT EXECUTE FUNCTION "stet_refuse"();
ALTER TABLE "OutcomeDecision" ENABLE ALWAYS TRIGGER "OutcomeDecision_refuse_update";
ALTER TABLE "OutcomeDecision" ENABLE ALWAYS TRIGGER "OutcomeDecision_refuse_delete";
ALTER TABLE "OutcomeDecision" ENABLE ALWAYS TRIGGER "OutcomeDecision_refuse_truncate";

CREATE TRIGGER "RiskDecision_refuse_update" BEFORE UPDATE ON "RiskDecision" FOR EACH ROW EXECUTE FUNCTION "stet_refuse"();
CREATE TRIGGER "RiskDecision_refuse_delete" BEFORE DELETE ON "RiskDecision" FOR EACH ROW EXECUTE FUNCTION "stet_refuse"();
CREATE TRIGGER "RiskDecision_refuse_truncate" BEFORE TRUNCATE ON "RiskDecision" FOR EACH STATEMENT EXECUTE FUNCTION "stet_refuse"();
ALTER TABLE "RiskDecision" ENABLE ALWAYS TRIGGER "RiskDecision_refuse_update";
ALTER TABLE "RiskDecision" ENABLE ALWAYS TRIGGER "RiskDecision_refuse_delete";
ALTER TABLE "RiskDecision" ENABLE ALWAYS TRIGGER "RiskDecision_refuse_truncate";

CREATE TRIGGER "Draft_refuse_update" BEFORE UPDATE ON "Draft" FOR EACH ROW EXECUTE FUNCTION "stet_refuse"();
CREATE TRIGGER "Draft_refuse_delete" BEFORE DELETE ON "Draft" FOR EACH ROW EXECUTE FUNCTION "stet_refuse"();
CREATE TRIGGER "Draft_refuse_truncate" BEFORE TRUNCATE ON "Draft" FOR EACH STATEMENT EXECUTE FUNCTION "stet_refuse"();
ALTER TABLE "Draft" ENABLE ALWAYS TRIGGER "Draft_refuse_update";
ALTER TABLE "Draft" ENABLE ALWAYS TRIGGER "Draft_refuse_delete";
ALTER TABLE "Draft" ENABLE ALWAYS TRIGGER "Draft_refuse_truncate";

CREATE TRIGGER "Note_refuse_update" BEFORE UPDATE ON "Note" FOR EACH ROW EXECUTE FUNCTION "stet_refuse"();
CREATE TRIGGER "Note_refuse_delete" BEFORE DELETE ON "Note" FOR EACH ROW EXECUTE FUNCTION "stet_refuse"();
CREATE TRIGGER "Note_refuse_truncate" BEFORE TRUNCATE ON "Note" FOR EACH STATEMENT EXECUTE FUNCTION "stet_refuse"();
ALTER TABLE "Note" ENABLE ALWAYS TRIGGER "Note_refuse_update";
ALTER TABLE "Note" ENABLE ALWAYS TRIGGER "Note_refuse_delete";
ALTER TABLE "Note" ENABLE ALWAYS TRIGGER "Note_refuse_truncate";

CREATE TRIGGER "Marker_refuse_update" BEFORE UPDATE ON "Marker" FOR EACH ROW EXECUTE FUNCTION "stet_refuse"();
CREATE TRIGGER "Marker_refuse_delete" BEFORE DELETE ON "Marker" FOR EACH ROW EXECUTE FUNCTION "stet_refuse"();
CREATE TRIGGER "Marker_refuse_truncate" BEFORE TRUNCATE ON "Marker" FOR EACH STATEMENT EXECUTE FUNCTION "stet_refuse"();
ALTER TABLE "Marker" ENABLE ALWAYS TRIGGER "Marker_refuse_update";
ALTER TABLE "Marker" ENABLE ALWAYS TRIGGER "Marker_refuse_delete";
ALTER TABLE "Marker" ENABLE ALWAYS TRIGGER "Marker_refuse_truncate";

CREATE TRIGGER "ReadingCorrection_refuse_update" BEFORE UPDATE ON "ReadingCorrection" FOR EACH ROW EXECUTE FUNCTION "stet_refuse"();
CREATE TRIGGER "ReadingCorrection_refuse_delete" BEFORE DELETE ON "ReadingCorrection" FOR EACH ROW EXECUTE FUNCTION "stet_refuse"();
CREATE TRIGGER "ReadingCorrection_refuse_truncate" BEFORE TRUNCATE ON "ReadingCorrection" FOR EACH STATEMENT EXECUTE FUNCTION "stet_refuse"();
ALTER TABLE "ReadingCorrection" ENABLE ALWAYS TRIGGER "ReadingCorrection_refuse_update";
ALTER TABLE "ReadingCorrection" ENABLE ALWAYS TRIGGER "ReadingCorrection_refuse_delete";
ALTER TABLE "ReadingCorrection" ENABLE ALWAYS TRIGGER "ReadingCorrection_refuse_truncate";

CREATE TRIGGER "ReadingConfirmation_refuse_update" BEFORE UPDATE ON "ReadingConfirmation" FOR EACH ROW EXECUTE FUNCTION "stet_refuse"();
CREATE TRIGGER "ReadingConfirmation_refuse_delete" BEFORE DELETE ON "ReadingConfirmation" FOR EACH ROW EXECUTE FUNCTION "stet_refuse"();
CREATE TRIGGER "ReadingConfirmation_refuse_truncate" BEFORE TRUNCATE ON "ReadingConfirmation" FOR EACH STATEMENT EXECUTE FUNCTION "stet_refuse"();
ALTER TABLE "ReadingConfirmation" ENABLE ALWAYS TRIGGER "ReadingConfirmation_refuse_update";
ALTER TABLE "ReadingConfirmation" ENABLE ALWAYS TRIGGER "ReadingConfirmation_refuse_delete";
ALTER TABLE "ReadingConfirmation" ENABLE ALWAYS TRIGGER "ReadingConfirmation_refuse_truncate";

CREATE TRIGGER "Classification_refuse_update" BEFORE UPDATE ON "Classification" FOR EACH ROW EXECUTE FUNCTION "stet_refuse"();
CREATE TRIGGER "Classification_refuse_delete" BEFORE DELETE ON "Classification" FOR EACH ROW EXECUTE FUNCTION "stet_refuse"();
CREATE TRIGGER "Classification_refuse_truncate" BEFORE TRUNCATE ON "Classification" FOR EACH STATEMENT EXECUTE FUNCTION "stet_refuse"();
ALTER TABLE "Classification" ENABLE ALWAYS TRIGGER "Classification_refuse_update";
ALTER TABLE "Classification" ENABLE ALWAYS TRIGGER "Classification_refuse_delete";
ALTER TABLE "Classification" ENABLE ALWAYS TRIGGER "Classification_refuse_truncate";

CREATE TRIGGER "Evidence_refuse_update" BEFORE UPDATE ON "Evidence" FOR EACH ROW EXECUTE FUNCTION "stet_refuse"();
CREATE TRIGGER "Evidence_refuse_delete" BEFORE DELETE ON "Evidence" FOR EACH ROW EXECUTE FUNCTION "stet_refuse"();
CREATE TRIGGER "Evidence_refuse_truncate" BEFORE TRUNCATE ON "Evidence" FOR EACH STATEMENT EXECUTE FUNCTION "stet_refuse"();
ALTER TABLE "Evidence" ENABLE ALWAYS TRIGGER "Evidence_refuse_update";
ALTER TABLE "Evidence" ENABLE ALWAYS TRIGGER "Evidence_refuse_delete";
ALTER TABLE "Evidence" ENABLE ALWAYS TRIGGER "Evidence_refuse_truncate";

CREATE TRIGGER "Tick_refuse_update" BEFORE UPDATE ON "Tick" FOR EACH ROW EXECUTE FUNCTION "stet_refuse"();
CREATE TRIGGER "Tick_refuse_delete" BEFORE DELETE ON "Tick" FOR EACH ROW EXECUTE FUNCTION "stet_refuse"();
CREATE TRIGGER "Tick_refuse_truncate" BEFORE TRUNCATE ON "Tick" FOR EACH STATEMENT EXECUTE FUNCTION "stet_refuse"();
ALTER TABLE "Tick" ENABLE ALWAYS TRIGGER "Tick_refuse_update";
ALTER TABLE "Tick" ENABLE ALWAYS TRIGGER "Tick_refuse_delete";
ALTER TABLE "Tick" ENABLE ALWAYS TRIGGER "Tick_refuse_truncate";

CREATE TRIGGER "ClaimEdit_refuse_update" BEFORE UPDATE ON "ClaimEdit" FOR EACH ROW EXECUTE FUNCTION "stet_refuse"();
CREATE TRIGGER "ClaimEdit_refuse_delete" BEFORE DELETE ON "ClaimEdit" FOR EACH ROW EXECUTE FUNCTION "stet_refuse"();
CREATE TRIGGER "ClaimEdit_refuse_truncate" BEFORE TRUNCATE ON "ClaimEdit" FOR EACH STATEMENT EXECUTE FUNCTION "stet_refuse"();
ALTER TABLE "ClaimEdit" ENABLE ALWAYS TRIGGER "ClaimEdit_refuse_update";
ALTER TABLE "ClaimEdit" ENABLE ALWAYS TRIGGER "ClaimEdit_refuse_delete";
ALTER TABLE "ClaimEdit" ENABLE ALWAYS TRIGGER "ClaimEdit_refuse_truncate";

CREATE TRIGGER "DifferenceDecision_refuse_update" BEFORE UPDATE ON "DifferenceDecision" FOR EACH ROW EXECUTE FUNCTION "stet_refuse"();
CREATE TRIGGER "DifferenceDecision_refuse_delete" BEFORE DELETE ON "DifferenceDecision" FOR EACH ROW EXECUTE FUNCTION "stet_refuse"();
CREATE TRIGGER "DifferenceDecision_refuse_truncate" BEFORE TRUNCATE ON "DifferenceDecision" FOR EACH STATEMENT EXECUTE FUNCTION "stet_refuse"();
ALTER TABLE "DifferenceDecision" ENABLE ALWAYS TRIGGER "DifferenceDecision_refuse_update";
ALTER TABLE "DifferenceDecision" ENABLE ALWAYS TRIGGER "DifferenceDecision_refuse_delete";
ALTER TABLE "DifferenceDecision" ENABLE ALWAYS TRIGGER "DifferenceDecision_refuse_truncate";

CREATE TRIGGER "ContactAttempt_refuse_update" BEFORE UPDATE ON "ContactAttempt" FOR EACH ROW EXECUTE FUNCTION "stet_refuse"();
CREATE TRIGGER "ContactAttempt_refuse_delete" BEFORE DELETE ON "ContactAttempt" FOR EACH ROW EXECUTE FUNCTION "stet_refuse"();
CREATE TRIGGER "ContactAttempt_refuse_truncate" BEFORE TRUNCATE ON "ContactAttempt" FOR EACH STATEMENT EXECUTE FUNCTION "stet_refuse"();
ALTER TABLE "ContactAttempt" ENABLE ALWAYS TRIGGER "ContactAttempt_refuse_update";
ALTER TABLE "ContactAttempt" ENABLE ALWAYS TRIGGER "ContactAttempt_refuse_delete";
ALTER TABLE "ContactAttempt" ENABLE ALWAYS TRIGGER "ContactAttempt_refuse_truncate";

CREATE TRIGGER "ContactChange_refuse_update" BEFORE UPDATE ON "ContactChange" FOR EACH ROW EXECUTE FUNCTION "stet_refuse"();
CREATE TRIGGER "ContactChange_refuse_delete" BEFORE DELETE ON "ContactChange" FOR EACH ROW EXECUTE FUNCTION "stet_refuse"();
CREATE TRIGGER "ContactChange_refuse_truncate" BEFORE TRUNCATE ON "ContactChange" FOR EACH STATEMENT EXECUTE FUNCTION "stet_refuse"();
ALTER TABLE "ContactChange" ENABLE ALWAYS TRIGGER "ContactChange_refuse_update";
ALTER TABLE "ContactChange" ENABLE ALWAYS TRIGGER "ContactChange_refuse_delete";
ALTER TABLE "ContactChange" ENABLE ALWAYS TRIGGER "ContactChange_refuse_truncate";

CREATE TRIGGER "Initials_refuse_update" BEFORE UPDATE ON "Initials" FOR EACH ROW EXECUTE FUNCTION "stet_refuse"();
CREATE TRIGGER "Initials_refuse_delete" BEFORE DELETE ON "Initials" FOR EACH ROW EXECUTE FUNCTION "stet_refuse"();
CREATE TRIGGER "Initials_refuse_truncate" BEFORE TRUNCATE ON "Initials" FOR EACH STATEMENT EXECUTE FUNCTION "stet_refuse"();
ALTER TABLE "Initials" ENABLE ALWAYS TRIGGER "Initials_refuse_update";
ALTER TABLE "Initials" ENABLE ALWAYS TRIGGER "Initials_refuse_delete";
ALTER TABLE "Initials" ENABLE ALWAYS TRIGGER "Initials_refuse_truncate";

CREATE TRIGGER "HandOver_refuse_update" BEFORE UPDATE ON "HandOver" FOR EACH ROW EXECUTE FUNCTION "stet_refuse"();
CREATE TRIGGER "HandOver_refuse_delete" BEFORE DELETE ON "HandOver" FOR EACH ROW EXECUTE FUNCTION "stet_refuse"();
CREATE TRIGGER "HandOver_refuse_truncate" BEFORE TRUNCATE ON "HandOver" FOR EACH STATEMENT EXECUTE FUNCTION "stet_refuse"();
ALTER TABLE "HandOver" ENABLE ALWAYS TRIGGER "HandOver_refuse_update";
ALTER TABLE "HandOver" ENABLE ALWAYS TRIGGER "HandOver_refuse_delete";
ALTER TABLE "HandOver" ENABLE ALWAYS TRIGGER "HandOver_refuse_truncate";

CREATE TRIGGER "SourceJudgement_refuse_update" BEFORE UPDATE ON "SourceJudgement" FOR EACH ROW EXECUTE FUNCTION "stet_refuse"();
CREATE TRIGGER "SourceJudgement_refuse_delete" BEFORE DELETE ON "SourceJudgement" FOR EACH ROW EXECUTE FUNCTION "stet_refuse"();
CREATE TRIGGER "SourceJudgement_refuse_truncate" BEFORE TRUNCATE ON "SourceJudgement" FOR EACH STATEMENT EXECUTE FUNCTION "stet_refuse"();
ALTER TABLE "SourceJudgement" ENABLE ALWAYS TRIGGER "SourceJudgement_refuse_update";
ALTER TABLE "SourceJudgement" ENABLE ALWAYS TRIGGER "SourceJudgement_refuse_delete";
ALTER TABLE "SourceJudgement" ENABLE ALWAYS TRIGGER "SourceJudgement_refuse_truncate";

CREATE TRIGGER "Capture_refuse_update" BEFORE UPDATE ON "Capture" FOR EACH ROW EXECUTE FUNCTION "stet_refuse"();
CREATE TRIGGER "Capture_refuse_delete" BEFORE DELETE ON "Capture" FOR EACH ROW EXECUTE FUNCTION "stet_refuse"();
CREATE TRIGGER "Capture_refuse_truncate" BEFORE TRUNCATE ON "Capture" FOR EACH STATEMENT EXECUTE FUNCTION "stet_refuse"();
ALTER TABLE "Capture" ENABLE ALWAYS TRIGGER "Capture_refuse_update";
ALTER TABLE "Capture" ENABLE ALWAYS TRIGGER "Capture_refuse_delete";
ALTER TABLE "Capture" ENABLE ALWAYS TRIGGER "Capture_refuse_truncate";

CREATE TRIGGER "LinkCheck_refuse_update" BEFORE UPDATE ON "LinkCheck" FOR EACH ROW EXECUTE FUNCTION "stet_refuse"();
CREATE TRIGGER "LinkCheck_refuse_delete" BEFORE DELETE ON "LinkCheck" FOR EACH ROW EXECUTE FUNCTION "stet_refuse"();
CREATE TRIGGER "LinkCheck_refuse_truncate" BEFORE TRUNCATE ON "LinkCheck" FOR EACH STATEMENT EXECUTE FUNCTION "stet_refuse"();
ALTER TABLE "LinkCheck" ENABLE ALWAYS TRIGGER "LinkCheck_refuse_update";
ALTER TABLE "LinkCheck" ENABLE ALWAYS TRIGGER "LinkCheck_refuse_delete";
ALTER TABLE "LinkCheck" ENABLE ALWAYS TRIGGER "LinkCheck_refuse_truncate";

CREATE TRIGGER "SourceFall_refuse_update" BEFORE UPDATE ON "SourceFall" FOR EACH ROW EXECUTE FUNCTION "stet_refuse"();
CREATE TRIGGER "SourceFall_refuse_delete" BEFORE DELETE ON "SourceFall" FOR EACH ROW EXECUTE FUNCTION "stet_refuse"();
CREATE TRIGGER "SourceFall_refuse_truncate" BEFORE TRUNCATE ON "SourceFall" FOR EACH STATEMENT EXECUTE FUNCTION "stet_refuse"();
ALTER TABLE "SourceFall" ENABLE ALWAYS TRIGGER "SourceFall_refuse_update";
ALTER TABLE "SourceFall" ENABLE ALWAYS TRIGGER "SourceFall_refuse_delete";
ALTER TABLE "SourceFall" ENABLE ALWAYS TRIGGER "SourceFall_refuse_truncate";

CREATE TRIGGER "TreeHead_refuse_update" BEFORE UPDATE ON "TreeHead" FOR EACH ROW EXECUTE FUNCTION "stet_refuse"();
CREATE TRIGGER "TreeHead_refuse_delete" BEFORE DELETE ON "TreeHead" FOR EACH ROW EXECUTE FUNCTION "stet_refuse"();
CREATE TRIGGER "TreeHead_refuse_truncate" BEFORE TRUNCATE ON "TreeHead" FOR EACH STATEMENT EXECUTE FUNCTION "stet_refuse"();
ALTER TABLE "TreeHead" ENABLE ALWAYS TRIGGER "TreeHead_refuse_update";
ALTER TABLE "TreeHead" ENABLE ALWAYS TRIGGER "TreeHead_refuse_delete";
ALTER TABLE "TreeHead" ENABLE ALWAYS TRIGGER "TreeHead_refuse_truncate";

CREATE TRIGGER "Waiver_refuse_update" BEFORE UPDATE ON "Waiver" FOR EACH ROW EXECUTE FUNCTION "stet_refuse"();
CREATE TRIGGER "Waiver_refuse_delete" BEFORE DELETE ON "Waiver" FOR EACH ROW EXECUTE FUNCTION "stet_refuse"();
CREATE TRIGGER "Waiver_refuse_truncate" BEFORE TRUNCATE ON "Waiver" FOR EACH STATEMENT EXECUTE FUNCTION "stet_refuse"();
ALTER TABLE "Waiver" ENABLE ALWAYS TRIGGER "Waiver_refuse_update";
ALTER TABLE "Waiver" ENABLE ALWAYS TRIGGER "Waiver_refuse_delete";
ALTER TABLE "Waiver" ENABLE ALWAYS TRIGGER "Waiver_refuse_truncate";

CREATE TRIGGER "Caveat_refuse_update" BEFORE UPDATE ON "Caveat" FOR EACH ROW EXECUTE FUNCTION "stet_refuse"();
CREATE TRIGGER "Caveat_refuse_delete" BEFORE DELETE ON "Caveat" FOR EACH ROW EXECUTE FUNCTION "stet_refuse"();
CREATE TRIGGER "Caveat_refuse_truncate" BEFORE TRUNCATE ON "Caveat" FOR EACH STATEMENT EXECUTE FUNCTION "stet_refuse"();
ALTER TABLE "Caveat" ENABLE ALWAYS TRIGGER "Caveat_refuse_update";
ALTER TABLE "Caveat" ENABLE ALWAYS TRIGGER "Caveat_refuse_delete";
ALTER TABLE "Caveat" ENABLE ALWAYS TRIGGER "Caveat_refuse_truncate";

CREATE TRIGGER "SignOff_refuse_update" BEFORE UPDATE ON "SignOff" FOR EACH ROW EXECUTE FUNCTION "stet_refuse"();
CREATE TRIGGER "SignOff_refuse_delete" BEFORE DELETE ON "SignOff" FOR EACH ROW EXECUTE FUNCTION "stet_refuse"();
CREATE TRIGGER "SignOff_refuse_truncate" BEFORE TRUNCATE ON "SignOff" FOR EACH STATEMENT EXECUTE FUNCTION "stet_refuse"();
ALTER TABLE "SignOff" ENABLE ALWAYS TRIGGER "SignOff_refuse_update";
ALTER TABLE "SignOff" ENABLE ALWAYS TRIGGER "SignOff_refuse_delete";
ALTER TABLE "SignOff" ENABLE ALWAYS TRIGGER "SignOff_refuse_truncate";

CREATE TRIGGER "WentOut_refuse_update" BEFORE UPDATE ON "WentOut" FOR EACH ROW EXECUTE FUNCTION "stet_refuse"();
CREATE TRIGGER "WentOut_refuse_delete" BEFORE DELETE ON "WentOut" FOR EACH ROW EXECUTE FUNCTION "stet_refuse"();
CREATE TRIGGER "WentOut_refuse_truncate" BEFORE TRUNCATE ON "WentOut" FOR EACH STATEMENT EXECUTE FUNCTION "stet_refuse"();
ALTER TABLE "WentOut" ENABLE ALWAYS TRIGGER "WentOut_refuse_update";
ALTER TABLE "WentOut" ENABLE ALWAYS TRIGGER "WentOut_refuse_delete";
ALTER TABLE "WentOut" ENABLE ALWAYS TRIGGER "WentOut_refuse_truncate";

CREATE TRIGGER "Correction_refuse_update" BEFORE UPDATE ON "Correction" FOR EACH ROW EXECUTE FUNCTION "stet_refuse"();
CREATE TRIGGER "Correction_refuse_delete" BEFORE DELETE ON "Correction" FOR EACH ROW EXECUTE FUNCTION "stet_refuse"();
CREATE TRIGGER "Correction_refuse_truncate" BEFORE TRUNCATE ON "Correction" FOR EACH STATEMENT EXECUTE FUNCTION "stet_refuse"();
ALTER TABLE "Correction" ENABLE ALWAYS TRIGGER "Correction_refuse_update";
ALTER TABLE "Correction" ENABLE ALWAYS TRIGGER "Correction_refuse_delete";
ALTER TABLE "Correction" ENABLE ALWAYS TRIGGER "Correction_refuse_truncate";

-- Of a publication only whether its evidence page is open changes, and once, that it was withdrawn.
CREATE TRIGGER "Publication_refuse_update" BEFORE UPDATE ON "Publication" FOR EACH ROW
WHEN (NOT (
  NEW."id" IS NOT DISTINCT FROM OLD."id" AND NEW."reportId" IS NOT DISTINCT FROM OLD."reportId"
  AND NEW."number" IS NOT DISTINCT FROM OLD."number" AND NEW."draftId" IS NOT DISTINCT FROM OLD."draftId"
  AND NEW."snapshot" IS NOT DISTINCT FROM OLD."snapshot" AND NEW."hash" IS NOT DISTINCT FROM OLD."hash"
  AND NEW."auditId" IS NOT DISTINCT FROM OLD."auditId" AND NEW."slug" IS NOT DISTINCT FROM OLD."slug"
  AND NEW."openPoints" IS NOT DISTINCT FROM OLD."openPoints"
  AND NEW."publishedById" IS NOT DISTINCT FROM OLD."publishedById"
  AND NEW."confirmedById" IS NOT DISTINCT FROM OLD."confirmedById"
  AND NEW."publishedAt" IS NOT DISTINCT FROM OLD."publishedAt"
  AND (
    OLD."withdrawnAt" IS NULL
    OR (NEW."withdrawnAt" IS NOT DISTINCT FROM OLD."withdrawnAt"
      AND NEW."withdrawnById" IS NOT DISTINCT FROM OLD."withdrawnById"
      AND NEW."withdrawalReason" IS NOT DISTINCT FROM OLD."withdrawalReason")
  )
))
EXECUTE FUNCTION "stet_refuse"();
CREATE TRIGGER "Publication_refuse_delete" BEFORE DELETE ON "Publication" FOR EACH ROW EXECUTE FUNCTION "stet_refuse"();
CREATE TRIGGER "Publication_refuse_truncate" BEFORE TRUNCATE ON "Publication" FOR EACH STATEMENT EXECUTE FUNCTION "stet_refuse"();
ALTER TABLE "Publication" ENABLE ALWAYS TRIGGER "Publication_refuse_update";
ALTER TABLE "Publication" ENABLE ALWAYS TRIGGER "Publication_refuse_delete";
ALTER TABLE "Publication" ENABLE ALWAYS TRIGGER "Publication_refuse_truncate";

CREATE TRIGGER "SealedText_refuse_update" BEFORE UPDATE ON "SealedText" FOR EACH ROW
WHEN (NOT (
  OLD."body" IS NOT NULL AND NEW."body" IS NULL
  AND NEW."id" IS NOT DISTINCT FROM OLD."id" AND NEW."hash" IS NOT DISTINCT FROM OLD."hash"
  AND (NEW."salt" IS NOT DISTINCT FROM OLD."salt" OR NEW."salt" = '')
  AND OLD."destroyedAt" IS NULL AND NEW."destroyedAt" IS NOT NULL
  AND NEW."destroyedBy" IS NOT NULL AND NEW."destroyedWith" IS NOT NULL
  AND NEW."destroyedBy" IS DISTINCT FROM NEW."destroyedWith"
  AND btrim(coalesce(NEW."destructionReason", '')) <> ''
))
EXECUTE FUNCTION "stet_refuse_but_destruction"();
CREATE TRIGGER "SealedText_refuse_delete" BEFORE DELETE ON "SealedText" FOR EACH ROW EXECUTE FUNCTION "stet_refuse"();
CREATE TRIGGER "SealedText_refuse_truncate" BEFORE TRUNCATE ON "SealedText" FOR EACH STATEMENT EXECUTE FUNCTION "stet_refuse"();
ALTER TABLE "SealedText" ENABLE ALWAYS TRIGGER "SealedText_refuse_update";
ALTER TABLE "SealedText" ENABLE ALWAYS TRIGGER "SealedText_refuse_delete";
ALTER TABLE "SealedText" ENABLE ALWAYS TRIGGER "SealedText_refuse_truncate";

CREATE TRIGGER "Blob_refuse_update" BEFORE UPDATE ON "Blob" FOR EACH ROW
WHEN (NOT (
  OLD."bytes" IS NOT NULL AND NEW."bytes" IS NULL
  AND NEW."sha256" IS NOT DISTINCT FROM OLD."sha256" AND NEW."size" IS NOT DISTINCT FROM OLD."size"
  AND NEW."mediaType" IS NOT DISTINCT FROM OLD."mediaType"
  AND OLD."destroyedAt" IS NULL AND NEW."destroyedAt" IS NOT NULL
  AND NEW."destroyedBy" IS NOT NULL AND NEW."destroyedWith" IS NOT NULL
  AND NEW."destroyedBy" IS DISTINCT FROM NEW."destroyedWith"
  AND btrim(coalesce(NEW."destructionReason", '')) <> ''
))
EXECUTE FUNCTION "stet_refuse_but_destruction"();
CREATE TRIGGER "Blob_refuse_delete" BEFORE DELETE ON "Blob" FOR EACH ROW EXECUTE FUNCTION "stet_refuse"();
CREATE TRIGGER "Blob_refuse_truncate" BEFORE TRUNCATE ON "Blob" FOR EACH STATEMENT EXECUTE FUNCTION "stet_refuse"();
ALTER TABLE "Blob" ENABLE ALWAYS TRIGGER "Blob_refuse_update";
ALTER TABLE "Blob" ENABLE ALWAYS TRIGGER "Blob_refuse_delete";
ALTER TABLE "Blob" ENABLE ALWAYS TRIGGER "Blob_refuse_truncate";
