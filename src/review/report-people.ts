import { asAccount, type Actor } from '../accounts/account.ts'
import type { Database, Transaction } from '../db/database.ts'

/** The people who may read a report and can sign in, by name: whom one can speak to, assign to and hand over to. */
export async function reportPeople(
  db: Database | Transaction,
  report: { readonly id: string; readonly closed: boolean },
): Promise<Actor[]> {
  const rows = await db.account.findMany({
    where: {
      suspendedAt: null,
      sample: false,
      ...(report.closed ? { memberships: { some: { reportId: report.id } } } : {}),
    },
    select: { id: true, name: true, role: true, legal: true },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
  })
  return rows.map(asAccount)
}
