import { createHash } from 'node:crypto'
import type { SqlQuery } from '@prisma/driver-adapter-utils'

/** How many statements a connection may keep prepared; the ones after that are sent unnamed. */
const KEPT_STATEMENTS = 500

/** The longest statement that is kept, in characters: long ones come from lists of rows and seldom come again. */
const KEPT_LENGTH = 20_000

/** Names each statement by its text, so that PostgreSQL plans it once per connection. */
export function statementNames(): (query: SqlQuery) => string {
  const names = new Map<string, string>()
  return ({ sql }) => {
    if (sql.length > KEPT_LENGTH) return ''
    const known = names.get(sql)
    if (known !== undefined || names.size >= KEPT_STATEMENTS) return known ?? ''
    const name = createHash('sha256').update(sql).digest('base64url').slice(0, 32)
    names.set(sql, name)
    return name
  }
}
