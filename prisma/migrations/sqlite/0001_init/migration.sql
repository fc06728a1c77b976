-- CreateTable
CREATE TABLE "Account" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "legal" BOOLEAN NOT NULL DEFAULT false,
    "passwordHash" TEXT,
    "sample" BOOLEAN NOT NULL DEFAULT false,
    "noticesBy" TEXT NOT NULL DEFAULT 'page',
    "suspendedAt" DATETIME,
    "createdAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "Session" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "accountId" TEXT,
    "csrfToken" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "lastSeenAt" DATETIME NOT NULL,
    "expiresAt" DATETIME NOT NULL,
    CONSTRAINT "Session_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "ApiToken" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "accountId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "scopes" TEXT NOT NULL DEFAULT 'read rule edit manage',
    "createdAt" DATETIME NOT NULL,
    "lastUsedAt" DATETIME,
    "revokedAt" DATETIME,
    CONSTRAINT "ApiToken_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Invitation" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "accountId" TEXT NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "invitedById" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "expiresAt" DATETIME NOT NULL,
    "usedAt" DATETIME,
    "revokedAt" DATETIME,
    CONSTRAINT "Invitation_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Invitation_invitedById_fkey" FOREIGN KEY ("invitedById") REFERENCES "Account" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "SetupLink" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "tokenHash" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "expiresAt" DATETIME NOT NULL,
    "usedAt" DATETIME
);

-- CreateTable
CREATE TABLE "Setting" (
    "name" TEXT NOT NULL PRIMARY KEY,
    "value" TEXT NOT NULL
);

-- CreateTable
CREATE TABLE "SealedText" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "salt" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "body" TEXT,
    "destroyedAt" DATETIME,
    "destroyedBy" TEXT,
    "destroyedWith" TEXT,
    "destructionReason" TEXT
);

-- CreateTable
CREATE TABLE "Blob" (
    "sha256" TEXT NOT NULL PRIMARY KEY,
    "bytes" BLOB,
    "size" INTEGER NOT NULL,
    "mediaType" TEXT NOT NULL,
    "destroyedAt" DATETIME,
    "destroyedBy" TEXT,
    "destroyedWith" TEXT,
    "destructionReason" TEXT
);

