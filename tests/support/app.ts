import type { Express } from 'express'
import { type Logger, pino } from 'pino'
import request, { type Test } from 'supertest'
import type { Account, Role } from '../../src/accounts/account.ts'
import { addToken } from '../../src/accounts/add-token.ts'
import { hashSecret } from '../../src/accounts/secret.ts'
import { startSession } from '../../src/accounts/start-session.ts'
import { createApp } from '../../src/app.ts'
import type { Database } from '../../src/db/database.ts'
import type { Services } from '../../src/services.ts'
import { ReadingsUnderWay } from '../../src/web/readings-under-way.ts'
import { USUAL_WORK, type WorkConfig } from '../../src/work-config.ts'
import { accountWithRole, NOON } from './accounts.ts'

/** Somebody at a browser, signed in by a real session; forms carry their token. */
export interface Browser {
  readonly account: Account
  get: (path: string) => Test
  /** Sends a form as a browser without script does. */
  post: (path: string, fields?: Readonly<Record<string, string>>) => Test
  /** Sends a form with a file in the field `file`. */
  upload: (path: string, file: Buffer, name: string, fields?: Readonly<Record<string, string>>) => Test
}

export interface TestApp {
  readonly app: Express
  readonly db: Database
  readonly services: Services
  /** The instant that the app takes for now; a test may set it. */
  now: Date
  /** The one account with this role, made at first use, at a browser of its own. */
  as: (role: Role) => Promise<Browser>
  /** A browser of this account under a new session. */
  asAccount: (account: Account) => Promise<Browser>
  /** Somebody who has not signed in. */
  visitor: () => request.Agent
  /** A new API token of the account with this role. */
  tokenOf: (role: Role) => Promise<string>
}

/** The real app over this database, for Supertest. `baseUrl`: an https one makes cookies Secure. */
export function testApp(
  db: Database,
  {
    baseUrl = 'http://localhost:3000',
    log = pino({ level: 'silent' }),
    readings = new ReadingsUnderWay(),
    work = USUAL_WORK,
  }: { baseUrl?: string; log?: Logger; readings?: ReadingsUnderWay; work?: WorkConfig } = {},
): TestApp {
  const config = { databaseUrl: 'file:unused', host: '127.0.0.1', port: 0, baseUrl, mail: null, work }
  const accounts = new Map<Role, Promise<Account>>()
  const accountOf = (role: Role): Promise<Account> => {
    const account = accounts.get(role) ?? accountWithRole(db, role)
    accounts.set(role, account)
    return account
  }
  const services: Services = { db, clock: () => test.now, config, log }
  const test: TestApp = {
    app: createApp(services, readings),
    db,
    services,
    now: NOON,
    as: async (role) => test.asAccount(await accountOf(role)),
    asAccount: (account) => browserOf(test, account),
    visitor: () => request.agent(test.app),
    tokenOf: async (role) => {
      const account = await accountOf(role)
      return (await addToken(db, { account, name: 'test', by: null, at: test.now })).token
    },
  }
  return test
}

async function browserOf({ app, db, now }: TestApp, account: Account): Promise<Browser> {
  const secret = await startSession(db, account.id, now)
  const { csrfToken } = await db.session.findUniqueOrThrow({ where: { id: hashSecret(secret) } })
  const cookie = `stet-session=${secret}`
  return {
    account,
    get: (path) => request(app).get(path).set('Cookie', cookie),
    post: (path, fields = {}) =>
      request(app)
        .post(path)
        .set('Cookie', cookie)
        .type('form')
        .send({ ...fields, _csrf: csrfToken }),
    upload: (path, file, name, fields = {}) =>
      request(app)
        .post(path)
        .set('Cookie', cookie)
        .field({ ...fields, _csrf: csrfToken })
        .attach('file', file, name),
  }
}

/** The token in the first form of a page. */
export const csrfTokenIn = (html: string): string => /name="_csrf" value="([^"]+)"/.exec(html)?.[1] ?? ''
