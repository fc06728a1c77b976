import type { Actor } from '../../src/accounts/account.ts'
import type { ReportObject } from '../../src/accounts/report-objects.ts'
import type { Database } from '../../src/db/database.ts'
import { importReport } from '../../src/drafts/import-report.ts'
import { seal } from '../../src/history/sealed-text.ts'
import { published } from './published.ts'
import { morning } from './reports.ts'

/** What stands in a closed walked report and nowhere else, whatever a page shows of it. */
export const CLOSED_WORD = 'quagmire'

const textOn = (word: string): string => `# The ${word} inquiry

The ${word} ferry sank on 4 June 2019 off the northern pier.[^q] Its captain said that the ${word} lamps were out.

[^q]: ${word} Courier, "Lamps out", 5 June 2019, https://${word}-courier.example/lamps
`

/** A report with one of everything that can belong to a report; the id of each. */
export type WalkedReport = Readonly<Record<ReportObject, string>>

/**
 * A report of one editor's, closed unless told, with every kind of object in it. What people did on it concerns `stranger` as far
 * as a report may: they are mentioned, assigned, told, owe an answer.
 */
export async function walkedReport(
  db: Database,
  { editor, stranger, closed = true }: { editor: Actor; stranger: Actor; closed?: boolean },
): Promise<WalkedReport> {
  const word = closed ? CLOSED_WORD : 'causeway'
  const file = { bytes: Buffer.from(textOn(word)), name: `${word}.md` }
  const { id: reportId } = await importReport(db, { ...file, closed, importedBy: editor, at: morning(1) })
  const draft = await db.draft.findFirstOrThrow({ where: { reportId }, select: { id: true } })
  const claim = await db.claim.findFirstOrThrow({ where: { reportId, number: 1 }, select: { id: true } })
  const at = { at: morning(2) }
  const on = { reportId, claimId: claim.id, draftId: draft.id }
  const ids = { report: reportId, claim: claim.id, draft: draft.id }
  const words = async (): Promise<string> => {
    const text = seal(`Words on the ${word}.`)
    await db.sealedText.create({ data: text })
    return text.id
  }
  const id = (object: ReportObject): string => `${object}-of-${reportId}`
  await authors(db, { ...on, id, by: editor, words })
  await contacts(db, { ...on, id, by: editor })
  await readings(db, { ...on, id, by: editor })
  await together(db, { ...on, id, by: editor, stranger, words })
  const request = {
    reportId,
    what: 'comment',
    ground: 'court order',
    reasonId: await words(),
    state: 'asked',
  }
  const asked = { askedById: editor.id, askedAt: morning(2) }
  await db.destruction.create({ data: { id: id('destruction'), ...request, ...asked } })
  const judged = { claimId: claim.id, judgement: 'supports', judgedById: editor.id, ...at }
  await db.evidence.create({ data: { id: id('evidence'), ...judged } })
  const publication = await published(db, { reportId, by: editor, at: morning(3) })
  await afterPublication(db, { ...on, id, by: editor, words, publicationId: publication.id })
  await gate(db, { ...on, id, by: editor, words })
  const made = [
    'author',
    'authorLink',
    'query',
    'fix',
    'contact',
    'attempt',
    'correction',
    'classification',
    'claimEdit',
    'tick',
    'comment',
    'destruction',
    'handOver',
    'assignment',
    'initials',
    'objection',
    'evidence',
    'complaint',
    'wentOut',
    'waiver',
    'caveat',
    'signOff',
    'publicationRequest',
  ] as const
  const others = Object.fromEntries(made.map((object) => [object, id(object)]))
  return { ...others, ...ids, publication: publication.id } as WalkedReport
}

interface On {
  readonly reportId: string
  readonly claimId: string
  readonly draftId: string
  readonly by: Actor
  readonly id: (object: ReportObject) => string
}

type WithWords = On & { readonly words: () => Promise<string> }

async function authors(db: Database, { reportId, claimId, by, id, words }: WithWords): Promise<void> {
  const at = morning(2)
  const placement = await db.placement.findFirstOrThrow({ where: { claimId } })
  await db.reportAuthor.create({
    data: { id: id('author'), reportId, name: 'Quill', createdAt: at },
  })
  const link = { tokenHash: id('authorLink'), createdById: by.id, createdAt: at, expiresAt: morning(50) }
  await db.authorLink.create({ data: { id: id('authorLink'), authorId: id('author'), ...link } })
  const asked = { claimId, authorId: id('author'), askedById: by.id, askedAt: at }
  await db.query.create({
    data: { id: id('query'), reportId, wordsId: await words(), state: 'open', ...asked },
  })
  const change = {
    start: placement.start ?? 0,
    end: (placement.start ?? 0) + 3,
    original: 'The',
    proposed: 'A',
  }
  const wording = { placementId: placement.id, wordingKey: 'key', state: 'asked' }
  await db.fix.create({ data: { id: id('fix'), ...change, ...wording, ...asked } })
}

