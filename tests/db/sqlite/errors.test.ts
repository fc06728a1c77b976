import { DriverAdapterError } from '@prisma/driver-adapter-utils'
import { expect, test } from 'vitest'
import { toAdapterError } from '../../../src/db/sqlite/errors.ts'
import { sqlite } from '../../../src/db/sqlite/module.ts'

/** What the driver really throws for a statement, in a small database. */
function thrownBy(statement: string): unknown {
  const db = new sqlite.DatabaseSync(':memory:')
  db.exec(`PRAGMA foreign_keys = ON;
    CREATE TABLE bird (id INTEGER PRIMARY KEY, ring TEXT NOT NULL, year INTEGER CHECK (year > 1900), UNIQUE (ring, year));
    CREATE UNIQUE INDEX bird_lower ON bird (lower(ring)) WHERE year = 1999;
    CREATE TABLE nest (bird INTEGER REFERENCES bird (id));
    INSERT INTO bird VALUES (1, 'a', 1999), (3, 'c', 2001);`)
  try {
    db.prepare(statement).all()
    return null
  } catch (error) {
    return error
  } finally {
    db.close()
  }
}

const causeOf = (error: unknown) => (error instanceof DriverAdapterError ? error.cause : error)

test.each([
  [
    'a second row with the same id',
    `INSERT INTO bird VALUES (1, 'b', 2000)`,
    { kind: 'UniqueConstraintViolation', constraint: { fields: ['id'] }, table: 'bird' },
  ],
  [
    'a taken pair, by its columns',
    `INSERT INTO bird VALUES (2, 'c', 2001)`,
    { constraint: { fields: ['ring', 'year'] } },
  ],
  [
    'an index over an expression',
    `INSERT INTO bird VALUES (2, 'A', 1999)`,
    { kind: 'UniqueConstraintViolation', constraint: { index: 'bird_lower' } },
  ],
  [
    'a missing value',
    'INSERT INTO bird VALUES (2, NULL, 2000)',
    { kind: 'NullConstraintViolation', constraint: { fields: ['ring'] } },
  ],
  ['a missing row', 'INSERT INTO nest VALUES (7)', { kind: 'ForeignKeyConstraintViolation' }],
  ['a table that is not there', 'DELETE FROM egg', { kind: 'TableDoesNotExist', table: 'egg' }],
  ['a column that is not there', 'SELECT wing FROM bird', { kind: 'ColumnNotFound', column: 'wing' }],
  [
    'a column that is not there to be filled',
    'INSERT INTO bird (wing) VALUES (1)',
    { kind: 'ColumnNotFound', column: 'wing' },
  ],
  [
    'a broken rule',
    `INSERT INTO bird VALUES (2, 'b', 1800)`,
    { kind: 'sqlite', message: 'CHECK constraint failed: year > 1900' },
  ],
])('says what is wrong with %s', (_what, statement, expected) => {
  expect(causeOf(toAdapterError(thrownBy(statement)))).toMatchObject(expected)
})

test('a lock that was not let go is a time-out', () => {
  expect(causeOf(toAdapterError(new Error('database is locked')))).toMatchObject({ kind: 'SocketTimeout' })
})

test('what is an adapter error already, or no error at all, stays what it is', () => {
  const error = new DriverAdapterError({ kind: 'SocketTimeout' })
  expect(toAdapterError(error)).toBe(error)
  expect(toAdapterError('text')).toBe('text')
})
