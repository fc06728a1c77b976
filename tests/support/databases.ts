import { randomUUID } from 'node:crypto'
import { copyFileSync, mkdtempSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, afterEach, beforeEach, describe, expect, inject, test } from 'vitest'
import { closeDatabase, type Database, openDatabase } from '../../src/db/database.ts'
import { type Template, TEMPLATE_NAME } from './database-server.ts'

/** A database of one test's own: empty, migrated, gone after the test. */
interface OwnDatabase {
  url: string
  remove: () => Promise<void>
}

export interface DatabaseMaker {
  /** A fresh, migrated, open database. Closed and removed after the test (or the suite, when made in `beforeAll`). */
  make: () => Promise<Database>
  /** The URL of a fresh, migrated database that nobody has open, removed likewise. */
  makeUrl: () => Promise<string>
}

type Suite = (makeDatabase: DatabaseMaker['make'], makeUrl: DatabaseMaker['makeUrl']) => void

/** Runs the suite on SQLite and on PostgreSQL. Each test makes its own database. */
export function describeOnBothDatabases(name: string, suite: Suite): void {
  describeOnSqlite(name, suite)
  describeOnPostgresql(name, suite)
}

/** Runs the suite on SQLite. */
export function describeOnSqlite(name: string, suite: Suite): void {
  describe(`${name} (SQLite)`, () => runSuite(suite, newSqlite))
}

/** Runs the suite on PostgreSQL. Where it cannot be started the suite is skipped with the reason, and fails in CI. */
export function describeOnPostgresql(name: string, suite: Suite): void {
  describe(`${name} (PostgreSQL)`, async () => {
    const template = await askFor('postgresql')
    if ('url' in template) {
      watchConnections()
      runSuite(suite, () => newPostgresql(template.url))
      return
    }
    const reason = `needs PostgreSQL, which could not be started: ${template.unavailable}`
    test(reason, ({ skip }) => {
      if (process.env['CI'] === 'true') throw new Error(reason)
      skip(reason)
    })
  })
}

function runSuite(suite: Suite, newDatabase: () => Promise<OwnDatabase>): void {
  const ofTest: (() => Promise<void>)[] = []
  const ofSuite: (() => Promise<void>)[] = []
  let inTest = false
  beforeEach(() => {
    inTest = true
  })
  afterEach(async () => {
    inTest = false
    await undoAll(ofTest)
  })
  afterAll(() => undoAll(ofSuite))
  const makeUrl = async (): Promise<string> => {
    const { url, remove } = await newDatabase()
    ;(inTest ? ofTest : ofSuite).push(remove)
    return url
  }
  const make = async (): Promise<Database> => {
    const db = await openDatabase(await makeUrl())
    ;(inTest ? ofTest : ofSuite).push(() => closeDatabase(db))
    return db
  }
  suite(make, makeUrl)
}

/** Fails the suite where a connection was asked something while it was at work: `pg` warns of that once in a process. */
function watchConnections(): void {
  const warned: string[] = []
  const watch = ({ message }: Error): void => {
    if (message.includes('already executing a query')) warned.push(message)
  }
  process.on('warning', watch)
  afterAll(() => {
    process.off('warning', watch)
    expect(warned).toEqual([])
  })
}

/** Undoes what was done, last first. */
async function undoAll(undo: (() => Promise<void>)[]): Promise<void> {
  for (const step of undo.splice(0).reverse()) await step()
}

async function newSqlite(): Promise<OwnDatabase> {
  const template = await askFor('sqlite')
  if ('unavailable' in template) throw new Error(template.unavailable)
  const folder = mkdtempSync(join(tmpdir(), 'stet-test-'))
  const path = join(folder, 'stet.db')
  copyFileSync(template.url.replace(/^file:/, ''), path)
  return {
    url: `file:${path}`,
    remove: () => rm(folder, { recursive: true, force: true }),
  }
}

async function newPostgresql(serverUrl: string): Promise<OwnDatabase> {
  const name = `stet_${randomUUID().replaceAll('-', '')}`
  await onServer(serverUrl, `CREATE DATABASE ${name} TEMPLATE ${TEMPLATE_NAME}`)
  return {
    url: serverUrl.replace(/postgres$/, name),
    remove: () => onServer(serverUrl, `DROP DATABASE ${name} WITH (FORCE)`),
  }
}

async function onServer(serverUrl: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: serverUrl })
  await client.connect()
  await client.query(sql)
  await client.end()
}

async function askFor(kind: 'sqlite' | 'postgresql'): Promise<Template> {
  const answer = await fetch(`${inject('databaseServer')}/${kind}`)
  return (await answer.json()) as Template
}