async function contacts(db: Database, { reportId, claimId, by, id }: On): Promise<void> {
  const made = { madeById: by.id, at: morning(2) }
  const how = { person: 'The pilot', how: 'phone', terms: 'on the record' }
  await db.contact.create({ data: { id: id('contact'), reportId, ...how, ...made } })
  await db.contactClaim.create({ data: { contactId: id('contact'), claimId, index: 0 } })
  const attempt = { contactId: id('contact'), how: 'phone', reached: true }
  await db.contactAttempt.create({ data: { id: id('attempt'), ...attempt, ...made } })
}

async function readings(db: Database, { draftId, claimId, by, id }: On): Promise<void> {
  const at = morning(2)
  const dropped = {
    number: 1,
    kind: 'linked',
    payload: JSON.stringify({ kind: 'linked', marker: 0, note: 0 }),
  }
  await db.readingCorrection.create({
    data: { id: id('correction'), draftId, ...dropped, correctedById: by.id, at },
  })
  const kind = { seq: 2, start: 0, end: 3, kind: 'not checkable', because: 'opinion' }
  await db.classification.create({
    data: { id: id('classification'), draftId, ...kind, classifiedById: by.id, at },
  })
  const edit = {
    draftId,
    claimId,
    seq: 3,
    kind: 'grouped',
    payload: JSON.stringify({ kind: 'grouped', from: null, to: 'ferries' }),
  }
  await db.claimEdit.create({ data: { id: id('claimEdit'), ...edit, editedById: by.id, at } })
  const tick = { draftId, claimId, start: 30, end: 38, kind: 'name', quote: 'ferry' }
  await db.tick.create({ data: { id: id('tick'), ...tick, tickedById: by.id, at } })
}

async function together(
  db: Database,
  { reportId, claimId, draftId, by, stranger, id, words }: WithWords & { stranger: Actor },
): Promise<void> {
  const at = morning(2)
  const comment = { reportId, claimId, bodyId: await words(), writtenById: by.id, at }
  await db.comment.create({ data: { id: id('comment'), ...comment } })
  await db.commentMention.create({ data: { commentId: id('comment'), accountId: stranger.id } })
  await db.notice.create({
    data: {
      id: `notice-of-${reportId}`,
      accountId: stranger.id,
      kind: 'mentioned',
      reportId,
      claimId,
      causedById: by.id,
      at,
    },
  })
  const given = { reportId, fromId: by.id, toId: stranger.id, wordsId: await words(), at }
  await db.handOver.create({ data: { id: id('handOver'), ...given } })
  const task = { claimId, assigneeId: stranger.id, assignedById: by.id, at }
  await db.assignment.create({ data: { id: id('assignment'), ...task } })
  const section = { draftId, start: 0, section: 'The inquiry', initialedById: by.id, at }
  await db.initials.create({ data: { id: id('initials'), ...section } })
  const objection = { claimId, wordsId: await words(), raisedById: stranger.id, ownerId: stranger.id, at }
  await db.objection.create({ data: { id: id('objection'), ...objection } })
}

async function afterPublication(
  db: Database,
  { reportId, claimId, draftId, by, id, words, publicationId }: WithWords & { publicationId: string },
): Promise<void> {
  const at = morning(4)
  const { originalId, textId } = await db.draft.findUniqueOrThrow({ where: { id: draftId } })
  const file = { originalId, textId, reading: READ_NOTHING, sourceName: 'page.md', sourceType: 'markdown' }
  await db.wentOut.create({
    data: { id: id('wentOut'), publicationId, ...file, differences: 0, addedById: by.id, at },
  })
  const told = { fromId: await words(), wordsId: await words(), way: 'letter', receivedAt: at }
  const entered = { number: 1, state: 'open', enteredById: by.id, enteredAt: at }
  await db.complaint.create({ data: { id: id('complaint'), reportId, publicationId, ...told, ...entered } })
  await db.complaintClaim.create({ data: { complaintId: id('complaint'), claimId } })
  const correction = { publicationId, number: 1, kind: 'correction', claimId, noteId: await words() }
  await db.correction.create({
    data: { id: `public-correction-of-${reportId}`, ...correction, madeById: by.id, at },
  })
}

/** What lets a draft pass. */
async function gate(db: Database, { reportId, claimId, draftId, by, id, words }: WithWords): Promise<void> {
  const on = { draftId, at: morning(3) }
  const waiver = { reportId, rule: 'disputed', fingerprint: 'f', waivedById: by.id }
  await db.waiver.create({ data: { ...on, ...waiver, id: id('waiver') } })
  await db.caveat.create({ data: { ...on, claimId, id: id('caveat'), setById: by.id } })
  const signOff = { reportId, role: 'editor', seq: 1, signedById: by.id }
  await db.signOff.create({ data: { ...on, ...signOff, id: id('signOff') } })
  const request = { reportId, draftId, openPoints: 1, findings: 'f', reasonId: await words(), state: 'asked' }
  const asked = { askedById: by.id, askedAt: morning(3) }
  await db.publicationRequest.create({ data: { ...request, ...asked, id: id('publicationRequest') } })
}

/** What reading found in a text, where nobody looks at it. */
const READ_NOTHING = JSON.stringify({ blocks: [], sentences: [], notes: [], markers: [] })
