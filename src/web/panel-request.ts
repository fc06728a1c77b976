import type { Request, Response } from 'express'
import { deskFilterQuery, readDeskFilter, type DeskFilter } from './pages/desk-filter.ts'
import { fieldOf } from './forms/problems.ts'

/** Where a form of the panel came from, and returns to. */
export interface CameFrom {
  readonly back: 'desk' | 'claim'
  readonly filter: DeskFilter
}

/** Reads `back` and `filter` of a posted form. */
export function cameFrom(body: unknown): CameFrom {
  const filter = readDeskFilter(Object.fromEntries(new URLSearchParams(fieldOf(body, 'filter'))))
  return { back: fieldOf(body, 'back') === 'desk' ? 'desk' : 'claim', filter }
}

/** Whether the desk's script asks for the changed parts of a page only (`X-Part: panel`). */
export function wantsPart(req: Pick<Request, 'get'>, res: Response): boolean {
  res.vary('X-Part')
  return req.get('X-Part') === 'panel'
}

/** A claim's number in a query (`claim=12`), null when there is none. */
export function claimNumberOf(value: unknown): number | null {
  return typeof value === 'string' && /^[1-9]\d{0,8}$/.test(value) ? Number(value) : null
}

/** The filter as the panel's forms carry it along. */
export const filterField = (filter: DeskFilter): string => deskFilterQuery(filter)
