import { Invalid } from '../errors.ts'
import type { ReturnedFile, ReturnedKind } from '../imports/returned-file.ts'
import { withDatabase } from './with-database.ts'

export interface TakeIn {
  readonly file: ReturnedFile
  readonly kind: ReturnedKind
  readonly reportId: string | undefined
  /** Who takes it in: comments and risks are somebody's. */
  readonly email: string | undefined
  readonly dryRun: boolean
  readonly leaveOutStale: boolean
  readonly format: 'text' | 'json'
}

/** `stet import FILE --report ID --as KIND --by EMAIL`: takes in what came back, or tells what would come of it. */
export async function takeIn({
  file,
  kind,
  reportId,
  email,
  dryRun,
  leaveOutStale,
  format,
}: TakeIn): Promise<void> {
  if (reportId === undefined) throw new Invalid('Say which report it belongs to: --report ID.')
  if (email === undefined) throw new Invalid('Say who takes it in: --by EMAIL, of an account of the desk.')
  const plan = await withDatabase(async (db) => {
    const { accountByEmail } = await import('../accounts/load-account.ts')
    const request = { reportId, file, by: await accountByEmail(db, email), at: new Date() }
    if (kind === 'annotations') {
      const { previewAnnotations, takeInAnnotations } = await import('../imports/take-in-annotations.ts')
      return dryRun ? (await previewAnnotations(db, request)).plan : takeInAnnotations(db, request)
    }
    const { previewClaimsTable, takeInClaimsTable } = await import('../imports/take-in-claims-table.ts')
    return dryRun
      ? (await previewClaimsTable(db, request)).plan
      : takeInClaimsTable(db, { ...request, leaveOutStale })
  })
  if (format === 'json') console.log(JSON.stringify(plan))
  else console.log([...saidOf(plan), ...(dryRun ? ['Nothing was written.'] : [])].join('\n'))
}

type Plan =
  | Awaited<ReturnType<(typeof import('../imports/take-in-annotations.ts'))['takeInAnnotations']>>
  | Awaited<ReturnType<(typeof import('../imports/take-in-claims-table.ts'))['takeInClaimsTable']>>

function saidOf(plan: Plan): readonly string[] {
  if ('comments' in plan)
    return [
      `${plan.comments.length} comments, ${plan.notPlaced.length} annotations without a certain place, ${plan.known} known, ${plan.empty} with nothing to say.`,
      ...plan.notPlaced.map(({ index, quote, why }) => `  annotation ${index} “${quote}”: ${why}`),
    ]
  return [
    `${plan.changes.length} claims changed, ${plan.unchanged} lines unchanged.`,
    ...[...plan.refused, ...plan.stale].map(
      ({ line, number, why }) => `  line ${line}, claim ${number}: ${why}`,
    ),
  ]
}
