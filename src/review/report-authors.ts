import { emailProblem, nameProblem, normaliseEmail } from '../accounts/new-account.ts'
import type { Actor } from '../accounts/account.ts'
import { assertMayOnReport } from '../claims/load-claim.ts'
import type { Database, Transaction } from '../db/database.ts'
import { insertRows } from '../db/insert-rows.ts'
import { inTransaction } from '../db/in-transaction.ts'
import { newId } from '../db/new-id.ts'
import { Conflict, Invalid, NotFound } from '../errors.ts'
import { appendEvent, takeChain } from '../history/append-event.ts'

/** Who wrote a report, as far as fixes and queries are put to them. No account: they answer by a link. */
export interface AuthorNamed {
  readonly name: string
  /** '' or absent: they are reached in some other way. */
  readonly email?: string | undefined
}

export interface NewReportAuthor extends AuthorNamed {
  readonly reportId: string
  readonly by: Actor
  readonly at: Date
}

/**
 * Names an author of a report.
 * @throws NotFound no such report · NotAllowed for this role · Invalid name or e-mail · Conflict the report has an author of that name
 */
export async function addReportAuthor(
  db: Database,
  input: NewReportAuthor,
): Promise<{ readonly id: string }> {
  const { name, email } = checked(input)
  return inTransaction(db, async (tx) => {
    const { reportId, by, at } = input
    await reportAtWork(tx, reportId, by)
    await assertOnlyOne(tx, reportId, name, null)
    const head = await takeChain(tx, reportId)
    const id = newId()
    await insertRows(tx, 'ReportAuthor', [{ id, reportId, name, email, createdAt: at }])
    const payload = { authorId: id, name }
    await appendEvent(tx, head, { kind: 'author.added', actor: by.id, at, payload })
    return { id }
  })
}

export interface AuthorChange extends AuthorNamed {
  readonly authorId: string
  readonly by: Actor
  readonly at: Date
}

/**
 * Changes how an author is named or reached.
 * @throws as `addReportAuthor`; NotFound no such author
 */
export async function changeReportAuthor(
  db: Database,
  input: AuthorChange,
): Promise<{ readonly reportId: string }> {
  const { name, email } = checked(input)
  return inTransaction(db, async (tx) => {
    const { authorId, by, at } = input
    const author = await authorAtWork(tx, authorId, by)
    const { reportId } = author
    if (author.name === name && author.email === email) return { reportId }
    await assertOnlyOne(tx, reportId, name, authorId)
    const head = await takeChain(tx, reportId)
    await tx.reportAuthor.update({ where: { id: authorId }, data: { name, email } })
    const payload = { authorId, name, from: author.name }
    await appendEvent(tx, head, { kind: 'author.changed', actor: by.id, at, payload })
    return { reportId }
  })
}

/** @throws NotFound no such author · NotAllowed their report is not this person's to manage */
export async function authorAtWork(
  tx: Transaction,
  authorId: string,
  by: Actor,
): Promise<{
  readonly id: string
  readonly name: string
  readonly email: string | null
  readonly reportId: string
}> {
  const author = await tx.reportAuthor.findUnique({ where: { id: authorId } })
  if (author === null) throw new NotFound('There is no such author.')
  await reportAtWork(tx, author.reportId, by)
  return author
}

async function reportAtWork(tx: Transaction, id: string, by: Actor): Promise<void> {
  const report = await tx.report.findUnique({
    where: { id },
    select: { id: true, closed: true, sample: true },
  })
  if (report === null) throw new NotFound('There is no such report.')
  await assertMayOnReport(tx, by, 'manage authors', report)
}

async function assertOnlyOne(
  tx: Transaction,
  reportId: string,
  name: string,
  except: string | null,
): Promise<void> {
  const same = await tx.reportAuthor.findUnique({ where: { reportId_name: { reportId, name } } })
  if (same !== null && same.id !== except)
    throw new Conflict(`This report has an author named ${name} already: tell them apart by their names.`)
}

function checked({ name, email = '' }: AuthorNamed): {
  readonly name: string
  readonly email: string | null
} {
  const address = email.trim() === '' ? null : normaliseEmail(email)
  const [problem] = [...nameProblem(name), ...(address === null ? [] : emailProblem(address))]
  if (problem !== undefined) throw new Invalid(problem.text)
  return { name: name.trim(), email: address }
}