-- CreateTable
CREATE TABLE "Report" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "title" TEXT NOT NULL,
    "series" TEXT,
    "authors" TEXT,
    "publisher" TEXT,
    "language" TEXT NOT NULL,
    "deadline" DATETIME,
    "closed" BOOLEAN NOT NULL DEFAULT false,
    "sample" BOOLEAN NOT NULL DEFAULT false,
    "policy" TEXT,
    "legalHold" BOOLEAN NOT NULL DEFAULT false,
    "retainUntil" DATETIME,
    "retention" TEXT,
    "nextClaim" INTEGER NOT NULL DEFAULT 1,
    "currentDraftId" TEXT,
    "importedById" TEXT,
    "createdAt" DATETIME NOT NULL,
    CONSTRAINT "Report_currentDraftId_fkey" FOREIGN KEY ("currentDraftId") REFERENCES "Draft" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Report_importedById_fkey" FOREIGN KEY ("importedById") REFERENCES "Account" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "ReportAuthor" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "reportId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "email" TEXT,
    "createdAt" DATETIME NOT NULL,
    CONSTRAINT "ReportAuthor_reportId_fkey" FOREIGN KEY ("reportId") REFERENCES "Report" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "AuthorLink" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "authorId" TEXT NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "createdById" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "deadline" DATETIME,
    "expiresAt" DATETIME NOT NULL,
    "revokedAt" DATETIME,
    "lastUsedAt" DATETIME,
    CONSTRAINT "AuthorLink_authorId_fkey" FOREIGN KEY ("authorId") REFERENCES "ReportAuthor" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "AuthorLink_createdById_fkey" FOREIGN KEY ("createdById") REFERENCES "Account" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "ReportMember" (
    "reportId" TEXT NOT NULL,
    "accountId" TEXT NOT NULL,
    "addedAt" DATETIME NOT NULL,

    PRIMARY KEY ("reportId", "accountId"),
    CONSTRAINT "ReportMember_reportId_fkey" FOREIGN KEY ("reportId") REFERENCES "Report" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "ReportMember_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Draft" (
    "id" TEXT NOT NULL PRIMARY KEY,
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
    "importedAt" DATETIME NOT NULL,
    CONSTRAINT "Draft_reportId_fkey" FOREIGN KEY ("reportId") REFERENCES "Report" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Draft_textId_fkey" FOREIGN KEY ("textId") REFERENCES "SealedText" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Draft_originalId_fkey" FOREIGN KEY ("originalId") REFERENCES "Blob" ("sha256") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Draft_importedById_fkey" FOREIGN KEY ("importedById") REFERENCES "Account" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Note" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "draftId" TEXT NOT NULL,
    "index" INTEGER NOT NULL,
    "label" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "start" INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    CONSTRAINT "Note_draftId_fkey" FOREIGN KEY ("draftId") REFERENCES "Draft" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Marker" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "draftId" TEXT NOT NULL,
    "index" INTEGER NOT NULL,
    "label" TEXT NOT NULL,
    "start" INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    "noteId" TEXT,
    CONSTRAINT "Marker_draftId_fkey" FOREIGN KEY ("draftId") REFERENCES "Draft" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Marker_noteId_fkey" FOREIGN KEY ("noteId") REFERENCES "Note" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "ReadingCorrection" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "draftId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "payload" TEXT NOT NULL,
    "withdraws" TEXT,
    "reasonId" TEXT,
    "correctedById" TEXT NOT NULL,
    "at" DATETIME NOT NULL,
    CONSTRAINT "ReadingCorrection_draftId_fkey" FOREIGN KEY ("draftId") REFERENCES "Draft" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "ReadingCorrection_reasonId_fkey" FOREIGN KEY ("reasonId") REFERENCES "SealedText" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "ReadingCorrection_correctedById_fkey" FOREIGN KEY ("correctedById") REFERENCES "Account" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "ReadingCorrection_withdraws_fkey" FOREIGN KEY ("withdraws") REFERENCES "ReadingCorrection" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "CorrectedReading" (
    "draftId" TEXT NOT NULL PRIMARY KEY,
    "revision" INTEGER NOT NULL,
    "blocks" TEXT NOT NULL,
    "sentences" TEXT NOT NULL,
    "notes" TEXT NOT NULL,
    "markers" TEXT NOT NULL,
    CONSTRAINT "CorrectedReading_draftId_fkey" FOREIGN KEY ("draftId") REFERENCES "Draft" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "ReadingConfirmation" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "draftId" TEXT NOT NULL,
    "revision" INTEGER NOT NULL,
    "confirmedById" TEXT NOT NULL,
    "at" DATETIME NOT NULL,
    CONSTRAINT "ReadingConfirmation_draftId_fkey" FOREIGN KEY ("draftId") REFERENCES "Draft" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "ReadingConfirmation_confirmedById_fkey" FOREIGN KEY ("confirmedById") REFERENCES "Account" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Classification" (
    "id" TEXT NOT NULL PRIMARY KEY,
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
    "at" DATETIME NOT NULL,
    CONSTRAINT "Classification_draftId_fkey" FOREIGN KEY ("draftId") REFERENCES "Draft" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Classification_claimId_fkey" FOREIGN KEY ("claimId") REFERENCES "Claim" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Classification_wordsId_fkey" FOREIGN KEY ("wordsId") REFERENCES "SealedText" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Classification_classifiedById_fkey" FOREIGN KEY ("classifiedById") REFERENCES "Account" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Classification_withdraws_fkey" FOREIGN KEY ("withdraws") REFERENCES "Classification" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Citation" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "noteId" TEXT NOT NULL,
    "index" INTEGER NOT NULL,
    "start" INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    "csl" TEXT NOT NULL,
    "sourceId" TEXT,
    CONSTRAINT "Citation_noteId_fkey" FOREIGN KEY ("noteId") REFERENCES "Note" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Citation_sourceId_fkey" FOREIGN KEY ("sourceId") REFERENCES "Source" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Source" (
    "id" TEXT NOT NULL PRIMARY KEY,
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
    "fallenAt" DATETIME,
    "linkState" TEXT,
    "linkCheckedAt" DATETIME,
    "reviewAfter" DATETIME,
    "originGroup" TEXT,
    "mergedIntoId" TEXT,
    "onDesk" BOOLEAN NOT NULL DEFAULT false,
    "createdAt" DATETIME NOT NULL,
    CONSTRAINT "Source_mergedIntoId_fkey" FOREIGN KEY ("mergedIntoId") REFERENCES "Source" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Source_privateLocatorId_fkey" FOREIGN KEY ("privateLocatorId") REFERENCES "SealedText" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "SourceReader" (
    "sourceId" TEXT NOT NULL,
    "accountId" TEXT NOT NULL,
    "addedAt" DATETIME NOT NULL,

    PRIMARY KEY ("sourceId", "accountId"),
    CONSTRAINT "SourceReader_sourceId_fkey" FOREIGN KEY ("sourceId") REFERENCES "Source" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "SourceReader_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "SourceJudgement" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "sourceId" TEXT NOT NULL,
    "reliability" TEXT NOT NULL,
    "reasonId" TEXT,
    "judgedById" TEXT NOT NULL,
    "at" DATETIME NOT NULL,
    CONSTRAINT "SourceJudgement_sourceId_fkey" FOREIGN KEY ("sourceId") REFERENCES "Source" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "SourceJudgement_reasonId_fkey" FOREIGN KEY ("reasonId") REFERENCES "SealedText" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "SourceJudgement_judgedById_fkey" FOREIGN KEY ("judgedById") REFERENCES "Account" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Capture" (
    "id" TEXT NOT NULL PRIMARY KEY,
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
    "seenAt" DATETIME NOT NULL,
    "capturedById" TEXT,
    CONSTRAINT "Capture_sourceId_fkey" FOREIGN KEY ("sourceId") REFERENCES "Source" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Capture_blobId_fkey" FOREIGN KEY ("blobId") REFERENCES "Blob" ("sha256") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Capture_warcId_fkey" FOREIGN KEY ("warcId") REFERENCES "Blob" ("sha256") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Capture_textId_fkey" FOREIGN KEY ("textId") REFERENCES "SealedText" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Capture_capturedById_fkey" FOREIGN KEY ("capturedById") REFERENCES "Account" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "LinkCheck" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "sourceId" TEXT NOT NULL,
    "url" TEXT NOT NULL,
    "result" TEXT NOT NULL,
    "httpStatus" INTEGER,
    "finalUrl" TEXT,
    "detail" TEXT,
    "captureId" TEXT,
    "askedById" TEXT,
    "at" DATETIME NOT NULL,
    CONSTRAINT "LinkCheck_sourceId_fkey" FOREIGN KEY ("sourceId") REFERENCES "Source" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "LinkCheck_captureId_fkey" FOREIGN KEY ("captureId") REFERENCES "Capture" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "LinkCheck_askedById_fkey" FOREIGN KEY ("askedById") REFERENCES "Account" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "SourceFall" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "sourceId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "reasonId" TEXT NOT NULL,
    "from" TEXT,
    "to" TEXT,
    "withdraws" TEXT,
    "madeById" TEXT NOT NULL,
    "at" DATETIME NOT NULL,
    CONSTRAINT "SourceFall_sourceId_fkey" FOREIGN KEY ("sourceId") REFERENCES "Source" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "SourceFall_reasonId_fkey" FOREIGN KEY ("reasonId") REFERENCES "SealedText" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "SourceFall_madeById_fkey" FOREIGN KEY ("madeById") REFERENCES "Account" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "SourceFall_withdraws_fkey" FOREIGN KEY ("withdraws") REFERENCES "SourceFall" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Recheck" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "claimId" TEXT NOT NULL,
    "because" TEXT NOT NULL,
    "sourceId" TEXT,
    "fallId" TEXT,
    "linkCheckId" TEXT,
    "wordsId" TEXT,
    "askedById" TEXT,
    "at" DATETIME NOT NULL,
    "closedById" TEXT,
    "closedAt" DATETIME,
    CONSTRAINT "Recheck_claimId_fkey" FOREIGN KEY ("claimId") REFERENCES "Claim" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Recheck_sourceId_fkey" FOREIGN KEY ("sourceId") REFERENCES "Source" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Recheck_fallId_fkey" FOREIGN KEY ("fallId") REFERENCES "SourceFall" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Recheck_linkCheckId_fkey" FOREIGN KEY ("linkCheckId") REFERENCES "LinkCheck" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Recheck_wordsId_fkey" FOREIGN KEY ("wordsId") REFERENCES "SealedText" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Recheck_askedById_fkey" FOREIGN KEY ("askedById") REFERENCES "Account" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Recheck_closedById_fkey" FOREIGN KEY ("closedById") REFERENCES "Account" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Claim" (
    "id" TEXT NOT NULL PRIMARY KEY,
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
    "reviewAfter" DATETIME,
    "createdAt" DATETIME NOT NULL,
    CONSTRAINT "Claim_reportId_fkey" FOREIGN KEY ("reportId") REFERENCES "Report" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Placement" (
    "id" TEXT NOT NULL PRIMARY KEY,
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
    "score" REAL NOT NULL,
    "cues" TEXT NOT NULL,
    "boosters" TEXT NOT NULL,
    "attribution" TEXT,
    "tests" TEXT NOT NULL,
    "checkworthy" REAL NOT NULL,
    CONSTRAINT "Placement_claimId_fkey" FOREIGN KEY ("claimId") REFERENCES "Claim" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Placement_draftId_fkey" FOREIGN KEY ("draftId") REFERENCES "Draft" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "PlacementNote" (
    "placementId" TEXT NOT NULL,
    "index" INTEGER NOT NULL,
    "markerId" TEXT NOT NULL,
    "noteId" TEXT,
    "start" INTEGER NOT NULL,
    "end" INTEGER NOT NULL,

    PRIMARY KEY ("placementId", "index"),
    CONSTRAINT "PlacementNote_placementId_fkey" FOREIGN KEY ("placementId") REFERENCES "Placement" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "PlacementNote_markerId_fkey" FOREIGN KEY ("markerId") REFERENCES "Marker" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "PlacementNote_noteId_fkey" FOREIGN KEY ("noteId") REFERENCES "Note" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Verdict" (
    "id" TEXT NOT NULL PRIMARY KEY,
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
    "at" DATETIME NOT NULL,
    CONSTRAINT "Verdict_claimId_fkey" FOREIGN KEY ("claimId") REFERENCES "Claim" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Verdict_placementId_fkey" FOREIGN KEY ("placementId") REFERENCES "Placement" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Verdict_checkerId_fkey" FOREIGN KEY ("checkerId") REFERENCES "Account" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Verdict_rationaleId_fkey" FOREIGN KEY ("rationaleId") REFERENCES "SealedText" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Verdict_fixId_fkey" FOREIGN KEY ("fixId") REFERENCES "Fix" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Verdict_withdraws_fkey" FOREIGN KEY ("withdraws") REFERENCES "Verdict" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "OutcomeDecision" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "claimId" TEXT NOT NULL,
    "outcome" TEXT NOT NULL,
    "reasonId" TEXT,
    "decidedById" TEXT NOT NULL,
    "at" DATETIME NOT NULL,
    "withdraws" TEXT,
    CONSTRAINT "OutcomeDecision_claimId_fkey" FOREIGN KEY ("claimId") REFERENCES "Claim" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "OutcomeDecision_reasonId_fkey" FOREIGN KEY ("reasonId") REFERENCES "SealedText" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "OutcomeDecision_decidedById_fkey" FOREIGN KEY ("decidedById") REFERENCES "Account" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "OutcomeDecision_withdraws_fkey" FOREIGN KEY ("withdraws") REFERENCES "OutcomeDecision" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "RiskDecision" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "claimId" TEXT NOT NULL,
    "risk" TEXT NOT NULL,
    "reasonId" TEXT,
    "decidedById" TEXT NOT NULL,
    "at" DATETIME NOT NULL,
    CONSTRAINT "RiskDecision_claimId_fkey" FOREIGN KEY ("claimId") REFERENCES "Claim" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "RiskDecision_reasonId_fkey" FOREIGN KEY ("reasonId") REFERENCES "SealedText" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "RiskDecision_decidedById_fkey" FOREIGN KEY ("decidedById") REFERENCES "Account" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Evidence" (
    "id" TEXT NOT NULL PRIMARY KEY,
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
    "at" DATETIME NOT NULL,
    CONSTRAINT "Evidence_claimId_fkey" FOREIGN KEY ("claimId") REFERENCES "Claim" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Evidence_citationId_fkey" FOREIGN KEY ("citationId") REFERENCES "Citation" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Evidence_sourceId_fkey" FOREIGN KEY ("sourceId") REFERENCES "Source" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Evidence_contactId_fkey" FOREIGN KEY ("contactId") REFERENCES "Contact" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Evidence_captureId_fkey" FOREIGN KEY ("captureId") REFERENCES "Capture" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Evidence_excerptId_fkey" FOREIGN KEY ("excerptId") REFERENCES "SealedText" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Evidence_translationId_fkey" FOREIGN KEY ("translationId") REFERENCES "SealedText" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Evidence_supersedesId_fkey" FOREIGN KEY ("supersedesId") REFERENCES "Evidence" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Evidence_withdraws_fkey" FOREIGN KEY ("withdraws") REFERENCES "Evidence" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Evidence_judgedById_fkey" FOREIGN KEY ("judgedById") REFERENCES "Account" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Tick" (
    "id" TEXT NOT NULL PRIMARY KEY,
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
    "at" DATETIME NOT NULL,
    CONSTRAINT "Tick_draftId_fkey" FOREIGN KEY ("draftId") REFERENCES "Draft" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Tick_claimId_fkey" FOREIGN KEY ("claimId") REFERENCES "Claim" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Tick_sourceId_fkey" FOREIGN KEY ("sourceId") REFERENCES "Source" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Tick_citationId_fkey" FOREIGN KEY ("citationId") REFERENCES "Citation" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Tick_withdraws_fkey" FOREIGN KEY ("withdraws") REFERENCES "Tick" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Tick_tickedById_fkey" FOREIGN KEY ("tickedById") REFERENCES "Account" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Fix" (
    "id" TEXT NOT NULL PRIMARY KEY,
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
    "askedAt" DATETIME NOT NULL,
    "answeredById" TEXT,
    "answeredAt" DATETIME,
    "answerId" TEXT,
    CONSTRAINT "Fix_claimId_fkey" FOREIGN KEY ("claimId") REFERENCES "Claim" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Fix_placementId_fkey" FOREIGN KEY ("placementId") REFERENCES "Placement" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Fix_authorId_fkey" FOREIGN KEY ("authorId") REFERENCES "ReportAuthor" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Fix_askedById_fkey" FOREIGN KEY ("askedById") REFERENCES "Account" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Fix_answeredById_fkey" FOREIGN KEY ("answeredById") REFERENCES "Account" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Fix_answerId_fkey" FOREIGN KEY ("answerId") REFERENCES "SealedText" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Query" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "reportId" TEXT NOT NULL,
    "claimId" TEXT NOT NULL,
    "authorId" TEXT,
    "wordsId" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "askedById" TEXT NOT NULL,
    "askedAt" DATETIME NOT NULL,
    "deadline" DATETIME,
    "answer" TEXT,
    "answerId" TEXT,
    "answeredById" TEXT,
    "answeredAt" DATETIME,
    "closedById" TEXT,
    "closedAt" DATETIME,
    CONSTRAINT "Query_reportId_fkey" FOREIGN KEY ("reportId") REFERENCES "Report" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Query_claimId_fkey" FOREIGN KEY ("claimId") REFERENCES "Claim" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Query_authorId_fkey" FOREIGN KEY ("authorId") REFERENCES "ReportAuthor" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Query_wordsId_fkey" FOREIGN KEY ("wordsId") REFERENCES "SealedText" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Query_answerId_fkey" FOREIGN KEY ("answerId") REFERENCES "SealedText" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Query_askedById_fkey" FOREIGN KEY ("askedById") REFERENCES "Account" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Query_closedById_fkey" FOREIGN KEY ("closedById") REFERENCES "Account" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Contact" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "reportId" TEXT NOT NULL,
    "sourceId" TEXT,
    "person" TEXT NOT NULL,
    "how" TEXT NOT NULL,
    "terms" TEXT NOT NULL,
    "rightOfReply" BOOLEAN NOT NULL DEFAULT false,
    "deadline" DATETIME,
    "reflectedId" TEXT,
    "putId" TEXT,
    "answer" TEXT,
    "answerId" TEXT,
    "answeredAt" DATETIME,
    "madeById" TEXT NOT NULL,
    "at" DATETIME NOT NULL,
    CONSTRAINT "Contact_reportId_fkey" FOREIGN KEY ("reportId") REFERENCES "Report" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Contact_sourceId_fkey" FOREIGN KEY ("sourceId") REFERENCES "Source" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Contact_putId_fkey" FOREIGN KEY ("putId") REFERENCES "SealedText" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Contact_answerId_fkey" FOREIGN KEY ("answerId") REFERENCES "SealedText" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Contact_madeById_fkey" FOREIGN KEY ("madeById") REFERENCES "Account" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "ContactChange" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "contactId" TEXT NOT NULL,
    "was" TEXT NOT NULL,
    "became" TEXT NOT NULL,
    "reasonId" TEXT,
    "changedById" TEXT NOT NULL,
    "at" DATETIME NOT NULL,
    CONSTRAINT "ContactChange_contactId_fkey" FOREIGN KEY ("contactId") REFERENCES "Contact" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "ContactChange_reasonId_fkey" FOREIGN KEY ("reasonId") REFERENCES "SealedText" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "ContactChange_changedById_fkey" FOREIGN KEY ("changedById") REFERENCES "Account" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "ContactAttempt" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "contactId" TEXT NOT NULL,
    "how" TEXT NOT NULL,
    "reached" BOOLEAN NOT NULL,
    "wordsId" TEXT,
    "madeById" TEXT NOT NULL,
    "at" DATETIME NOT NULL,
    CONSTRAINT "ContactAttempt_contactId_fkey" FOREIGN KEY ("contactId") REFERENCES "Contact" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "ContactAttempt_wordsId_fkey" FOREIGN KEY ("wordsId") REFERENCES "SealedText" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "ContactAttempt_madeById_fkey" FOREIGN KEY ("madeById") REFERENCES "Account" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "ContactClaim" (
    "contactId" TEXT NOT NULL,
    "claimId" TEXT NOT NULL,
    "index" INTEGER NOT NULL,
    "answer" TEXT,
    "answerId" TEXT,
    "answeredAt" DATETIME,

    PRIMARY KEY ("contactId", "claimId"),
    CONSTRAINT "ContactClaim_contactId_fkey" FOREIGN KEY ("contactId") REFERENCES "Contact" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "ContactClaim_claimId_fkey" FOREIGN KEY ("claimId") REFERENCES "Claim" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "ContactClaim_answerId_fkey" FOREIGN KEY ("answerId") REFERENCES "SealedText" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "ClaimEdit" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "draftId" TEXT NOT NULL,
    "claimId" TEXT NOT NULL,
    "seq" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "payload" TEXT NOT NULL,
    "withdraws" TEXT,
    "reasonId" TEXT,
    "editedById" TEXT NOT NULL,
    "at" DATETIME NOT NULL,
    CONSTRAINT "ClaimEdit_draftId_fkey" FOREIGN KEY ("draftId") REFERENCES "Draft" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "ClaimEdit_claimId_fkey" FOREIGN KEY ("claimId") REFERENCES "Claim" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "ClaimEdit_reasonId_fkey" FOREIGN KEY ("reasonId") REFERENCES "SealedText" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "ClaimEdit_editedById_fkey" FOREIGN KEY ("editedById") REFERENCES "Account" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "ClaimEdit_withdraws_fkey" FOREIGN KEY ("withdraws") REFERENCES "ClaimEdit" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "DifferenceDecision" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "claimId" TEXT NOT NULL,
    "verdict" TEXT NOT NULL,
    "wordingKey" TEXT NOT NULL,
    "about" TEXT NOT NULL,
    "reasonId" TEXT NOT NULL,
    "decidedById" TEXT NOT NULL,
    "at" DATETIME NOT NULL,
    CONSTRAINT "DifferenceDecision_claimId_fkey" FOREIGN KEY ("claimId") REFERENCES "Claim" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "DifferenceDecision_reasonId_fkey" FOREIGN KEY ("reasonId") REFERENCES "SealedText" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "DifferenceDecision_decidedById_fkey" FOREIGN KEY ("decidedById") REFERENCES "Account" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Objection" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "claimId" TEXT NOT NULL,
    "wordsId" TEXT NOT NULL,
    "raisedById" TEXT NOT NULL,
    "ownerId" TEXT NOT NULL,
    "at" DATETIME NOT NULL,
    "closedById" TEXT,
    "closedAt" DATETIME,
    "closingId" TEXT,
    CONSTRAINT "Objection_claimId_fkey" FOREIGN KEY ("claimId") REFERENCES "Claim" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Objection_wordsId_fkey" FOREIGN KEY ("wordsId") REFERENCES "SealedText" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Objection_closingId_fkey" FOREIGN KEY ("closingId") REFERENCES "SealedText" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Objection_raisedById_fkey" FOREIGN KEY ("raisedById") REFERENCES "Account" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Objection_ownerId_fkey" FOREIGN KEY ("ownerId") REFERENCES "Account" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Objection_closedById_fkey" FOREIGN KEY ("closedById") REFERENCES "Account" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Assignment" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "claimId" TEXT NOT NULL,
    "assigneeId" TEXT NOT NULL,
    "assignedById" TEXT NOT NULL,
    "section" TEXT,
    "deadline" DATETIME,
    "at" DATETIME NOT NULL,
    "endedAt" DATETIME,
    CONSTRAINT "Assignment_claimId_fkey" FOREIGN KEY ("claimId") REFERENCES "Claim" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Assignment_assigneeId_fkey" FOREIGN KEY ("assigneeId") REFERENCES "Account" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Assignment_assignedById_fkey" FOREIGN KEY ("assignedById") REFERENCES "Account" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Initials" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "draftId" TEXT NOT NULL,
    "start" INTEGER NOT NULL,
    "section" TEXT NOT NULL,
    "withdraws" TEXT,
    "initialedById" TEXT NOT NULL,
    "at" DATETIME NOT NULL,
    CONSTRAINT "Initials_draftId_fkey" FOREIGN KEY ("draftId") REFERENCES "Draft" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Initials_initialedById_fkey" FOREIGN KEY ("initialedById") REFERENCES "Account" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Initials_withdraws_fkey" FOREIGN KEY ("withdraws") REFERENCES "Initials" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "HandOver" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "reportId" TEXT NOT NULL,
    "fromId" TEXT NOT NULL,
    "toId" TEXT,
    "wordsId" TEXT NOT NULL,
    "at" DATETIME NOT NULL,
    CONSTRAINT "HandOver_reportId_fkey" FOREIGN KEY ("reportId") REFERENCES "Report" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "HandOver_fromId_fkey" FOREIGN KEY ("fromId") REFERENCES "Account" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "HandOver_toId_fkey" FOREIGN KEY ("toId") REFERENCES "Account" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "HandOver_wordsId_fkey" FOREIGN KEY ("wordsId") REFERENCES "SealedText" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Notice" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "accountId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "reportId" TEXT NOT NULL,
    "claimId" TEXT,
    "causedById" TEXT,
    "at" DATETIME NOT NULL,
    "seenAt" DATETIME,
    "mailedAt" DATETIME,
    CONSTRAINT "Notice_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Notice_reportId_fkey" FOREIGN KEY ("reportId") REFERENCES "Report" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Notice_claimId_fkey" FOREIGN KEY ("claimId") REFERENCES "Claim" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Notice_causedById_fkey" FOREIGN KEY ("causedById") REFERENCES "Account" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Presence" (
    "accountId" TEXT NOT NULL,
    "claimId" TEXT NOT NULL,
    "seenAt" DATETIME NOT NULL,

    PRIMARY KEY ("accountId", "claimId"),
    CONSTRAINT "Presence_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "Presence_claimId_fkey" FOREIGN KEY ("claimId") REFERENCES "Claim" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Comment" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "reportId" TEXT NOT NULL,
    "claimId" TEXT,
    "bodyId" TEXT NOT NULL,
    "privileged" BOOLEAN NOT NULL DEFAULT false,
    "writtenById" TEXT,
    "at" DATETIME NOT NULL,
    "withdrawnAt" DATETIME,
    CONSTRAINT "Comment_reportId_fkey" FOREIGN KEY ("reportId") REFERENCES "Report" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Comment_claimId_fkey" FOREIGN KEY ("claimId") REFERENCES "Claim" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Comment_bodyId_fkey" FOREIGN KEY ("bodyId") REFERENCES "SealedText" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Comment_writtenById_fkey" FOREIGN KEY ("writtenById") REFERENCES "Account" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "CommentReader" (
    "commentId" TEXT NOT NULL,
    "accountId" TEXT NOT NULL,

    PRIMARY KEY ("commentId", "accountId"),
    CONSTRAINT "CommentReader_commentId_fkey" FOREIGN KEY ("commentId") REFERENCES "Comment" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "CommentReader_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "CommentMention" (
    "commentId" TEXT NOT NULL,
    "accountId" TEXT NOT NULL,

    PRIMARY KEY ("commentId", "accountId"),
    CONSTRAINT "CommentMention_commentId_fkey" FOREIGN KEY ("commentId") REFERENCES "Comment" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "CommentMention_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Job" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "kind" TEXT NOT NULL,
    "key" TEXT,
    "payload" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "runAfter" DATETIME NOT NULL,
    "takenBy" TEXT,
    "takenUntil" DATETIME,
    "error" TEXT,
    "createdById" TEXT,
    "createdAt" DATETIME NOT NULL,
    "endedAt" DATETIME,
    CONSTRAINT "Job_createdById_fkey" FOREIGN KEY ("createdById") REFERENCES "Account" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Destruction" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "reportId" TEXT,
    "what" TEXT NOT NULL,
    "textId" TEXT,
    "blobId" TEXT,
    "ground" TEXT NOT NULL,
    "reasonId" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "askedById" TEXT NOT NULL,
    "askedAt" DATETIME NOT NULL,
    "answeredById" TEXT,
    "answeredAt" DATETIME,
    CONSTRAINT "Destruction_reportId_fkey" FOREIGN KEY ("reportId") REFERENCES "Report" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Destruction_textId_fkey" FOREIGN KEY ("textId") REFERENCES "SealedText" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Destruction_blobId_fkey" FOREIGN KEY ("blobId") REFERENCES "Blob" ("sha256") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Destruction_reasonId_fkey" FOREIGN KEY ("reasonId") REFERENCES "SealedText" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Destruction_askedById_fkey" FOREIGN KEY ("askedById") REFERENCES "Account" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Destruction_answeredById_fkey" FOREIGN KEY ("answeredById") REFERENCES "Account" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "LegalHold" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "reportId" TEXT NOT NULL,
    "reasonId" TEXT NOT NULL,
    "setById" TEXT NOT NULL,
    "setAt" DATETIME NOT NULL,
    "liftedById" TEXT,
    "liftedAt" DATETIME,
    "liftingId" TEXT,
    CONSTRAINT "LegalHold_reportId_fkey" FOREIGN KEY ("reportId") REFERENCES "Report" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "LegalHold_reasonId_fkey" FOREIGN KEY ("reasonId") REFERENCES "SealedText" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "LegalHold_liftingId_fkey" FOREIGN KEY ("liftingId") REFERENCES "SealedText" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "LegalHold_setById_fkey" FOREIGN KEY ("setById") REFERENCES "Account" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "LegalHold_liftedById_fkey" FOREIGN KEY ("liftedById") REFERENCES "Account" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Waiver" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "reportId" TEXT NOT NULL,
    "draftId" TEXT NOT NULL,
    "claimId" TEXT,
    "rule" TEXT NOT NULL,
    "fingerprint" TEXT NOT NULL,
    "saidId" TEXT,
    "reasonId" TEXT,
    "waivedById" TEXT NOT NULL,
    "at" DATETIME NOT NULL,
    "withdraws" TEXT,
    CONSTRAINT "Waiver_reportId_fkey" FOREIGN KEY ("reportId") REFERENCES "Report" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Waiver_draftId_fkey" FOREIGN KEY ("draftId") REFERENCES "Draft" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Waiver_claimId_fkey" FOREIGN KEY ("claimId") REFERENCES "Claim" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Waiver_saidId_fkey" FOREIGN KEY ("saidId") REFERENCES "SealedText" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Waiver_reasonId_fkey" FOREIGN KEY ("reasonId") REFERENCES "SealedText" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Waiver_waivedById_fkey" FOREIGN KEY ("waivedById") REFERENCES "Account" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Caveat" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "claimId" TEXT NOT NULL,
    "draftId" TEXT NOT NULL,
    "wordsId" TEXT,
    "setById" TEXT NOT NULL,
    "at" DATETIME NOT NULL,
    "withdraws" TEXT,
    CONSTRAINT "Caveat_claimId_fkey" FOREIGN KEY ("claimId") REFERENCES "Claim" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Caveat_draftId_fkey" FOREIGN KEY ("draftId") REFERENCES "Draft" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Caveat_wordsId_fkey" FOREIGN KEY ("wordsId") REFERENCES "SealedText" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Caveat_setById_fkey" FOREIGN KEY ("setById") REFERENCES "Account" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "SignOff" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "reportId" TEXT NOT NULL,
    "draftId" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "seq" INTEGER NOT NULL,
    "signedById" TEXT NOT NULL,
    "at" DATETIME NOT NULL,
    "withdraws" TEXT,
    CONSTRAINT "SignOff_reportId_fkey" FOREIGN KEY ("reportId") REFERENCES "Report" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "SignOff_draftId_fkey" FOREIGN KEY ("draftId") REFERENCES "Draft" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "SignOff_signedById_fkey" FOREIGN KEY ("signedById") REFERENCES "Account" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Publication" (
    "id" TEXT NOT NULL PRIMARY KEY,
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
    "publishedAt" DATETIME NOT NULL,
    "publicPage" BOOLEAN NOT NULL DEFAULT false,
    "withdrawnAt" DATETIME,
    "withdrawnById" TEXT,
    "withdrawalReason" TEXT,
    CONSTRAINT "Publication_reportId_fkey" FOREIGN KEY ("reportId") REFERENCES "Report" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Publication_draftId_fkey" FOREIGN KEY ("draftId") REFERENCES "Draft" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Publication_auditId_fkey" FOREIGN KEY ("auditId") REFERENCES "SealedText" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Publication_publishedById_fkey" FOREIGN KEY ("publishedById") REFERENCES "Account" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Publication_confirmedById_fkey" FOREIGN KEY ("confirmedById") REFERENCES "Account" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Publication_withdrawnById_fkey" FOREIGN KEY ("withdrawnById") REFERENCES "Account" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "PublicationRequest" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "reportId" TEXT NOT NULL,
    "draftId" TEXT NOT NULL,
    "openPoints" INTEGER NOT NULL,
    "findings" TEXT NOT NULL,
    "reasonId" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "askedById" TEXT NOT NULL,
    "askedAt" DATETIME NOT NULL,
    "answeredById" TEXT,
    "answeredAt" DATETIME,
    "publicationId" TEXT,
    CONSTRAINT "PublicationRequest_reportId_fkey" FOREIGN KEY ("reportId") REFERENCES "Report" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "PublicationRequest_draftId_fkey" FOREIGN KEY ("draftId") REFERENCES "Draft" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "PublicationRequest_reasonId_fkey" FOREIGN KEY ("reasonId") REFERENCES "SealedText" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "PublicationRequest_askedById_fkey" FOREIGN KEY ("askedById") REFERENCES "Account" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "PublicationRequest_answeredById_fkey" FOREIGN KEY ("answeredById") REFERENCES "Account" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "PublicationRequest_publicationId_fkey" FOREIGN KEY ("publicationId") REFERENCES "Publication" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "WentOut" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "publicationId" TEXT NOT NULL,
    "originalId" TEXT NOT NULL,
    "textId" TEXT NOT NULL,
    "reading" TEXT NOT NULL,
    "sourceName" TEXT NOT NULL,
    "sourceType" TEXT NOT NULL,
    "differences" INTEGER NOT NULL,
    "addedById" TEXT NOT NULL,
    "at" DATETIME NOT NULL,
    CONSTRAINT "WentOut_publicationId_fkey" FOREIGN KEY ("publicationId") REFERENCES "Publication" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "WentOut_originalId_fkey" FOREIGN KEY ("originalId") REFERENCES "Blob" ("sha256") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "WentOut_textId_fkey" FOREIGN KEY ("textId") REFERENCES "SealedText" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "WentOut_addedById_fkey" FOREIGN KEY ("addedById") REFERENCES "Account" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Correction" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "publicationId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "claimId" TEXT,
    "complaintId" TEXT,
    "wasId" TEXT,
    "nowId" TEXT,
    "noteId" TEXT NOT NULL,
    "madeById" TEXT NOT NULL,
    "at" DATETIME NOT NULL,
    CONSTRAINT "Correction_publicationId_fkey" FOREIGN KEY ("publicationId") REFERENCES "Publication" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Correction_claimId_fkey" FOREIGN KEY ("claimId") REFERENCES "Claim" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Correction_complaintId_fkey" FOREIGN KEY ("complaintId") REFERENCES "Complaint" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Correction_wasId_fkey" FOREIGN KEY ("wasId") REFERENCES "SealedText" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Correction_nowId_fkey" FOREIGN KEY ("nowId") REFERENCES "SealedText" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Correction_noteId_fkey" FOREIGN KEY ("noteId") REFERENCES "SealedText" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Correction_madeById_fkey" FOREIGN KEY ("madeById") REFERENCES "Account" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Complaint" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "reportId" TEXT NOT NULL,
    "publicationId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "fromId" TEXT NOT NULL,
    "wordsId" TEXT NOT NULL,
    "way" TEXT NOT NULL,
    "receivedAt" DATETIME NOT NULL,
    "replyDue" DATETIME,
    "state" TEXT NOT NULL,
    "decisionId" TEXT,
    "enteredById" TEXT NOT NULL,
    "enteredAt" DATETIME NOT NULL,
    "decidedById" TEXT,
    "decidedAt" DATETIME,
    CONSTRAINT "Complaint_reportId_fkey" FOREIGN KEY ("reportId") REFERENCES "Report" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Complaint_publicationId_fkey" FOREIGN KEY ("publicationId") REFERENCES "Publication" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Complaint_fromId_fkey" FOREIGN KEY ("fromId") REFERENCES "SealedText" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Complaint_wordsId_fkey" FOREIGN KEY ("wordsId") REFERENCES "SealedText" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Complaint_decisionId_fkey" FOREIGN KEY ("decisionId") REFERENCES "SealedText" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Complaint_enteredById_fkey" FOREIGN KEY ("enteredById") REFERENCES "Account" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Complaint_decidedById_fkey" FOREIGN KEY ("decidedById") REFERENCES "Account" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "ComplaintClaim" (
    "complaintId" TEXT NOT NULL,
    "claimId" TEXT NOT NULL,

    PRIMARY KEY ("complaintId", "claimId"),
    CONSTRAINT "ComplaintClaim_complaintId_fkey" FOREIGN KEY ("complaintId") REFERENCES "Complaint" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "ComplaintClaim_claimId_fkey" FOREIGN KEY ("claimId") REFERENCES "Claim" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Chain" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "seq" INTEGER NOT NULL,
    "hash" TEXT NOT NULL
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

    PRIMARY KEY ("chain", "seq"),
    CONSTRAINT "Event_payloadId_fkey" FOREIGN KEY ("payloadId") REFERENCES "SealedText" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "TreeNode" (
    "level" INTEGER NOT NULL,
    "position" INTEGER NOT NULL,
    "hash" TEXT NOT NULL,

    PRIMARY KEY ("level", "position")
);

-- CreateTable
CREATE TABLE "TreeHead" (
    "size" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "root" TEXT NOT NULL,
    "keyId" TEXT NOT NULL,
    "signature" TEXT NOT NULL,
    "at" DATETIME NOT NULL,
    CONSTRAINT "TreeHead_keyId_fkey" FOREIGN KEY ("keyId") REFERENCES "SigningKey" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "SigningKey" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "publicKey" TEXT NOT NULL,
    "privateKey" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL
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
