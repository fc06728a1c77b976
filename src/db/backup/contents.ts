import { createHash } from 'node:crypto'
import { allRows, type Snapshot, type StoredRow, type StoredValue } from '../snapshot.ts'

/** What a backup says that it is. */
export const BACKUP_FORMAT = 'stet.backup/1'

/** The table of a backup that says what is in the others. Its first row, without a table's name, names the format. */
export const MANIFEST = '_stet_backup'

/** A table of a backup, which is always an SQLite file, and its columns as SQLite declares them. */
export interface BackedUpTable {
  readonly name: string
  readonly columns: readonly { readonly name: string; readonly type: string }[]
}

/** How many rows a table of a backup has, and SHA-256 over them (hex). */
export interface TableDigest {
  readonly name: string
  readonly rows: number
  readonly sha256: string
}

/** The tables of an SQLite file that hold something of the desk's, by name; the list of migrations among them. */
export async function tablesOf(snapshot: Pick<Snapshot, 'rows'>): Promise<BackedUpTable[]> {
  const rows = await allRows(
    snapshot,
    `SELECT t."name", c."name", c."type" FROM pragma_table_list AS t, pragma_table_info(t."name") AS c
     WHERE t."schema" = 'main' AND t."type" = 'table' AND t."name" NOT LIKE 'sqlite_%' AND t."name" <> '${MANIFEST}'
     ORDER BY t."name", c."cid"`,
  )
  const names = [...new Set(rows.map(([table]) => String(table)))]
  return names.map((name) => ({
    name,
    columns: rows
      .filter(([table]) => table === name)
      .map(([, column, type]) => ({ name: String(column), type: String(type) })),
  }))
}

/** Reads a table's columns, in their order; `ORDER BY` may follow. */
export const selectAll = ({ name, columns }: BackedUpTable): string =>
  `SELECT ${columns.map((column) => `"${column.name}"`).join(', ')} FROM "${name}"`

/** Files are read one by one, so that memory holds one of them. */
export const rowsAtOnce = ({ columns }: BackedUpTable): number =>
  columns.some(({ type }) => type.toUpperCase() === 'BLOB') ? 1 : 1_000

/** Reads a table of an SQLite file through and says what is in it. */
export async function digestOf(snapshot: Pick<Snapshot, 'rows'>, table: BackedUpTable): Promise<TableDigest> {
  const hash = createHash('sha256')
  let count = 0
  for await (const rows of snapshot.rows(`${selectAll(table)} ORDER BY rowid`, [], rowsAtOnce(table))) {
    hash.update(rows.map(written).join(''))
    for (const row of rows) for (const value of row) if (value instanceof Uint8Array) hash.update(value)
    count += rows.length
  }
  return { name: table.name, rows: count, sha256: hash.digest('hex') }
}

/** A row written down so that no other row is written the same. Of bytes only the length: they follow apart. */
const written = (row: StoredRow): string => `${row.map(asText).join('')}\n`

function asText(value: StoredValue): string {
  if (value === null) return 'n;'
  if (value instanceof Uint8Array) return `b${value.length};`
  if (typeof value === 'string') return `t${value.length};${value}`
  return `i${value};`
}
