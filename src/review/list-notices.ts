import type { Actor } from '../accounts/account.ts'
import type { Database } from '../db/database.ts'

export interface NoticeView {
  readonly id: string
  readonly kind: string
  readonly reportId: string
  readonly reportTitle: string
  readonly claimId: string | null
  readonly claimNumber: number | null
  /** By name; null: the author, or Stet. */
  readonly by: string | null
  readonly at: Date
  readonly seenAt: Date | null
}

export interface NoticePage {
  readonly items: readonly NoticeView[]
  /** Id of the notice that the next page starts after, null at the end. */
  readonly next: string | null
}

/** Somebody's notices, newest first, a page at a time; those on reports that they may no longer read are left out. */
export async function listNotices(
  db: Database,
  account: Pick<Actor, 'id'>,
  page: { readonly limit: number; readonly after?: string | undefined; readonly unseen?: boolean },
): Promise<NoticePage> {
  const rows = await db.notice.findMany({
    where: {
      accountId: account.id,
      report: { OR: [{ closed: false }, { members: { some: { accountId: account.id } } }] },
      ...(page.unseen === true ? { seenAt: null } : {}),
    },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
    take: page.limit + 1,
    ...(page.after === undefined ? {} : { cursor: { id: page.after }, skip: 1 }),
    include: {
      report: { select: { title: true } },
      claim: { select: { number: true } },
      causedBy: { select: { name: true } },
    },
  })
  const shown = rows.slice(0, page.limit)
  return {
    items: shown.map(({ report, claim, causedBy, ...notice }) => ({
      id: notice.id,
      kind: notice.kind,
      reportId: notice.reportId,
      reportTitle: report.title,
      claimId: notice.claimId,
      claimNumber: claim?.number ?? null,
      by: causedBy?.name ?? null,
      at: notice.at,
      seenAt: notice.seenAt,
    })),
    next: rows.length > page.limit ? (shown.at(-1)?.id ?? null) : null,
  }
}
