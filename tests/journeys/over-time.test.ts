import { DatabaseSync } from '@photostructure/sqlite'
import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Account } from '../../src/accounts/account.ts'
import { startSession } from '../../src/accounts/start-session.ts'
import { closeDatabase, openDatabase } from '../../src/db/database.ts'
import { fetchJobs } from '../../src/fetch-jobs.ts'
import { startJobLoop } from '../../src/jobs/run-jobs.ts'
import { projectRoot } from '../../src/paths.ts'
import { askFix } from '../../src/review/ask-fix.ts'
import { recordVerdict } from '../../src/review/record-verdict.ts'
import { accountWithRole } from '../support/accounts.ts'
import { describeInBrowser } from '../support/browser.ts'
import { describeOnSqlite } from '../support/databases.ts'
import { type RunningServer, startServer } from '../support/running-server.ts'
import { mayReachOutside, type StrangeServer, strangeServer } from '../support/strange-server.ts'

const TOLL = 'killed more than 1,400 people'
const BARRAGE = 'reportedly fired its heaviest barrage'
const SPOKESMAN = "On October 9 the Kremlin's spokesman"
const SENATOR = 'Two days later President Vladimir Putin called'
const DROPPED = 'An American newspaper reported in early November'
const NAIM = 'Abu Marzouq and his companion Bassem Naim met'
const RATIONALE = 'The duty officer read the tally to me over the telephone.'

/** The sample with two notes that have addresses: one at a server of the test's own, one that is taken back later. */
const twin = (address: string): string =>
  readFileSync(join(projectRoot, 'seed/sample-report.md'), 'utf8')
    .replace('# Open Doors', '# The twin of Open Doors')
    .replace(/^\[\^13\]:.*$/m, `[^13]: Harbour Wire, "A call for calm", October 9, 2023, ${address}/calm`)
    .replace(
      /^\[\^14\]:.*$/m,
      '[^14]: Tallow Gazette, "Spare them", October 12, 2023, https://tallow.example/spare',
    )

/** One fix is taken in and another missed, a number is changed, a paragraph dropped. */
function secondDraft(text: string): string {
  const paragraph = text.split('\n').find((line) => line.startsWith(DROPPED)) ?? ''
  return text
    .replace(TOLL, 'killed some 1,200 people')
    .replace('Bassem Naim met Mikhail Bogdanov', 'Bassem Naim met on 2 days Mikhail Bogdanov')
    .replace(`${paragraph}\n\n`, '')
}

/** A day of March 2026, at nine. */
const march = (day: number): Date => new Date(Date.UTC(2026, 2, day, 9))

/** Runs the command line as its own process on the database at `url`. */
function stet(
  url: string,
  ...args: readonly string[]
): Promise<{ readonly code: number; readonly out: string; readonly err: string }> {
  const env = { ...process.env, NODE_NO_WARNINGS: '1', BASE_URL: '', DATABASE_URL: url }
  const command = ['--import', 'tsx', join(projectRoot, 'src/main.ts'), ...args]
  return new Promise((resolve) => {
    execFile(process.execPath, command, { cwd: projectRoot, env }, (error, out, err) =>
      resolve({ code: error === null ? 0 : Number(error.code), out, err }),
    )
  })
}

