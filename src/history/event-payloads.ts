import type { AccountEvents } from './kinds/accounts.ts'
import type { AfterPublicationEvents } from './kinds/after-publication.ts'
import type { CaptureEvents } from './kinds/captures.ts'
import type { ClaimEditEvents } from './kinds/claim-edits.ts'
import type { ClassificationEvents } from './kinds/classifications.ts'
import type { ContactEvents } from './kinds/contacts.ts'
import type { DraftEvents } from './kinds/drafts.ts'
import type { EvidenceEvents } from './kinds/evidence.ts'
import type { ForgettingEvents } from './kinds/forgetting.ts'
import type { FixEvents } from './kinds/fixes.ts'
import type { ImportEvents } from './kinds/imports.ts'
import type { QueryEvents } from './kinds/queries.ts'
import type { MemberEvents } from './kinds/members.ts'
import type { PublicationEvents } from './kinds/publications.ts'
import type { ReadingEvents } from './kinds/readings.ts'
import type { RecheckEvents } from './kinds/rechecks.ts'
import type { ReportEvents } from './kinds/reports.ts'
import type { RulingEvents } from './kinds/rulings.ts'
import type { SecondCheckEvents } from './kinds/second-checks.ts'
import type { SourceEvents } from './kinds/sources.ts'
import type { TickEvents } from './kinds/ticks.ts'
import type { TogetherEvents } from './kinds/together.ts'

/** What each kind of event says. Texts that may have to be destroyed apart from the event are named by their salted hash. */
export interface EventPayloads
  extends
    AccountEvents,
    AfterPublicationEvents,
    CaptureEvents,
    ClaimEditEvents,
    ClassificationEvents,
    ContactEvents,
    DraftEvents,
    EvidenceEvents,
    FixEvents,
    ForgettingEvents,
    ImportEvents,
    QueryEvents,
    MemberEvents,
    PublicationEvents,
    ReadingEvents,
    RecheckEvents,
    ReportEvents,
    RulingEvents,
    SecondCheckEvents,
    SourceEvents,
    TickEvents,
    TogetherEvents {}

export type EventKind = keyof EventPayloads
