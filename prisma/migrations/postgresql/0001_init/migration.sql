-- CreateTable
CREATE TABLE "Account" (
    "id" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "legal" BOOLEAN NOT NULL DEFAULT false,
    "passwordHash" TEXT,
    "sample" BOOLEAN NOT NULL DEFAULT false,
    "noticesBy" TEXT NOT NULL DEFAULT 'page',
    "suspendedAt" TIMESTAMP(3),
    "createdAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Session" (
    "id" TEXT NOT NULL,
    "accountId" TEXT,
    "csrfToken" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "lastSeenAt" TIMESTAMP(3) NOT NULL,
    "expiresAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ApiToken" (
    "id" TEXT NOT NULL,
    "accountId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "scopes" TEXT NOT NULL DEFAULT 'read rule edit manage',
    "createdAt" TIMESTAMP(3) NOT NULL,
    "lastUsedAt" TIMESTAMP(3),
    "revokedAt" TIMESTAMP(3),

    CONSTRAINT "ApiToken_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Invitation" (
    "id" TEXT NOT NULL,
    "accountId" TEXT NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "invitedById" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "expiresAt" TIMESTAMP(3) NOT NULL,
    "usedAt" TIMESTAMP(3),
    "revokedAt" TIMESTAMP(3),

    CONSTRAINT "Invitation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SetupLink" (
    "id" TEXT NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "expiresAt" TIMESTAMP(3) NOT NULL,
    "usedAt" TIMESTAMP(3),

    CONSTRAINT "SetupLink_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Setting" (
    "name" TEXT NOT NULL,
    "value" TEXT NOT NULL,

    CONSTRAINT "Setting_pkey" PRIMARY KEY ("name")
);

-- CreateTable
CREATE TABLE "SealedText" (
    "id" TEXT NOT NULL,
    "salt" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "body" TEXT,
    "destroyedAt" TIMESTAMP(3),
    "destroyedBy" TEXT,
    "destroyedWith" TEXT,
    "destructionReason" TEXT,

    CONSTRAINT "SealedText_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Blob" (
    "sha256" TEXT NOT NULL,
    "bytes" BYTEA,
    "size" INTEGER NOT NULL,
    "mediaType" TEXT NOT NULL,
    "destroyedAt" TIMESTAMP(3),
    "destroyedBy" TEXT,
    "destroyedWith" TEXT,
    "destructionReason" TEXT,

    CONSTRAINT "Blob_pkey" PRIMARY KEY ("sha256")
);

-- CreateTable
CREATE TABLE "Report" (
    "id" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "series" TEXT,
    "authors" TEXT,
    "publisher" TEXT,
    "language" TEXT NOT NULL,
    "deadline" TIMESTAMP(3),
    "closed" BOOLEAN NOT NULL DEFAULT false,
    "sample" BOOLEAN NOT NULL DEFAULT false,
    "policy" TEXT,
    "legalHold" BOOLEAN NOT NULL DEFAULT false,
    "retainUntil" TIMESTAMP(3),
    "retention" TEXT,
    "nextClaim" INTEGER NOT NULL DEFAULT 1,
    "currentDraftId" TEXT,
    "importedById" TEXT,
    "createdAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Report_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ReportAuthor" (
    "id" TEXT NOT NULL,
    "reportId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "email" TEXT,
    "createdAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "ReportAuthor_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AuthorLink" (
    "id" TEXT NOT NULL,
    "authorId" TEXT NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "createdById" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "deadline" TIMESTAMP(3),
    "expiresAt" TIMESTAMP(3) NOT NULL,
    "revokedAt" TIMESTAMP(3),
    "lastUsedAt" TIMESTAMP(3),

    CONSTRAINT "AuthorLink_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ReportMember" (
    "reportId" TEXT NOT NULL,
    "accountId" TEXT NOT NULL,
    "addedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "ReportMember_pkey" PRIMARY KEY ("reportId","accountId")
);

-- CreateTable
CREATE TABLE "Draft" (
    "id" TEXT NOT NULL,
    "reportId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "textId" TEXT NOT NULL,
    "originalId" TEXT NOT NULL,
    "sourceName" TEXT NOT NULL,
    "sourceType" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "blocks" TEXT NOT NULL,
    "sentences" TEXT NOT NULL,
    "warnings" TEXT NOT NULL,
    "noteCount" INTEGER NOT NULL DEFAULT 0,
    "markerCount" INTEGER NOT NULL DEFAULT 0,
    "importedById" TEXT,
    "importedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Draft_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Note" (
    "id" TEXT NOT NULL,
    "draftId" TEXT NOT NULL,
    "index" INTEGER NOT NULL,
    "label" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "start" INTEGER NOT NULL,
    "end" INTEGER NOT NULL,

    CONSTRAINT "Note_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Marker" (
    "id" TEXT NOT NULL,
    "draftId" TEXT NOT NULL,
    "index" INTEGER NOT NULL,
    "label" TEXT NOT NULL,
    "start" INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    "noteId" TEXT,

    CONSTRAINT "Marker_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ReadingCorrection" (
    "id" TEXT NOT NULL,
    "draftId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "payload" TEXT NOT NULL,
    "withdraws" TEXT,
    "reasonId" TEXT,
    "correctedById" TEXT NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "ReadingCorrection_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CorrectedReading" (
    "draftId" TEXT NOT NULL,
    "revision" INTEGER NOT NULL,
    "blocks" TEXT NOT NULL,
    "sentences" TEXT NOT NULL,
    "notes" TEXT NOT NULL,
    "markers" TEXT NOT NULL,

    CONSTRAINT "CorrectedReading_pkey" PRIMARY KEY ("draftId")
);

-- CreateTable
CREATE TABLE "ReadingConfirmation" (
    "id" TEXT NOT NULL,
    "draftId" TEXT NOT NULL,
    "revision" INTEGER NOT NULL,
    "confirmedById" TEXT NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "ReadingConfirmation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Classification" (
    "id" TEXT NOT NULL,
    "draftId" TEXT NOT NULL,
    "seq" INTEGER NOT NULL,
    "claimId" TEXT,
    "start" INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "because" TEXT,
    "wordsId" TEXT,
    "withdraws" TEXT,
    "classifiedById" TEXT NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Classification_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Citation" (
    "id" TEXT NOT NULL,
    "noteId" TEXT NOT NULL,
    "index" INTEGER NOT NULL,
    "start" INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    "csl" TEXT NOT NULL,
    "sourceId" TEXT,

    CONSTRAINT "Citation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Source" (
    "id" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "url" TEXT,
    "reliability" TEXT,
    "publicDescriptor" TEXT,
    "protected" BOOLEAN NOT NULL DEFAULT false,
    "privateLocatorId" TEXT,
    "doNotFetch" BOOLEAN NOT NULL DEFAULT false,
    "fallen" TEXT,
    "fallenAt" TIMESTAMP(3),
    "linkState" TEXT,
    "linkCheckedAt" TIMESTAMP(3),
    "reviewAfter" TIMESTAMP(3),
    "originGroup" TEXT,
    "mergedIntoId" TEXT,
    "onDesk" BOOLEAN NOT NULL DEFAULT false,
    "createdAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Source_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SourceReader" (
    "sourceId" TEXT NOT NULL,
    "accountId" TEXT NOT NULL,
    "addedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "SourceReader_pkey" PRIMARY KEY ("sourceId","accountId")
);

-- CreateTable
CREATE TABLE "SourceJudgement" (
    "id" TEXT NOT NULL,
    "sourceId" TEXT NOT NULL,
    "reliability" TEXT NOT NULL,
    "reasonId" TEXT,
    "judgedById" TEXT NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "SourceJudgement_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Capture" (
    "id" TEXT NOT NULL,
    "sourceId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "blobId" TEXT NOT NULL,
    "warcId" TEXT,
    "textId" TEXT,
    "title" TEXT,
    "url" TEXT,
    "finalUrl" TEXT,
    "httpStatus" INTEGER,
    "metadata" TEXT,
    "seenAt" TIMESTAMP(3) NOT NULL,
    "capturedById" TEXT,

    CONSTRAINT "Capture_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "LinkCheck" (
    "id" TEXT NOT NULL,
    "sourceId" TEXT NOT NULL,
    "url" TEXT NOT NULL,
    "result" TEXT NOT NULL,
    "httpStatus" INTEGER,
    "finalUrl" TEXT,
    "detail" TEXT,
    "captureId" TEXT,
    "askedById" TEXT,
    "at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "LinkCheck_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SourceFall" (
    "id" TEXT NOT NULL,
    "sourceId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "reasonId" TEXT NOT NULL,
    "from" TEXT,
    "to" TEXT,
    "withdraws" TEXT,
    "madeById" TEXT NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "SourceFall_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Recheck" (
    "id" TEXT NOT NULL,
    "claimId" TEXT NOT NULL,
    "because" TEXT NOT NULL,
    "sourceId" TEXT,
    "fallId" TEXT,
    "linkCheckId" TEXT,
    "wordsId" TEXT,
    "askedById" TEXT,
    "at" TIMESTAMP(3) NOT NULL,
    "closedById" TEXT,
    "closedAt" TIMESTAMP(3),

    CONSTRAINT "Recheck_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Claim" (
    "id" TEXT NOT NULL,
    "reportId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "status" TEXT NOT NULL DEFAULT 'unreviewed',
    "stale" BOOLEAN NOT NULL DEFAULT false,
    "differs" BOOLEAN NOT NULL DEFAULT false,
    "outcome" TEXT,
    "settled" BOOLEAN NOT NULL DEFAULT false,
    "checkers" INTEGER NOT NULL DEFAULT 0,
    "needsSecond" BOOLEAN NOT NULL DEFAULT false,
    "objections" INTEGER NOT NULL DEFAULT 0,
    "rechecks" INTEGER NOT NULL DEFAULT 0,
    "risk" TEXT NOT NULL DEFAULT 'ordinary',
    "assessed" TEXT,
    "groupName" TEXT,
    "origin" TEXT NOT NULL DEFAULT 'reading',
    "setAside" TEXT,
    "reviewAfter" TIMESTAMP(3),
    "createdAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Claim_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Placement" (
    "id" TEXT NOT NULL,
    "claimId" TEXT NOT NULL,
    "draftId" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "start" INTEGER,
    "end" INTEGER,
    "page" INTEGER,
    "lost" TEXT,
    "quote" TEXT NOT NULL,
    "folded" TEXT NOT NULL,
    "prefix" TEXT NOT NULL,
    "suffix" TEXT NOT NULL,
    "wordingKey" TEXT NOT NULL,
    "level" TEXT NOT NULL,
    "score" DOUBLE PRECISION NOT NULL,
    "cues" TEXT NOT NULL,
    "boosters" TEXT NOT NULL,
    "attribution" TEXT,
    "tests" TEXT NOT NULL,
    "checkworthy" DOUBLE PRECISION NOT NULL,

    CONSTRAINT "Placement_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PlacementNote" (
    "placementId" TEXT NOT NULL,
    "index" INTEGER NOT NULL,
    "markerId" TEXT NOT NULL,
    "noteId" TEXT,
    "start" INTEGER NOT NULL,
    "end" INTEGER NOT NULL,

    CONSTRAINT "PlacementNote_pkey" PRIMARY KEY ("placementId","index")
);

-- CreateTable
CREATE TABLE "Verdict" (
    "id" TEXT NOT NULL,
    "claimId" TEXT NOT NULL,
    "placementId" TEXT NOT NULL,
    "wordingKey" TEXT NOT NULL,
    "checkerId" TEXT NOT NULL,
    "verdict" TEXT NOT NULL,
    "withdraws" TEXT,
    "tests" TEXT NOT NULL,
    "reason" TEXT,
    "rationaleId" TEXT,
    "confidence" TEXT,
    "outcome" TEXT,
    "fixId" TEXT,
    "seenVersion" INTEGER NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Verdict_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "OutcomeDecision" (
    "id" TEXT NOT NULL,
    "claimId" TEXT NOT NULL,
    "outcome" TEXT NOT NULL,
    "reasonId" TEXT,
    "decidedById" TEXT NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,
    "withdraws" TEXT,

    CONSTRAINT "OutcomeDecision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RiskDecision" (
    "id" TEXT NOT NULL,
    "claimId" TEXT NOT NULL,
    "risk" TEXT NOT NULL,
    "reasonId" TEXT,
    "decidedById" TEXT NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "RiskDecision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Evidence" (
    "id" TEXT NOT NULL,
    "claimId" TEXT NOT NULL,
    "citationId" TEXT,
    "sourceId" TEXT,
    "contactId" TEXT,
    "captureId" TEXT,
    "judgement" TEXT NOT NULL,
    "credibility" INTEGER,
    "locator" TEXT,
    "excerptId" TEXT,
    "translationId" TEXT,
    "translator" TEXT,
    "supersedesId" TEXT,
    "withdraws" TEXT,
    "judgedById" TEXT NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Evidence_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Tick" (
    "id" TEXT NOT NULL,
    "draftId" TEXT NOT NULL,
    "claimId" TEXT,
    "start" INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "quote" TEXT NOT NULL,
    "sourceId" TEXT,
    "citationId" TEXT,
    "withdraws" TEXT,
    "tickedById" TEXT NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Tick_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Fix" (
    "id" TEXT NOT NULL,
    "claimId" TEXT NOT NULL,
    "placementId" TEXT NOT NULL,
    "authorId" TEXT,
    "start" INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    "original" TEXT NOT NULL,
    "proposed" TEXT NOT NULL,
    "wordingKey" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "askedById" TEXT NOT NULL,
    "askedAt" TIMESTAMP(3) NOT NULL,
    "answeredById" TEXT,
    "answeredAt" TIMESTAMP(3),
    "answerId" TEXT,

    CONSTRAINT "Fix_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Query" (
    "id" TEXT NOT NULL,
    "reportId" TEXT NOT NULL,
    "claimId" TEXT NOT NULL,
    "authorId" TEXT,
    "wordsId" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "askedById" TEXT NOT NULL,
    "askedAt" TIMESTAMP(3) NOT NULL,
    "deadline" TIMESTAMP(3),
    "answer" TEXT,
    "answerId" TEXT,
    "answeredById" TEXT,
    "answeredAt" TIMESTAMP(3),
    "closedById" TEXT,
    "closedAt" TIMESTAMP(3),

    CONSTRAINT "Query_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Contact" (
    "id" TEXT NOT NULL,
    "reportId" TEXT NOT NULL,
    "sourceId" TEXT,
    "person" TEXT NOT NULL,
    "how" TEXT NOT NULL,
    "terms" TEXT NOT NULL,
    "rightOfReply" BOOLEAN NOT NULL DEFAULT false,
    "deadline" TIMESTAMP(3),
    "reflectedId" TEXT,
    "putId" TEXT,
    "answer" TEXT,
    "answerId" TEXT,
    "answeredAt" TIMESTAMP(3),
    "madeById" TEXT NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Contact_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ContactChange" (
    "id" TEXT NOT NULL,
    "contactId" TEXT NOT NULL,
    "was" TEXT NOT NULL,
    "became" TEXT NOT NULL,
    "reasonId" TEXT,
    "changedById" TEXT NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "ContactChange_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ContactAttempt" (
    "id" TEXT NOT NULL,
    "contactId" TEXT NOT NULL,
    "how" TEXT NOT NULL,
    "reached" BOOLEAN NOT NULL,
    "wordsId" TEXT,
    "madeById" TEXT NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "ContactAttempt_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ContactClaim" (
    "contactId" TEXT NOT NULL,
    "claimId" TEXT NOT NULL,
    "index" INTEGER NOT NULL,
    "answer" TEXT,
    "answerId" TEXT,
    "answeredAt" TIMESTAMP(3),

    CONSTRAINT "ContactClaim_pkey" PRIMARY KEY ("contactId","claimId")
);

-- CreateTable
CREATE TABLE "ClaimEdit" (
    "id" TEXT NOT NULL,
    "draftId" TEXT NOT NULL,
    "claimId" TEXT NOT NULL,
    "seq" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "payload" TEXT NOT NULL,
    "withdraws" TEXT,
    "reasonId" TEXT,
    "editedById" TEXT NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "ClaimEdit_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "DifferenceDecision" (
    "id" TEXT NOT NULL,
    "claimId" TEXT NOT NULL,
    "verdict" TEXT NOT NULL,
    "wordingKey" TEXT NOT NULL,
    "about" TEXT NOT NULL,
    "reasonId" TEXT NOT NULL,
    "decidedById" TEXT NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "DifferenceDecision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Objection" (
    "id" TEXT NOT NULL,
    "claimId" TEXT NOT NULL,
    "wordsId" TEXT NOT NULL,
    "raisedById" TEXT NOT NULL,
    "ownerId" TEXT NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,
    "closedById" TEXT,
    "closedAt" TIMESTAMP(3),
    "closingId" TEXT,

    CONSTRAINT "Objection_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Assignment" (
    "id" TEXT NOT NULL,
    "claimId" TEXT NOT NULL,
    "assigneeId" TEXT NOT NULL,
    "assignedById" TEXT NOT NULL,
    "section" TEXT,
    "deadline" TIMESTAMP(3),
    "at" TIMESTAMP(3) NOT NULL,
    "endedAt" TIMESTAMP(3),

    CONSTRAINT "Assignment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Initials" (
    "id" TEXT NOT NULL,
    "draftId" TEXT NOT NULL,
    "start" INTEGER NOT NULL,
    "section" TEXT NOT NULL,
    "withdraws" TEXT,
    "initialedById" TEXT NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Initials_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "HandOver" (
    "id" TEXT NOT NULL,
    "reportId" TEXT NOT NULL,
    "fromId" TEXT NOT NULL,
    "toId" TEXT,
    "wordsId" TEXT NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "HandOver_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Notice" (
    "id" TEXT NOT NULL,
    "accountId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "reportId" TEXT NOT NULL,
    "claimId" TEXT,
    "causedById" TEXT,
    "at" TIMESTAMP(3) NOT NULL,
    "seenAt" TIMESTAMP(3),
    "mailedAt" TIMESTAMP(3),

    CONSTRAINT "Notice_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Presence" (
    "accountId" TEXT NOT NULL,
    "claimId" TEXT NOT NULL,
    "seenAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Presence_pkey" PRIMARY KEY ("accountId","claimId")
);

-- CreateTable
CREATE TABLE "Comment" (
    "id" TEXT NOT NULL,
    "reportId" TEXT NOT NULL,
    "claimId" TEXT,
    "bodyId" TEXT NOT NULL,
    "privileged" BOOLEAN NOT NULL DEFAULT false,
    "writtenById" TEXT,
    "at" TIMESTAMP(3) NOT NULL,
    "withdrawnAt" TIMESTAMP(3),

    CONSTRAINT "Comment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CommentReader" (
    "commentId" TEXT NOT NULL,
    "accountId" TEXT NOT NULL,

    CONSTRAINT "CommentReader_pkey" PRIMARY KEY ("commentId","accountId")
);

-- CreateTable
CREATE TABLE "CommentMention" (
    "commentId" TEXT NOT NULL,
    "accountId" TEXT NOT NULL,

    CONSTRAINT "CommentMention_pkey" PRIMARY KEY ("commentId","accountId")
);

-- CreateTable
CREATE TABLE "Job" (
    "id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "key" TEXT,
    "payload" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "runAfter" TIMESTAMP(3) NOT NULL,
    "takenBy" TEXT,
    "takenUntil" TIMESTAMP(3),
    "error" TEXT,
    "createdById" TEXT,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "endedAt" TIMESTAMP(3),

    CONSTRAINT "Job_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Destruction" (
    "id" TEXT NOT NULL,
    "reportId" TEXT,
    "what" TEXT NOT NULL,
    "textId" TEXT,
    "blobId" TEXT,
    "ground" TEXT NOT NULL,
    "reasonId" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "askedById" TEXT NOT NULL,
    "askedAt" TIMESTAMP(3) NOT NULL,
    "answeredById" TEXT,
    "answeredAt" TIMESTAMP(3),

    CONSTRAINT "Destruction_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "LegalHold" (
    "id" TEXT NOT NULL,
    "reportId" TEXT NOT NULL,
    "reasonId" TEXT NOT NULL,
    "setById" TEXT NOT NULL,
    "setAt" TIMESTAMP(3) NOT NULL,
    "liftedById" TEXT,
    "liftedAt" TIMESTAMP(3),
    "liftingId" TEXT,

    CONSTRAINT "LegalHold_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Waiver" (
    "id" TEXT NOT NULL,
    "reportId" TEXT NOT NULL,
    "draftId" TEXT NOT NULL,
    "claimId" TEXT,
    "rule" TEXT NOT NULL,
    "fingerprint" TEXT NOT NULL,
    "saidId" TEXT,
    "reasonId" TEXT,
    "waivedById" TEXT NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,
    "withdraws" TEXT,

    CONSTRAINT "Waiver_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Caveat" (
    "id" TEXT NOT NULL,
    "claimId" TEXT NOT NULL,
    "draftId" TEXT NOT NULL,
    "wordsId" TEXT,
    "setById" TEXT NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,
    "withdraws" TEXT,

    CONSTRAINT "Caveat_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SignOff" (
    "id" TEXT NOT NULL,
    "reportId" TEXT NOT NULL,
    "draftId" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "seq" INTEGER NOT NULL,
    "signedById" TEXT NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,
    "withdraws" TEXT,

    CONSTRAINT "SignOff_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Publication" (
    "id" TEXT NOT NULL,
    "reportId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "draftId" TEXT NOT NULL,
    "snapshot" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "auditId" TEXT NOT NULL,
    "slug" TEXT NOT NULL,
    "openPoints" INTEGER NOT NULL,
    "publishedById" TEXT NOT NULL,
    "confirmedById" TEXT,
    "publishedAt" TIMESTAMP(3) NOT NULL,
    "publicPage" BOOLEAN NOT NULL DEFAULT false,
    "withdrawnAt" TIMESTAMP(3),
    "withdrawnById" TEXT,
    "withdrawalReason" TEXT,

    CONSTRAINT "Publication_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PublicationRequest" (
    "id" TEXT NOT NULL,
    "reportId" TEXT NOT NULL,
    "draftId" TEXT NOT NULL,
    "openPoints" INTEGER NOT NULL,
    "findings" TEXT NOT NULL,
    "reasonId" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "askedById" TEXT NOT NULL,
    "askedAt" TIMESTAMP(3) NOT NULL,
    "answeredById" TEXT,
    "answeredAt" TIMESTAMP(3),
    "publicationId" TEXT,

    CONSTRAINT "PublicationRequest_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "WentOut" (
    "id" TEXT NOT NULL,
    "publicationId" TEXT NOT NULL,
    "originalId" TEXT NOT NULL,
    "textId" TEXT NOT NULL,
    "reading" TEXT NOT NULL,
    "sourceName" TEXT NOT NULL,
    "sourceType" TEXT NOT NULL,
    "differences" INTEGER NOT NULL,
    "addedById" TEXT NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "WentOut_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Correction" (
    "id" TEXT NOT NULL,
    "publicationId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "claimId" TEXT,
    "complaintId" TEXT,
    "wasId" TEXT,
    "nowId" TEXT,
    "noteId" TEXT NOT NULL,
    "madeById" TEXT NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Correction_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Complaint" (
    "id" TEXT NOT NULL,
    "reportId" TEXT NOT NULL,
    "publicationId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "fromId" TEXT NOT NULL,
    "wordsId" TEXT NOT NULL,
    "way" TEXT NOT NULL,
    "receivedAt" TIMESTAMP(3) NOT NULL,
    "replyDue" TIMESTAMP(3),
    "state" TEXT NOT NULL,
    "decisionId" TEXT,
    "enteredById" TEXT NOT NULL,
    "enteredAt" TIMESTAMP(3) NOT NULL,
    "decidedById" TEXT,
    "decidedAt" TIMESTAMP(3),

    CONSTRAINT "Complaint_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ComplaintClaim" (
    "complaintId" TEXT NOT NULL,
    "claimId" TEXT NOT NULL,

    CONSTRAINT "ComplaintClaim_pkey" PRIMARY KEY ("complaintId","claimId")
);

-- CreateTable
CREATE TABLE "Chain" (
    "id" TEXT NOT NULL,
    "seq" INTEGER NOT NULL,
    "hash" TEXT NOT NULL,

    CONSTRAINT "Chain_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Event" (
    "chain" TEXT NOT NULL,
    "seq" INTEGER NOT NULL,
    "at" TEXT NOT NULL,
    "actor" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "claimId" TEXT,
    "payloadId" TEXT NOT NULL,
    "payloadHash" TEXT NOT NULL,
    "prevHash" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "leaf" INTEGER NOT NULL,

    CONSTRAINT "Event_pkey" PRIMARY KEY ("chain","seq")
);

-- CreateTable
CREATE TABLE "TreeNode" (
    "level" INTEGER NOT NULL,
    "position" INTEGER NOT NULL,
    "hash" TEXT NOT NULL,

    CONSTRAINT "TreeNode_pkey" PRIMARY KEY ("level","position")
);

-- CreateTable
CREATE TABLE "TreeHead" (
    "size" INTEGER NOT NULL,
    "root" TEXT NOT NULL,
    "keyId" TEXT NOT NULL,
    "signature" TEXT NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "TreeHead_pkey" PRIMARY KEY ("size")
);

-- CreateTable
CREATE TABLE "SigningKey" (
    "id" TEXT NOT NULL,
    "publicKey" TEXT NOT NULL,
    "privateKey" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "SigningKey_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "Account_email_key" ON "Account"("email");

-- CreateIndex
CREATE INDEX "Session_accountId_idx" ON "Session"("accountId");

-- CreateIndex
CREATE INDEX "Session_expiresAt_idx" ON "Session"("expiresAt");

-- CreateIndex
CREATE UNIQUE INDEX "ApiToken_tokenHash_key" ON "ApiToken"("tokenHash");

-- CreateIndex
CREATE INDEX "ApiToken_accountId_idx" ON "ApiToken"("accountId");

-- CreateIndex
CREATE UNIQUE INDEX "Invitation_tokenHash_key" ON "Invitation"("tokenHash");

-- CreateIndex
CREATE INDEX "Invitation_accountId_idx" ON "Invitation"("accountId");

-- CreateIndex
CREATE UNIQUE INDEX "SetupLink_tokenHash_key" ON "SetupLink"("tokenHash");

-- CreateIndex
CREATE UNIQUE INDEX "Report_currentDraftId_key" ON "Report"("currentDraftId");

-- CreateIndex
CREATE UNIQUE INDEX "ReportAuthor_reportId_name_key" ON "ReportAuthor"("reportId", "name");

-- CreateIndex
CREATE UNIQUE INDEX "AuthorLink_tokenHash_key" ON "AuthorLink"("tokenHash");

-- CreateIndex
CREATE INDEX "AuthorLink_authorId_idx" ON "AuthorLink"("authorId");

-- CreateIndex
CREATE INDEX "ReportMember_accountId_idx" ON "ReportMember"("accountId");

-- CreateIndex
CREATE UNIQUE INDEX "Draft_reportId_number_key" ON "Draft"("reportId", "number");

-- CreateIndex
CREATE UNIQUE INDEX "Draft_reportId_originalId_key" ON "Draft"("reportId", "originalId");

-- CreateIndex
CREATE UNIQUE INDEX "Note_draftId_index_key" ON "Note"("draftId", "index");

-- CreateIndex
CREATE INDEX "Marker_noteId_idx" ON "Marker"("noteId");

-- CreateIndex
CREATE UNIQUE INDEX "Marker_draftId_index_key" ON "Marker"("draftId", "index");

-- CreateIndex
CREATE UNIQUE INDEX "ReadingCorrection_withdraws_key" ON "ReadingCorrection"("withdraws");

-- CreateIndex
CREATE UNIQUE INDEX "ReadingCorrection_draftId_number_key" ON "ReadingCorrection"("draftId", "number");

-- CreateIndex
CREATE UNIQUE INDEX "ReadingConfirmation_draftId_revision_key" ON "ReadingConfirmation"("draftId", "revision");

-- CreateIndex
CREATE UNIQUE INDEX "Classification_withdraws_key" ON "Classification"("withdraws");

-- CreateIndex
CREATE INDEX "Classification_draftId_start_idx" ON "Classification"("draftId", "start");

-- CreateIndex
CREATE INDEX "Classification_claimId_idx" ON "Classification"("claimId");

-- CreateIndex
CREATE INDEX "Citation_sourceId_idx" ON "Citation"("sourceId");

-- CreateIndex
CREATE UNIQUE INDEX "Citation_noteId_index_key" ON "Citation"("noteId", "index");

-- CreateIndex
CREATE UNIQUE INDEX "Source_key_key" ON "Source"("key");

-- CreateIndex
CREATE INDEX "Source_originGroup_idx" ON "Source"("originGroup");

-- CreateIndex
CREATE INDEX "Source_mergedIntoId_idx" ON "Source"("mergedIntoId");

-- CreateIndex
CREATE INDEX "SourceReader_accountId_idx" ON "SourceReader"("accountId");

-- CreateIndex
CREATE INDEX "SourceJudgement_sourceId_idx" ON "SourceJudgement"("sourceId");

-- CreateIndex
CREATE INDEX "Capture_sourceId_idx" ON "Capture"("sourceId");

-- CreateIndex
CREATE INDEX "LinkCheck_sourceId_at_idx" ON "LinkCheck"("sourceId", "at");

-- CreateIndex
CREATE UNIQUE INDEX "SourceFall_withdraws_key" ON "SourceFall"("withdraws");

-- CreateIndex
CREATE INDEX "SourceFall_sourceId_idx" ON "SourceFall"("sourceId");

-- CreateIndex
CREATE INDEX "Recheck_claimId_idx" ON "Recheck"("claimId");

-- CreateIndex
CREATE INDEX "Recheck_sourceId_idx" ON "Recheck"("sourceId");

-- CreateIndex
CREATE UNIQUE INDEX "Claim_reportId_number_key" ON "Claim"("reportId", "number");

-- CreateIndex
CREATE INDEX "Placement_draftId_start_idx" ON "Placement"("draftId", "start");

-- CreateIndex
CREATE UNIQUE INDEX "Placement_claimId_draftId_key" ON "Placement"("claimId", "draftId");

-- CreateIndex
CREATE INDEX "PlacementNote_markerId_idx" ON "PlacementNote"("markerId");

-- CreateIndex
CREATE INDEX "PlacementNote_noteId_idx" ON "PlacementNote"("noteId");

-- CreateIndex
CREATE UNIQUE INDEX "Verdict_withdraws_key" ON "Verdict"("withdraws");

-- CreateIndex
CREATE INDEX "Verdict_claimId_at_idx" ON "Verdict"("claimId", "at");

-- CreateIndex
CREATE UNIQUE INDEX "OutcomeDecision_withdraws_key" ON "OutcomeDecision"("withdraws");

-- CreateIndex
CREATE INDEX "OutcomeDecision_claimId_at_idx" ON "OutcomeDecision"("claimId", "at");

-- CreateIndex
CREATE INDEX "RiskDecision_claimId_idx" ON "RiskDecision"("claimId");

-- CreateIndex
CREATE UNIQUE INDEX "Evidence_supersedesId_key" ON "Evidence"("supersedesId");

-- CreateIndex
CREATE UNIQUE INDEX "Evidence_withdraws_key" ON "Evidence"("withdraws");

-- CreateIndex
CREATE INDEX "Evidence_claimId_idx" ON "Evidence"("claimId");

-- CreateIndex
CREATE INDEX "Evidence_sourceId_idx" ON "Evidence"("sourceId");

-- CreateIndex
CREATE INDEX "Evidence_citationId_idx" ON "Evidence"("citationId");

-- CreateIndex
CREATE UNIQUE INDEX "Tick_withdraws_key" ON "Tick"("withdraws");

-- CreateIndex
CREATE INDEX "Tick_draftId_start_idx" ON "Tick"("draftId", "start");

-- CreateIndex
CREATE INDEX "Tick_claimId_idx" ON "Tick"("claimId");

-- CreateIndex
CREATE INDEX "Fix_claimId_idx" ON "Fix"("claimId");

-- CreateIndex
CREATE INDEX "Fix_authorId_idx" ON "Fix"("authorId");

-- CreateIndex
CREATE INDEX "Query_claimId_idx" ON "Query"("claimId");

-- CreateIndex
CREATE INDEX "Query_reportId_state_idx" ON "Query"("reportId", "state");

-- CreateIndex
CREATE INDEX "Query_authorId_idx" ON "Query"("authorId");

-- CreateIndex
CREATE INDEX "Contact_reportId_idx" ON "Contact"("reportId");

-- CreateIndex
CREATE INDEX "Contact_sourceId_idx" ON "Contact"("sourceId");

-- CreateIndex
CREATE INDEX "ContactChange_contactId_idx" ON "ContactChange"("contactId");

-- CreateIndex
CREATE INDEX "ContactAttempt_contactId_idx" ON "ContactAttempt"("contactId");

-- CreateIndex
CREATE INDEX "ContactClaim_claimId_idx" ON "ContactClaim"("claimId");

-- CreateIndex
CREATE UNIQUE INDEX "ClaimEdit_withdraws_key" ON "ClaimEdit"("withdraws");

-- CreateIndex
CREATE INDEX "ClaimEdit_draftId_idx" ON "ClaimEdit"("draftId");

-- CreateIndex
CREATE INDEX "ClaimEdit_claimId_idx" ON "ClaimEdit"("claimId");

-- CreateIndex
CREATE INDEX "DifferenceDecision_claimId_idx" ON "DifferenceDecision"("claimId");

-- CreateIndex
CREATE INDEX "Objection_claimId_idx" ON "Objection"("claimId");

-- CreateIndex
CREATE INDEX "Assignment_claimId_idx" ON "Assignment"("claimId");

-- CreateIndex
CREATE INDEX "Assignment_assigneeId_endedAt_idx" ON "Assignment"("assigneeId", "endedAt");

-- CreateIndex
CREATE UNIQUE INDEX "Initials_withdraws_key" ON "Initials"("withdraws");

-- CreateIndex
CREATE INDEX "Initials_draftId_idx" ON "Initials"("draftId");

-- CreateIndex
CREATE INDEX "HandOver_reportId_idx" ON "HandOver"("reportId");

-- CreateIndex
CREATE INDEX "Notice_accountId_seenAt_idx" ON "Notice"("accountId", "seenAt");

-- CreateIndex
CREATE INDEX "Notice_mailedAt_idx" ON "Notice"("mailedAt");

-- CreateIndex
CREATE INDEX "Presence_claimId_seenAt_idx" ON "Presence"("claimId", "seenAt");

-- CreateIndex
CREATE INDEX "Comment_claimId_idx" ON "Comment"("claimId");

-- CreateIndex
CREATE UNIQUE INDEX "Job_key_key" ON "Job"("key");

-- CreateIndex
CREATE INDEX "Job_state_runAfter_idx" ON "Job"("state", "runAfter");

-- CreateIndex
CREATE INDEX "Destruction_reportId_state_idx" ON "Destruction"("reportId", "state");

-- CreateIndex
CREATE INDEX "LegalHold_reportId_idx" ON "LegalHold"("reportId");

-- CreateIndex
CREATE UNIQUE INDEX "Waiver_withdraws_key" ON "Waiver"("withdraws");

-- CreateIndex
CREATE INDEX "Waiver_reportId_idx" ON "Waiver"("reportId");

-- CreateIndex
CREATE UNIQUE INDEX "Caveat_withdraws_key" ON "Caveat"("withdraws");

-- CreateIndex
CREATE INDEX "Caveat_claimId_idx" ON "Caveat"("claimId");

-- CreateIndex
CREATE UNIQUE INDEX "SignOff_withdraws_key" ON "SignOff"("withdraws");

-- CreateIndex
CREATE INDEX "SignOff_draftId_idx" ON "SignOff"("draftId");

-- CreateIndex
CREATE UNIQUE INDEX "Publication_slug_key" ON "Publication"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "Publication_reportId_number_key" ON "Publication"("reportId", "number");

-- CreateIndex
CREATE INDEX "PublicationRequest_reportId_state_idx" ON "PublicationRequest"("reportId", "state");

-- CreateIndex
CREATE INDEX "WentOut_publicationId_idx" ON "WentOut"("publicationId");

-- CreateIndex
CREATE INDEX "Correction_publicationId_idx" ON "Correction"("publicationId");

-- CreateIndex
CREATE INDEX "Correction_claimId_idx" ON "Correction"("claimId");

-- CreateIndex
CREATE UNIQUE INDEX "Complaint_reportId_number_key" ON "Complaint"("reportId", "number");

-- CreateIndex
CREATE INDEX "ComplaintClaim_claimId_idx" ON "ComplaintClaim"("claimId");

-- CreateIndex
CREATE UNIQUE INDEX "Event_leaf_key" ON "Event"("leaf");

-- CreateIndex
CREATE INDEX "Event_claimId_idx" ON "Event"("claimId");

-- AddForeignKey
ALTER TABLE "Session" ADD CONSTRAINT "Session_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ApiToken" ADD CONSTRAINT "ApiToken_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Invitation" ADD CONSTRAINT "Invitation_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Invitation" ADD CONSTRAINT "Invitation_invitedById_fkey" FOREIGN KEY ("invitedById") REFERENCES "Account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Report" ADD CONSTRAINT "Report_currentDraftId_fkey" FOREIGN KEY ("currentDraftId") REFERENCES "Draft"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Report" ADD CONSTRAINT "Report_importedById_fkey" FOREIGN KEY ("importedById") REFERENCES "Account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReportAuthor" ADD CONSTRAINT "ReportAuthor_reportId_fkey" FOREIGN KEY ("reportId") REFERENCES "Report"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AuthorLink" ADD CONSTRAINT "AuthorLink_authorId_fkey" FOREIGN KEY ("authorId") REFERENCES "ReportAuthor"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AuthorLink" ADD CONSTRAINT "AuthorLink_createdById_fkey" FOREIGN KEY ("createdById") REFERENCES "Account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReportMember" ADD CONSTRAINT "ReportMember_reportId_fkey" FOREIGN KEY ("reportId") REFERENCES "Report"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReportMember" ADD CONSTRAINT "ReportMember_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Draft" ADD CONSTRAINT "Draft_reportId_fkey" FOREIGN KEY ("reportId") REFERENCES "Report"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Draft" ADD CONSTRAINT "Draft_textId_fkey" FOREIGN KEY ("textId") REFERENCES "SealedText"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Draft" ADD CONSTRAINT "Draft_originalId_fkey" FOREIGN KEY ("originalId") REFERENCES "Blob"("sha256") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Draft" ADD CONSTRAINT "Draft_importedById_fkey" FOREIGN KEY ("importedById") REFERENCES "Account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Note" ADD CONSTRAINT "Note_draftId_fkey" FOREIGN KEY ("draftId") REFERENCES "Draft"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Marker" ADD CONSTRAINT "Marker_draftId_fkey" FOREIGN KEY ("draftId") REFERENCES "Draft"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Marker" ADD CONSTRAINT "Marker_noteId_fkey" FOREIGN KEY ("noteId") REFERENCES "Note"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReadingCorrection" ADD CONSTRAINT "ReadingCorrection_draftId_fkey" FOREIGN KEY ("draftId") REFERENCES "Draft"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReadingCorrection" ADD CONSTRAINT "ReadingCorrection_reasonId_fkey" FOREIGN KEY ("reasonId") REFERENCES "SealedText"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReadingCorrection" ADD CONSTRAINT "ReadingCorrection_correctedById_fkey" FOREIGN KEY ("correctedById") REFERENCES "Account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReadingCorrection" ADD CONSTRAINT "ReadingCorrection_withdraws_fkey" FOREIGN KEY ("withdraws") REFERENCES "ReadingCorrection"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CorrectedReading" ADD CONSTRAINT "CorrectedReading_draftId_fkey" FOREIGN KEY ("draftId") REFERENCES "Draft"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReadingConfirmation" ADD CONSTRAINT "ReadingConfirmation_draftId_fkey" FOREIGN KEY ("draftId") REFERENCES "Draft"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReadingConfirmation" ADD CONSTRAINT "ReadingConfirmation_confirmedById_fkey" FOREIGN KEY ("confirmedById") REFERENCES "Account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Classification" ADD CONSTRAINT "Classification_draftId_fkey" FOREIGN KEY ("draftId") REFERENCES "Draft"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Classification" ADD CONSTRAINT "Classification_claimId_fkey" FOREIGN KEY ("claimId") REFERENCES "Claim"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Classification" ADD CONSTRAINT "Classification_wordsId_fkey" FOREIGN KEY ("wordsId") REFERENCES "SealedText"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Classification" ADD CONSTRAINT "Classification_classifiedById_fkey" FOREIGN KEY ("classifiedById") REFERENCES "Account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Classification" ADD CONSTRAINT "Classification_withdraws_fkey" FOREIGN KEY ("withdraws") REFERENCES "Classification"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Citation" ADD CONSTRAINT "Citation_noteId_fkey" FOREIGN KEY ("noteId") REFERENCES "Note"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Citation" ADD CONSTRAINT "Citation_sourceId_fkey" FOREIGN KEY ("sourceId") REFERENCES "Source"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Source" ADD CONSTRAINT "Source_mergedIntoId_fkey" FOREIGN KEY ("mergedIntoId") REFERENCES "Source"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Source" ADD CONSTRAINT "Source_privateLocatorId_fkey" FOREIGN KEY ("privateLocatorId") REFERENCES "SealedText"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SourceReader" ADD CONSTRAINT "SourceReader_sourceId_fkey" FOREIGN KEY ("sourceId") REFERENCES "Source"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SourceReader" ADD CONSTRAINT "SourceReader_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SourceJudgement" ADD CONSTRAINT "SourceJudgement_sourceId_fkey" FOREIGN KEY ("sourceId") REFERENCES "Source"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SourceJudgement" ADD CONSTRAINT "SourceJudgement_reasonId_fkey" FOREIGN KEY ("reasonId") REFERENCES "SealedText"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SourceJudgement" ADD CONSTRAINT "SourceJudgement_judgedById_fkey" FOREIGN KEY ("judgedById") REFERENCES "Account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Capture" ADD CONSTRAINT "Capture_sourceId_fkey" FOREIGN KEY ("sourceId") REFERENCES "Source"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Capture" ADD CONSTRAINT "Capture_blobId_fkey" FOREIGN KEY ("blobId") REFERENCES "Blob"("sha256") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Capture" ADD CONSTRAINT "Capture_warcId_fkey" FOREIGN KEY ("warcId") REFERENCES "Blob"("sha256") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Capture" ADD CONSTRAINT "Capture_textId_fkey" FOREIGN KEY ("textId") REFERENCES "SealedText"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Capture" ADD CONSTRAINT "Capture_capturedById_fkey" FOREIGN KEY ("capturedById") REFERENCES "Account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LinkCheck" ADD CONSTRAINT "LinkCheck_sourceId_fkey" FOREIGN KEY ("sourceId") REFERENCES "Source"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LinkCheck" ADD CONSTRAINT "LinkCheck_captureId_fkey" FOREIGN KEY ("captureId") REFERENCES "Capture"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LinkCheck" ADD CONSTRAINT "LinkCheck_askedById_fkey" FOREIGN KEY ("askedById") REFERENCES "Account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SourceFall" ADD CONSTRAINT "SourceFall_sourceId_fkey" FOREIGN KEY ("sourceId") REFERENCES "Source"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SourceFall" ADD CONSTRAINT "SourceFall_reasonId_fkey" FOREIGN KEY ("reasonId") REFERENCES "SealedText"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SourceFall" ADD CONSTRAINT "SourceFall_madeById_fkey" FOREIGN KEY ("madeById") REFERENCES "Account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SourceFall" ADD CONSTRAINT "SourceFall_withdraws_fkey" FOREIGN KEY ("withdraws") REFERENCES "SourceFall"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Recheck" ADD CONSTRAINT "Recheck_claimId_fkey" FOREIGN KEY ("claimId") REFERENCES "Claim"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Recheck" ADD CONSTRAINT "Recheck_sourceId_fkey" FOREIGN KEY ("sourceId") REFERENCES "Source"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Recheck" ADD CONSTRAINT "Recheck_fallId_fkey" FOREIGN KEY ("fallId") REFERENCES "SourceFall"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Recheck" ADD CONSTRAINT "Recheck_linkCheckId_fkey" FOREIGN KEY ("linkCheckId") REFERENCES "LinkCheck"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Recheck" ADD CONSTRAINT "Recheck_wordsId_fkey" FOREIGN KEY ("wordsId") REFERENCES "SealedText"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Recheck" ADD CONSTRAINT "Recheck_askedById_fkey" FOREIGN KEY ("askedById") REFERENCES "Account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Recheck" ADD CONSTRAINT "Recheck_closedById_fkey" FOREIGN KEY ("closedById") REFERENCES "Account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Claim" ADD CONSTRAINT "Claim_reportId_fkey" FOREIGN KEY ("reportId") REFERENCES "Report"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Placement" ADD CONSTRAINT "Placement_claimId_fkey" FOREIGN KEY ("claimId") REFERENCES "Claim"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Placement" ADD CONSTRAINT "Placement_draftId_fkey" FOREIGN KEY ("draftId") REFERENCES "Draft"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PlacementNote" ADD CONSTRAINT "PlacementNote_placementId_fkey" FOREIGN KEY ("placementId") REFERENCES "Placement"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PlacementNote" ADD CONSTRAINT "PlacementNote_markerId_fkey" FOREIGN KEY ("markerId") REFERENCES "Marker"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PlacementNote" ADD CONSTRAINT "PlacementNote_noteId_fkey" FOREIGN KEY ("noteId") REFERENCES "Note"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Verdict" ADD CONSTRAINT "Verdict_claimId_fkey" FOREIGN KEY ("claimId") REFERENCES "Claim"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Verdict" ADD CONSTRAINT "Verdict_placementId_fkey" FOREIGN KEY ("placementId") REFERENCES "Placement"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Verdict" ADD CONSTRAINT "Verdict_checkerId_fkey" FOREIGN KEY ("checkerId") REFERENCES "Account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Verdict" ADD CONSTRAINT "Verdict_rationaleId_fkey" FOREIGN KEY ("rationaleId") REFERENCES "SealedText"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Verdict" ADD CONSTRAINT "Verdict_fixId_fkey" FOREIGN KEY ("fixId") REFERENCES "Fix"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Verdict" ADD CONSTRAINT "Verdict_withdraws_fkey" FOREIGN KEY ("withdraws") REFERENCES "Verdict"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OutcomeDecision" ADD CONSTRAINT "OutcomeDecision_claimId_fkey" FOREIGN KEY ("claimId") REFERENCES "Claim"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OutcomeDecision" ADD CONSTRAINT "OutcomeDecision_reasonId_fkey" FOREIGN KEY ("reasonId") REFERENCES "SealedText"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OutcomeDecision" ADD CONSTRAINT "OutcomeDecision_decidedById_fkey" FOREIGN KEY ("decidedById") REFERENCES "Account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OutcomeDecision" ADD CONSTRAINT "OutcomeDecision_withdraws_fkey" FOREIGN KEY ("withdraws") REFERENCES "OutcomeDecision"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RiskDecision" ADD CONSTRAINT "RiskDecision_claimId_fkey" FOREIGN KEY ("claimId") REFERENCES "Claim"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RiskDecision" ADD CONSTRAINT "RiskDecision_reasonId_fkey" FOREIGN KEY ("reasonId") REFERENCES "SealedText"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RiskDecision" ADD CONSTRAINT "RiskDecision_decidedById_fkey" FOREIGN KEY ("decidedById") REFERENCES "Account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Evidence" ADD CONSTRAINT "Evidence_claimId_fkey" FOREIGN KEY ("claimId") REFERENCES "Claim"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Evidence" ADD CONSTRAINT "Evidence_citationId_fkey" FOREIGN KEY ("citationId") REFERENCES "Citation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Evidence" ADD CONSTRAINT "Evidence_sourceId_fkey" FOREIGN KEY ("sourceId") REFERENCES "Source"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Evidence" ADD CONSTRAINT "Evidence_contactId_fkey" FOREIGN KEY ("contactId") REFERENCES "Contact"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Evidence" ADD CONSTRAINT "Evidence_captureId_fkey" FOREIGN KEY ("captureId") REFERENCES "Capture"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Evidence" ADD CONSTRAINT "Evidence_excerptId_fkey" FOREIGN KEY ("excerptId") REFERENCES "SealedText"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Evidence" ADD CONSTRAINT "Evidence_translationId_fkey" FOREIGN KEY ("translationId") REFERENCES "SealedText"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Evidence" ADD CONSTRAINT "Evidence_supersedesId_fkey" FOREIGN KEY ("supersedesId") REFERENCES "Evidence"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Evidence" ADD CONSTRAINT "Evidence_withdraws_fkey" FOREIGN KEY ("withdraws") REFERENCES "Evidence"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Evidence" ADD CONSTRAINT "Evidence_judgedById_fkey" FOREIGN KEY ("judgedById") REFERENCES "Account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Tick" ADD CONSTRAINT "Tick_draftId_fkey" FOREIGN KEY ("draftId") REFERENCES "Draft"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Tick" ADD CONSTRAINT "Tick_claimId_fkey" FOREIGN KEY ("claimId") REFERENCES "Claim"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Tick" ADD CONSTRAINT "Tick_sourceId_fkey" FOREIGN KEY ("sourceId") REFERENCES "Source"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Tick" ADD CONSTRAINT "Tick_citationId_fkey" FOREIGN KEY ("citationId") REFERENCES "Citation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Tick" ADD CONSTRAINT "Tick_withdraws_fkey" FOREIGN KEY ("withdraws") REFERENCES "Tick"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Tick" ADD CONSTRAINT "Tick_tickedById_fkey" FOREIGN KEY ("tickedById") REFERENCES "Account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Fix" ADD CONSTRAINT "Fix_claimId_fkey" FOREIGN KEY ("claimId") REFERENCES "Claim"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Fix" ADD CONSTRAINT "Fix_placementId_fkey" FOREIGN KEY ("placementId") REFERENCES "Placement"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Fix" ADD CONSTRAINT "Fix_authorId_fkey" FOREIGN KEY ("authorId") REFERENCES "ReportAuthor"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Fix" ADD CONSTRAINT "Fix_askedById_fkey" FOREIGN KEY ("askedById") REFERENCES "Account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Fix" ADD CONSTRAINT "Fix_answeredById_fkey" FOREIGN KEY ("answeredById") REFERENCES "Account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Fix" ADD CONSTRAINT "Fix_answerId_fkey" FOREIGN KEY ("answerId") REFERENCES "SealedText"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Query" ADD CONSTRAINT "Query_reportId_fkey" FOREIGN KEY ("reportId") REFERENCES "Report"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Query" ADD CONSTRAINT "Query_claimId_fkey" FOREIGN KEY ("claimId") REFERENCES "Claim"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Query" ADD CONSTRAINT "Query_authorId_fkey" FOREIGN KEY ("authorId") REFERENCES "ReportAuthor"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Query" ADD CONSTRAINT "Query_wordsId_fkey" FOREIGN KEY ("wordsId") REFERENCES "SealedText"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Query" ADD CONSTRAINT "Query_answerId_fkey" FOREIGN KEY ("answerId") REFERENCES "SealedText"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Query" ADD CONSTRAINT "Query_askedById_fkey" FOREIGN KEY ("askedById") REFERENCES "Account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Query" ADD CONSTRAINT "Query_closedById_fkey" FOREIGN KEY ("closedById") REFERENCES "Account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Contact" ADD CONSTRAINT "Contact_reportId_fkey" FOREIGN KEY ("reportId") REFERENCES "Report"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Contact" ADD CONSTRAINT "Contact_sourceId_fkey" FOREIGN KEY ("sourceId") REFERENCES "Source"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Contact" ADD CONSTRAINT "Contact_putId_fkey" FOREIGN KEY ("putId") REFERENCES "SealedText"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Contact" ADD CONSTRAINT "Contact_answerId_fkey" FOREIGN KEY ("answerId") REFERENCES "SealedText"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Contact" ADD CONSTRAINT "Contact_madeById_fkey" FOREIGN KEY ("madeById") REFERENCES "Account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ContactChange" ADD CONSTRAINT "ContactChange_contactId_fkey" FOREIGN KEY ("contactId") REFERENCES "Contact"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ContactChange" ADD CONSTRAINT "ContactChange_reasonId_fkey" FOREIGN KEY ("reasonId") REFERENCES "SealedText"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ContactChange" ADD CONSTRAINT "ContactChange_changedById_fkey" FOREIGN KEY ("changedById") REFERENCES "Account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ContactAttempt" ADD CONSTRAINT "ContactAttempt_contactId_fkey" FOREIGN KEY ("contactId") REFERENCES "Contact"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ContactAttempt" ADD CONSTRAINT "ContactAttempt_wordsId_fkey" FOREIGN KEY ("wordsId") REFERENCES "SealedText"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ContactAttempt" ADD CONSTRAINT "ContactAttempt_madeById_fkey" FOREIGN KEY ("madeById") REFERENCES "Account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ContactClaim" ADD CONSTRAINT "ContactClaim_contactId_fkey" FOREIGN KEY ("contactId") REFERENCES "Contact"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ContactClaim" ADD CONSTRAINT "ContactClaim_claimId_fkey" FOREIGN KEY ("claimId") REFERENCES "Claim"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ContactClaim" ADD CONSTRAINT "ContactClaim_answerId_fkey" FOREIGN KEY ("answerId") REFERENCES "SealedText"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ClaimEdit" ADD CONSTRAINT "ClaimEdit_draftId_fkey" FOREIGN KEY ("draftId") REFERENCES "Draft"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ClaimEdit" ADD CONSTRAINT "ClaimEdit_claimId_fkey" FOREIGN KEY ("claimId") REFERENCES "Claim"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ClaimEdit" ADD CONSTRAINT "ClaimEdit_reasonId_fkey" FOREIGN KEY ("reasonId") REFERENCES "SealedText"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ClaimEdit" ADD CONSTRAINT "ClaimEdit_editedById_fkey" FOREIGN KEY ("editedById") REFERENCES "Account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ClaimEdit" ADD CONSTRAINT "ClaimEdit_withdraws_fkey" FOREIGN KEY ("withdraws") REFERENCES "ClaimEdit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DifferenceDecision" ADD CONSTRAINT "DifferenceDecision_claimId_fkey" FOREIGN KEY ("claimId") REFERENCES "Claim"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DifferenceDecision" ADD CONSTRAINT "DifferenceDecision_reasonId_fkey" FOREIGN KEY ("reasonId") REFERENCES "SealedText"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DifferenceDecision" ADD CONSTRAINT "DifferenceDecision_decidedById_fkey" FOREIGN KEY ("decidedById") REFERENCES "Account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Objection" ADD CONSTRAINT "Objection_claimId_fkey" FOREIGN KEY ("claimId") REFERENCES "Claim"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Objection" ADD CONSTRAINT "Objection_wordsId_fkey" FOREIGN KEY ("wordsId") REFERENCES "SealedText"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Objection" ADD CONSTRAINT "Objection_closingId_fkey" FOREIGN KEY ("closingId") REFERENCES "SealedText"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Objection" ADD CONSTRAINT "Objection_raisedById_fkey" FOREIGN KEY ("raisedById") REFERENCES "Account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Objection" ADD CONSTRAINT "Objection_ownerId_fkey" FOREIGN KEY ("ownerId") REFERENCES "Account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Objection" ADD CONSTRAINT "Objection_closedById_fkey" FOREIGN KEY ("closedById") REFERENCES "Account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Assignment" ADD CONSTRAINT "Assignment_claimId_fkey" FOREIGN KEY ("claimId") REFERENCES "Claim"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Assignment" ADD CONSTRAINT "Assignment_assigneeId_fkey" FOREIGN KEY ("assigneeId") REFERENCES "Account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Assignment" ADD CONSTRAINT "Assignment_assignedById_fkey" FOREIGN KEY ("assignedById") REFERENCES "Account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Initials" ADD CONSTRAINT "Initials_draftId_fkey" FOREIGN KEY ("draftId") REFERENCES "Draft"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Initials" ADD CONSTRAINT "Initials_initialedById_fkey" FOREIGN KEY ("initialedById") REFERENCES "Account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Initials" ADD CONSTRAINT "Initials_withdraws_fkey" FOREIGN KEY ("withdraws") REFERENCES "Initials"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "HandOver" ADD CONSTRAINT "HandOver_reportId_fkey" FOREIGN KEY ("reportId") REFERENCES "Report"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "HandOver" ADD CONSTRAINT "HandOver_fromId_fkey" FOREIGN KEY ("fromId") REFERENCES "Account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "HandOver" ADD CONSTRAINT "HandOver_toId_fkey" FOREIGN KEY ("toId") REFERENCES "Account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "HandOver" ADD CONSTRAINT "HandOver_wordsId_fkey" FOREIGN KEY ("wordsId") REFERENCES "SealedText"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Notice" ADD CONSTRAINT "Notice_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Notice" ADD CONSTRAINT "Notice_reportId_fkey" FOREIGN KEY ("reportId") REFERENCES "Report"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Notice" ADD CONSTRAINT "Notice_claimId_fkey" FOREIGN KEY ("claimId") REFERENCES "Claim"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Notice" ADD CONSTRAINT "Notice_causedById_fkey" FOREIGN KEY ("causedById") REFERENCES "Account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Presence" ADD CONSTRAINT "Presence_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Presence" ADD CONSTRAINT "Presence_claimId_fkey" FOREIGN KEY ("claimId") REFERENCES "Claim"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Comment" ADD CONSTRAINT "Comment_reportId_fkey" FOREIGN KEY ("reportId") REFERENCES "Report"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Comment" ADD CONSTRAINT "Comment_claimId_fkey" FOREIGN KEY ("claimId") REFERENCES "Claim"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Comment" ADD CONSTRAINT "Comment_bodyId_fkey" FOREIGN KEY ("bodyId") REFERENCES "SealedText"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Comment" ADD CONSTRAINT "Comment_writtenById_fkey" FOREIGN KEY ("writtenById") REFERENCES "Account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CommentReader" ADD CONSTRAINT "CommentReader_commentId_fkey" FOREIGN KEY ("commentId") REFERENCES "Comment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CommentReader" ADD CONSTRAINT "CommentReader_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CommentMention" ADD CONSTRAINT "CommentMention_commentId_fkey" FOREIGN KEY ("commentId") REFERENCES "Comment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CommentMention" ADD CONSTRAINT "CommentMention_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Job" ADD CONSTRAINT "Job_createdById_fkey" FOREIGN KEY ("createdById") REFERENCES "Account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Destruction" ADD CONSTRAINT "Destruction_reportId_fkey" FOREIGN KEY ("reportId") REFERENCES "Report"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Destruction" ADD CONSTRAINT "Destruction_textId_fkey" FOREIGN KEY ("textId") REFERENCES "SealedText"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Destruction" ADD CONSTRAINT "Destruction_blobId_fkey" FOREIGN KEY ("blobId") REFERENCES "Blob"("sha256") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Destruction" ADD CONSTRAINT "Destruction_reasonId_fkey" FOREIGN KEY ("reasonId") REFERENCES "SealedText"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Destruction" ADD CONSTRAINT "Destruction_askedById_fkey" FOREIGN KEY ("askedById") REFERENCES "Account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Destruction" ADD CONSTRAINT "Destruction_answeredById_fkey" FOREIGN KEY ("answeredById") REFERENCES "Account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LegalHold" ADD CONSTRAINT "LegalHold_reportId_fkey" FOREIGN KEY ("reportId") REFERENCES "Report"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LegalHold" ADD CONSTRAINT "LegalHold_reasonId_fkey" FOREIGN KEY ("reasonId") REFERENCES "SealedText"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LegalHold" ADD CONSTRAINT "LegalHold_liftingId_fkey" FOREIGN KEY ("liftingId") REFERENCES "SealedText"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LegalHold" ADD CONSTRAINT "LegalHold_setById_fkey" FOREIGN KEY ("setById") REFERENCES "Account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LegalHold" ADD CONSTRAINT "LegalHold_liftedById_fkey" FOREIGN KEY ("liftedById") REFERENCES "Account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Waiver" ADD CONSTRAINT "Waiver_reportId_fkey" FOREIGN KEY ("reportId") REFERENCES "Report"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Waiver" ADD CONSTRAINT "Waiver_draftId_fkey" FOREIGN KEY ("draftId") REFERENCES "Draft"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Waiver" ADD CONSTRAINT "Waiver_claimId_fkey" FOREIGN KEY ("claimId") REFERENCES "Claim"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Waiver" ADD CONSTRAINT "Waiver_saidId_fkey" FOREIGN KEY ("saidId") REFERENCES "SealedText"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Waiver" ADD CONSTRAINT "Waiver_reasonId_fkey" FOREIGN KEY ("reasonId") REFERENCES "SealedText"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Waiver" ADD CONSTRAINT "Waiver_waivedById_fkey" FOREIGN KEY ("waivedById") REFERENCES "Account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Caveat" ADD CONSTRAINT "Caveat_claimId_fkey" FOREIGN KEY ("claimId") REFERENCES "Claim"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Caveat" ADD CONSTRAINT "Caveat_draftId_fkey" FOREIGN KEY ("draftId") REFERENCES "Draft"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Caveat" ADD CONSTRAINT "Caveat_wordsId_fkey" FOREIGN KEY ("wordsId") REFERENCES "SealedText"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Caveat" ADD CONSTRAINT "Caveat_setById_fkey" FOREIGN KEY ("setById") REFERENCES "Account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SignOff" ADD CONSTRAINT "SignOff_reportId_fkey" FOREIGN KEY ("reportId") REFERENCES "Report"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SignOff" ADD CONSTRAINT "SignOff_draftId_fkey" FOREIGN KEY ("draftId") REFERENCES "Draft"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SignOff" ADD CONSTRAINT "SignOff_signedById_fkey" FOREIGN KEY ("signedById") REFERENCES "Account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Publication" ADD CONSTRAINT "Publication_reportId_fkey" FOREIGN KEY ("reportId") REFERENCES "Report"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Publication" ADD CONSTRAINT "Publication_draftId_fkey" FOREIGN KEY ("draftId") REFERENCES "Draft"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Publication" ADD CONSTRAINT "Publication_auditId_fkey" FOREIGN KEY ("auditId") REFERENCES "SealedText"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Publication" ADD CONSTRAINT "Publication_publishedById_fkey" FOREIGN KEY ("publishedById") REFERENCES "Account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Publication" ADD CONSTRAINT "Publication_confirmedById_fkey" FOREIGN KEY ("confirmedById") REFERENCES "Account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Publication" ADD CONSTRAINT "Publication_withdrawnById_fkey" FOREIGN KEY ("withdrawnById") REFERENCES "Account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PublicationRequest" ADD CONSTRAINT "PublicationRequest_reportId_fkey" FOREIGN KEY ("reportId") REFERENCES "Report"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PublicationRequest" ADD CONSTRAINT "PublicationRequest_draftId_fkey" FOREIGN KEY ("draftId") REFERENCES "Draft"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PublicationRequest" ADD CONSTRAINT "PublicationRequest_reasonId_fkey" FOREIGN KEY ("reasonId") REFERENCES "SealedText"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PublicationRequest" ADD CONSTRAINT "PublicationRequest_askedById_fkey" FOREIGN KEY ("askedById") REFERENCES "Account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PublicationRequest" ADD CONSTRAINT "PublicationRequest_answeredById_fkey" FOREIGN KEY ("answeredById") REFERENCES "Account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PublicationRequest" ADD CONSTRAINT "PublicationRequest_publicationId_fkey" FOREIGN KEY ("publicationId") REFERENCES "Publication"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "WentOut" ADD CONSTRAINT "WentOut_publicationId_fkey" FOREIGN KEY ("publicationId") REFERENCES "Publication"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "WentOut" ADD CONSTRAINT "WentOut_originalId_fkey" FOREIGN KEY ("originalId") REFERENCES "Blob"("sha256") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "WentOut" ADD CONSTRAINT "WentOut_textId_fkey" FOREIGN KEY ("textId") REFERENCES "SealedText"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "WentOut" ADD CONSTRAINT "WentOut_addedById_fkey" FOREIGN KEY ("addedById") REFERENCES "Account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Correction" ADD CONSTRAINT "Correction_publicationId_fkey" FOREIGN KEY ("publicationId") REFERENCES "Publication"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Correction" ADD CONSTRAINT "Correction_claimId_fkey" FOREIGN KEY ("claimId") REFERENCES "Claim"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Correction" ADD CONSTRAINT "Correction_complaintId_fkey" FOREIGN KEY ("complaintId") REFERENCES "Complaint"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Correction" ADD CONSTRAINT "Correction_wasId_fkey" FOREIGN KEY ("wasId") REFERENCES "SealedText"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Correction" ADD CONSTRAINT "Correction_nowId_fkey" FOREIGN KEY ("nowId") REFERENCES "SealedText"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Correction" ADD CONSTRAINT "Correction_noteId_fkey" FOREIGN KEY ("noteId") REFERENCES "SealedText"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Correction" ADD CONSTRAINT "Correction_madeById_fkey" FOREIGN KEY ("madeById") REFERENCES "Account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Complaint" ADD CONSTRAINT "Complaint_reportId_fkey" FOREIGN KEY ("reportId") REFERENCES "Report"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Complaint" ADD CONSTRAINT "Complaint_publicationId_fkey" FOREIGN KEY ("publicationId") REFERENCES "Publication"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Complaint" ADD CONSTRAINT "Complaint_fromId_fkey" FOREIGN KEY ("fromId") REFERENCES "SealedText"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Complaint" ADD CONSTRAINT "Complaint_wordsId_fkey" FOREIGN KEY ("wordsId") REFERENCES "SealedText"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Complaint" ADD CONSTRAINT "Complaint_decisionId_fkey" FOREIGN KEY ("decisionId") REFERENCES "SealedText"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Complaint" ADD CONSTRAINT "Complaint_enteredById_fkey" FOREIGN KEY ("enteredById") REFERENCES "Account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Complaint" ADD CONSTRAINT "Complaint_decidedById_fkey" FOREIGN KEY ("decidedById") REFERENCES "Account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ComplaintClaim" ADD CONSTRAINT "ComplaintClaim_complaintId_fkey" FOREIGN KEY ("complaintId") REFERENCES "Complaint"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ComplaintClaim" ADD CONSTRAINT "ComplaintClaim_claimId_fkey" FOREIGN KEY ("claimId") REFERENCES "Claim"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Event" ADD CONSTRAINT "Event_payloadId_fkey" FOREIGN KEY ("payloadId") REFERENCES "SealedText"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TreeHead" ADD CONSTRAINT "TreeHead_keyId_fkey" FOREIGN KEY ("keyId") REFERENCES "SigningKey"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

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