describeOnSqlite('a report over time', (_, makeUrl) => {
  const folder = mkdtempSync(join(tmpdir(), 'stet-time-'))
  const people: Record<string, Account> = {}
  let url: string
  let server: RunningServer
  let press: StrangeServer
  let isThere = true
  let now = march(2)
  let stopJobs: () => Promise<void>
  let reportId: string

  beforeAll(async () => {
    url = await makeUrl()
    const db = await openDatabase(url)
    press = await strangeServer((_req, res) => {
      if (isThere)
        res.writeHead(200, { 'content-type': 'text/html' }).end('<p>The Kremlin calls for calm.</p>')
      else res.writeHead(410).end()
    })
    const clock = (): Date => now
    server = await startServer(db, { clock })
    const kinds = fetchJobs(server.services, { mayReach: mayReachOutside })
    stopJobs = startJobLoop({ db, clock, log: server.services.log, kinds, every: 20 }).stop
    for (const [name, role] of [
      ['Ana', 'reviewer'],
      ['Eve', 'editor'],
      ['Fay', 'editor'],
    ] as const)
      people[name] = await accountWithRole(db, role, { name, email: `${name}@desk.example`, at: now })
  })
  afterAll(async () => {
    await stopJobs()
    await server.stop()
    await closeDatabase(server.db)
    await press.stop()
    rmSync(folder, { recursive: true, force: true })
  })

  const person = (name: string): Account => {
    const found = people[name]
    if (found === undefined) throw new Error(`There is no ${name}.`)
    return found
  }
  const holds = (): string => expect.stringContaining(`${reportId}: holds`) as string
  const saying = (words: string) =>
    server.db.claim.findFirstOrThrow({
      where: { reportId, placements: { some: { quote: { contains: words } } } },
    })
  async function rule(words: string, rationale?: string): Promise<{ id: string; number: number }> {
    const { id, number, version } = await saying(words)
    const given = { claimId: id, checker: person('Ana'), seenVersion: version, at: now }
    await recordVerdict(server.db, { ...given, verdict: 'substantiated', outcome: 'stands', rationale })
    return { id, number }
  }
  async function fix(words: string, original: string, proposed: string): Promise<void> {
    const { id, version } = await saying(words)
    const given = { claimId: id, original, proposed, askedBy: person('Ana'), seenVersion: version }
    await askFix(server.db, { ...given, at: now })
  }
  const upload = async (page: Page, name: string, text: string, button: string): Promise<void> => {
    writeFileSync(join(folder, name), text)
    await page.getByLabel('A file').setInputFiles(join(folder, name))
    await page.getByRole('button', { name: button }).click()
  }
  /** What `stet verify` says of a copy of the database that somebody did this to. */
  async function verifyTampered(name: string, tamper: (path: string) => void) {
    const path = join(folder, name)
    const file = new DatabaseSync(url.replace(/^file:/, ''))
    file.exec(`VACUUM INTO '${path}'`)
    file.close()
    tamper(path)
    return stet(`file:${path}`, 'verify')
  }

  describeInBrowser('in a browser', (newWindow) => {
    async function signedIn(name: string): Promise<Page> {
      const page = await newWindow(server.url)
      const value = await startSession(server.db, person(name).id, now)
      await page.context().addCookies([{ name: 'stet-session', value, url: server.url }])
      return page
    }

    test('is told by the chart, the report as of a date and stet verify, whatever falls, dies or is destroyed', async () => {
      const { db } = server
      const text = twin(press.url)

      const importing = await signedIn('Eve')
      await importing.goto('/reports/new')
      await upload(importing, 'twin.md', text, 'Read the report')
      await importing.getByRole('link', { name: 'Open the desk' }).click()
      await importing.getByRole('heading', { name: /^Claim 1/ }).waitFor()
      reportId = (await db.report.findFirstOrThrow({ where: { sample: false } })).id
      const at = `/reports/${reportId}`

      now = march(4)
      await fix(TOLL, 'more than 1,400', 'some 1,200')
      await fix(BARRAGE, 'its heaviest', 'one of its heaviest')
      const dropped = await rule(DROPPED, RATIONALE)
      const [spokesman, senator, naim] = [await rule(SPOKESMAN), await rule(SENATOR), await rule(NAIM)]

      now = march(6)
      const editor = await signedIn('Eve')
      await editor.goto(`${at}/drafts`)
      await upload(editor, 'twin-2.md', secondDraft(text), 'Import the draft')
      await editor.getByRole('heading', { name: 'Draft 1 and draft 2' }).waitFor()
      const compared = await editor.locator('main').innerText()
      expect(compared).toMatch(/In\s+1\s+Claim \d+.*1,200/s)
      expect(compared).toMatch(/Missed\s+1\s+Claim \d+.*one of/s)
      await editor.goto(`${at}/confirmations`)
      const toConfirm = await editor.locator('main').innerText()
      expect(toConfirm).toMatch(new RegExp(`One by one.*Claim ${naim.number} number`, 's'))
      expect(toConfirm).toContain(`Claim ${dropped.number} was cut`)
      await editor.getByLabel(`Claim ${dropped.number} was cut`).check()
      await editor.getByRole('button', { name: 'Confirm the ticked ones' }).click()
      await expect.poll(async () => (await saying(DROPPED)).outcome).toBe('cut')

      now = march(8)
      const retracting = await signedIn('Eve')
      const fallen = await db.source.findFirstOrThrow({ where: { url: { contains: 'tallow' } } })
      await retracting.goto(`/sources/${fallen.id}/fall`)
      expect(await retracting.locator('#impact').innerText()).toMatch(/1 claim in 1 report/)
      await retracting.getByRole('radio', { name: /retracted:/ }).check()
      await retracting.getByLabel('What happened, and how you know').fill('The paper took it back.')
      await retracting.getByRole('button', { name: /^Mark the source/ }).click()
      await retracting.getByText('This source is retracted').waitFor()
      await retracting.goto(`/claims/${senator.id}`)
      expect(await retracting.locator('#recheck').innerText()).toContain('a source was retracted')

      now = march(10)
      const looking = await signedIn('Ana')
      const linked = await db.source.findFirstOrThrow({ where: { url: { startsWith: press.url } } })
      await looking.goto(`/sources/${linked.id}`)
      await looking.getByRole('button', { name: 'Check it now' }).click()
      await looking.getByRole('heading', { name: /^Link:.*alive/ }).waitFor()
      isThere = false
      now = march(12)
      const looksAgain = await signedIn('Ana')
      await looksAgain.goto(`/sources/${linked.id}`)
      await looksAgain.getByRole('button', { name: 'Check it now' }).click()
      await looksAgain.getByText(/It failed on .* it answers 410/).waitFor()
      expect((await saying(SPOKESMAN)).rechecks).toBe(0)
      await looksAgain.getByRole('button', { name: 'Check it now' }).click()
      await looksAgain.getByRole('heading', { name: /^Link:.*dead/ }).waitFor()
      await looksAgain.goto(`/claims/${spokesman.id}`)
      expect(await looksAgain.locator('#recheck').innerText()).toContain('link died')

      now = march(14)
      const legal = await signedIn('Eve')
      await legal.goto(`${at}/history`)
      const chart = legal.getByRole('region', { name: 'Evidence status over time' })
      expect(await chart.locator('svg').first().textContent()).toContain('draft 2')
      await chart.getByText('The same as a table').click()
      const days = await chart.locator('tbody tr').allInnerTexts()
      expect(days.map((row) => row.split('\t'))).toEqual([
        ['2 March 2026', '0', '0', '0', '82', '0', '0', '82', 'draft 1'],
        ['4 March 2026', '4', '0', '0', '78', '0', '4', '82', ''],
        ['6 March 2026', '4', '0', '0', '78', '1', '3', '82', 'draft 2'],
        ['8 March 2026', '4', '0', '0', '78', '1', '2', '82', ''],
        ['12 March 2026', '4', '0', '0', '78', '1', '1', '82', ''],
      ])
      await legal.getByLabel('As of the end of (UTC)').fill('2026-03-05')
      await legal.getByRole('button', { name: 'The desk then' }).click()
      await legal.getByText('draft 1 was at work').waitFor()
      const then = await legal.locator('#text').innerText()
      expect(then).toContain(TOLL)
      expect(then).toContain(DROPPED)
      await legal.getByRole('link', { name: 'What changed since' }).click()
      await legal.getByText('7 of 82 claims stand otherwise: 2 with other words, 3 not found.').waitFor()
      const since = await legal.locator('.turns').innerText()
      for (const [claim, turned] of [
        [spokesman, 'no longer settled\\n· to check again'],
        [senator, 'no longer settled\\n· to check again'],
        [naim, 'reworded since checked\\n· no longer settled\\n· other words'],
        [dropped, 'outcome: stands → cut\\n· not found'],
      ] as const)
        expect(since).toMatch(new RegExp(`Claim ${claim.number}\\n[^·]*· ${turned}`))

      const [whole, bytes, rows] = await Promise.all([
        stet(url, 'verify'),
        verifyTampered('bytes.db', (path) => {
          const file = readFileSync(path, 'latin1')
          const forged = file.replace('"proposed":"some 1,200"', '"proposed":"some 9,200"')
          expect(forged).not.toBe(file)
          writeFileSync(path, forged, 'latin1')
        }),
        verifyTampered('rows.db', (path) => {
          const file = new DatabaseSync(path)
          file.exec('DROP TRIGGER "Event_refuse_delete"')
          file.exec(`DELETE FROM "Event" WHERE "kind" = 'recheck.asked' AND "chain" = '${reportId}'`)
          file.close()
        }),
      ])
      expect(whole).toMatchObject({ code: 0, out: holds(), err: '' })
      expect(bytes).toMatchObject({ code: 1, err: '' })
      expect(bytes.out).toContain(`${reportId}: BROKEN at event 2`)
      expect(rows).toMatchObject({ code: 1, err: '' })
      expect(rows.out).toMatch(new RegExp(`${reportId}: BROKEN at event \\d+`))
      expect(rows.out).toContain('Event_refuse_delete')

      await legal.goto(`${at}/retention`)
      await legal.getByText('Ask for something to be destroyed').click()
      await legal.getByLabel('What', { exact: true }).selectOption('rationale')
      await legal.getByLabel('claim number').fill(String(dropped.number))
      await legal.getByRole('radio', { name: /court/ }).check()
      await legal.getByLabel('Reason', { exact: true }).fill('Order 12/26 of the county court.')
      await legal.getByRole('button', { name: /^Ask for it/ }).click()
      await legal.getByText('Somebody else has to answer.').waitFor()
      const second = await signedIn('Fay')
      await second.goto(`${at}/retention`)
      await second.getByRole('checkbox', { name: /It cannot be undone/ }).check()
      await second.getByRole('button', { name: 'Destroy' }).click()
      await second.getByText('Nobody asks for anything to be destroyed.').waitFor()
      await second.goto(`/claims/${dropped.id}`)
      const claim = await second.locator('main').innerText()
      expect(claim).not.toContain(RATIONALE)
      expect(claim).toContain('by Eve with Fay, by a court’s order: Order 12/26 of the county court.')
      await second.goto(`${at}/history`)
      await second.getByRole('button', { name: 'Check that it holds' }).click()
      await second.getByText(/^The history holds/).waitFor()
      const kept = await stet(url, 'verify')
      expect(kept).toMatchObject({ code: 0, out: holds(), err: '' })
      for (const name of ['stet.db', 'stet.db-wal'])
        expect({ name, holds: readFileSync(join(dirname(url.slice(5)), name)).includes(RATIONALE) }).toEqual({
          name,
          holds: false,
        })
    }, 120_000)
  })
})
