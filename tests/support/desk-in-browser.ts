import type { BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll } from 'vitest'
import type { Account } from '../../src/accounts/account.ts'
import { startSession } from '../../src/accounts/start-session.ts'
import { describeInBrowser } from './browser.ts'
import { describeOnSqlite } from './databases.ts'
import { type RunningServer, startServer } from './running-server.ts'

/** Opens a window on the desk, where `account` is signed in already; without one nobody is. */
export type OpenWindow = (
  account: Pick<Account, 'id'> | null,
  settings?: BrowserContextOptions,
) => Promise<Page>

/**
 * Runs the suite in a browser, against one server over a fresh database; `sample`: with the sample report at work.
 * `server` answers once tests, or their `beforeAll`, run.
 */
export function describeDesk(
  name: string,
  options: { sample: boolean },
  suite: (openWindow: OpenWindow, server: () => RunningServer) => void,
): void {
  describeOnSqlite(name, (makeDatabase) => {
    let started: RunningServer | undefined
    const server = (): RunningServer => {
      if (started === undefined) throw new Error('The server starts before the tests.')
      return started
    }
    beforeAll(async () => {
      started = await startServer(await makeDatabase(), options)
    })
    afterAll(() => started?.stop())

    describeInBrowser('in a browser', (newWindow) => {
      suite(async (account, settings) => {
        const { db, url } = server()
        const page = await newWindow(url, settings)
        if (account !== null) {
          const value = await startSession(db, account.id, new Date())
          await page.context().addCookies([{ name: 'stet-session', value, url }])
        }
        return page
      }, server)
    })
  })
}
