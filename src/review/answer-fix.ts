import type { Database, Transaction } from '../db/database.ts'
import { insertRows } from '../db/insert-rows.ts'
import { inTransaction } from '../db/in-transaction.ts'
import { Conflict, NotFound } from '../errors.ts'
import { appendEvent, takeChain } from '../history/append-event.ts'
import { seal } from '../history/sealed-text.ts'
import { type Answerer, whoAnswers } from './answerer.ts'
import { stateInWords } from './fix.ts'
import { notify } from './notify.ts'
import { answerWords } from './query.ts'

export const fixAnswers = ['accepted', 'declined'] as const
export type FixAnswer = (typeof fixAnswers)[number]

export interface NewFixAnswer {
  readonly fixId: string
  readonly by: Answerer
  readonly answer: FixAnswer
  readonly words?: string | undefined
  readonly at: Date
}

export interface AnsweredFix {
  readonly id: string
  readonly claimId: string
  readonly number: number
  readonly reportId: string
  readonly state: FixAnswer
}

/**
 * Accepts or declines a fix, by the author's link or by a checker whom the author told. The outcome stays *fix asked*: accepted
 * words are still to come into a draft, and what a declined fix leaves open is for a checker to decide.
 * @throws NotFound no such fix · NotAllowed for this role · Gone the link has ended · Conflict it was answered before, in words that say by whom ·
 * Invalid declined without words
 */
export async function answerFix(db: Database, input: NewFixAnswer): Promise<AnsweredFix> {
  const needed = input.answer === 'declined' ? 'Say why the words should stay as they are.' : null
  const words = answerWords(input.words, needed)
  return inTransaction(db, async (tx) => {
    const fix = await findFix(tx, input.fixId)
    const { claim } = fix
    const who = await whoAnswers(tx, input.by, { authorId: fix.authorId, report: claim.report }, input.at)
    if (fix.state !== 'asked') throw new Conflict(answeredBefore(fix))
    const head = await takeChain(tx, claim.report.id)
    const answer = words === '' ? null : seal(words)
    if (answer !== null) await insertRows(tx, 'SealedText', [answer])
    await tx.fix.update({
      where: { id: fix.id },
      data: {
        ...{ state: input.answer, answeredById: who.account, answeredAt: input.at },
        answerId: answer?.id ?? null,
        ...(who.author === null ? {} : { authorId: who.author.id }),
      },
    })
    await appendEvent(tx, head, {
      kind: 'fix.answered',
      actor: who.actor,
      at: input.at,
      payload: {
        ...{ claimId: claim.id, number: claim.number, version: claim.version },
        ...{ fixId: fix.id, answer: input.answer, answerHash: answer?.hash ?? null },
        author: who.author?.name ?? null,
      },
    })
    const told = { reportId: claim.report.id, claimId: claim.id, to: [fix.askedById], by: who.account }
    await notify(tx, { kind: 'fix answered', ...told, at: input.at })
    return {
      id: fix.id,
      claimId: claim.id,
      number: claim.number,
      reportId: claim.report.id,
      state: input.answer,
    }
  })
}

async function findFix(tx: Transaction, id: string) {
  const fix = await tx.fix.findUnique({
    where: { id },
    include: {
      claim: { include: { report: { select: { id: true, closed: true, sample: true } } } },
      answeredBy: { select: { name: true } },
      author: { select: { name: true } },
    },
  })
  if (fix === null) throw new NotFound('There is no such fix.')
  return fix
}

type FoundFix = Awaited<ReturnType<typeof findFix>>

/** What happened to it, and by whom where it was an answer. */
function answeredBefore({ state, answeredBy, author, answeredAt }: FoundFix): string {
  const who = answeredBy?.name ?? author?.name ?? 'The author'
  const answered = answeredAt !== null && (state === 'accepted' || state === 'declined')
  const what = answered ? `${who} ${state} this fix already` : `This fix ${stateInWords(state)}`
  return `${what}. Nothing was recorded.`
}
