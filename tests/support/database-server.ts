import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { migrate } from '../../src/db/migrate.ts'
import { type PostgresqlServer, startPostgresqlServer } from './postgresql-server.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Where a test asks for the databases it starts from: `GET /sqlite`, `GET /postgresql`. */
    databaseServer: string
  }
}

/** The answer: what fresh databases are copied from, or why there is none. */
export type Template = { url: string } | { unavailable: string }

export const TEMPLATE_NAME = 'stet_template'

/**
 * Vitest's global set-up. Makes the template databases, and starts PostgreSQL, when the first test asks for them;
 * tests that need no database wait for nothing.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), 'stet-tests-'))
  let server: PostgresqlServer | undefined
  const templates: Record<string, () => Promise<Template>> = {
    '/sqlite': once(() => sqliteTemplate(join(folder, 'template.db'))),
    '/postgresql': once(async () => {
      server = await startPostgresqlServer()
      return postgresqlTemplate(server.url)
    }),
  }
  const answers = createServer((req, res) => {
    const make = templates[req.url ?? '']
    void (make?.() ?? Promise.reject(new Error('no such template')))
      .catch((error: unknown): Template => ({ unavailable: String(error) }))
      .then((template) => res.end(JSON.stringify(template)))
  })
  await new Promise<void>((resolve) => answers.listen(0, '127.0.0.1', resolve))
  project.provide('databaseServer', `http://127.0.0.1:${(answers.address() as AddressInfo).port}`)
  return async () => {
    answers.close()
    answers.closeAllConnections()
    await server?.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined
  return () => (made ??= make())
}

async function sqliteTemplate(path: string): Promise<Template> {
  await migrate(`file:${path}`)
  return { url: `file:${path}` }
}

async function postgresqlTemplate(serverUrl: string): Promise<Template> {
  const client = new pg.Client({ connectionString: serverUrl })
  await client.connect()
  await client.query(`CREATE DATABASE ${TEMPLATE_NAME}`)
  await client.end()
  await migrate(serverUrl.replace(/postgres$/, TEMPLATE_NAME))
  return { url: serverUrl }
}
