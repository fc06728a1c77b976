import type { Request, RequestHandler } from 'express'
import { asCsv } from '../exports/tables/csv.ts'
import { Invalid } from '../errors.ts'
import { loadStanding, type StandingSpan } from '../publication/standing/load-standing.ts'
import type { Standing } from '../publication/standing/standing.ts'
import type { Services } from '../services.ts'
import { fieldOf, type Problem } from './forms/problems.ts'
import { currentAccount } from './middleware/current-account.ts'
import { type Days, standingPage, standingTable } from './pages/standing-page.ts'

/** GET /standing?from=&to=: what became of what was published between two days, both included; this year unless told. */
export function showStanding(services: Services): RequestHandler {
  return async (req, res) => {
    const given = { from: fieldOf(req.query, 'from'), to: fieldOf(req.query, 'to') }
    const days = daysOf(given, services.clock())
    const span = spanOf(days)
    const problems: Problem[] = span === null ? [{ text: NO_SPAN, href: '#from' }] : []
    const standing = span === null ? NOTHING : await loadStanding(services.db, currentAccount(res), span)
    res
      .status(span === null ? 422 : 200)
      .render('standing/index', { page: standingPage(standing, days), problems })
  }
}

/** GET /standing.csv?from=&to=: the same as a file. */
export function downloadStanding(services: Services): RequestHandler {
  return async (req: Request, res) => {
    const given = { from: fieldOf(req.query, 'from'), to: fieldOf(req.query, 'to') }
    const days = daysOf(given, services.clock())
    const span = spanOf(days)
    if (span === null) throw new Invalid(NO_SPAN)
    const standing = await loadStanding(services.db, currentAccount(res), span)
    res.set('Content-Disposition', `attachment; filename="standing-${days.from}-${days.to}.csv"`)
    res.type('text/csv; charset=utf-8').send(asCsv(standingTable(standing)))
  }
}

const NO_SPAN = 'Give two days that there are, the earlier one first, as 2026-01-05.'
const NO_COUNTS = { claims: 0, fixes: 0 }
const NOTHING: Standing = {
  reports: [],
  total: {
    ...NO_COUNTS,
    counts: {
      stood: 0,
      unchallenged: 0,
      'in question': 0,
      corrected: 0,
      withdrawn: 0,
      'on author': 0,
      'not checked': 0,
    },
    complaints: { open: 0, upheld: 0, partly: 0, rejected: 0, withdrawn: 0 },
  },
}

const daysOf = ({ from, to }: Days, now: Date): Days => ({
  from: from.trim() === '' ? `${now.getUTCFullYear()}-01-01` : from.trim(),
  to: to.trim() === '' ? now.toISOString().slice(0, 10) : to.trim(),
})

const DAY = 24 * 3_600_000

/** Null: no such days, or the later one first. */
function spanOf({ from, to }: Days): StandingSpan | null {
  const [first, last] = [dayIn(from), dayIn(to)]
  if (first === null || last === null || last < first) return null
  return { from: first, to: new Date(last.getTime() + DAY) }
}

function dayIn(day: string): Date | null {
  const at = /^\d{4}-\d{2}-\d{2}$/.test(day) ? new Date(`${day}T00:00:00.000Z`) : null
  return at !== null && !Number.isNaN(at.getTime()) && at.toISOString().startsWith(day) ? at : null
}
