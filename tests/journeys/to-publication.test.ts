import { execFile, execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { strFromU8, unzipSync } from 'fflate'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Account } from '../../src/accounts/account.ts'
import { startSession } from '../../src/accounts/start-session.ts'
import { closeDatabase, openDatabase } from '../../src/db/database.ts'
import { importDraft } from '../../src/drafts/import-draft.ts'
import { projectRoot } from '../../src/paths.ts'
import { recordVerdict } from '../../src/review/record-verdict.ts'
import { accountWithRole } from '../support/accounts.ts'
import { describeInBrowser } from '../support/browser.ts'
import { describeOnSqlite } from '../support/databases.ts'
import { type RunningServer, startServer } from '../support/running-server.ts'

/** The sample as somebody's own report. */
const TWIN = readFileSync(join(projectRoot, 'seed/sample-report.md'), 'utf8').replace(
  '# Open Doors',
  '# The twin of Open Doors',
)

/** Notes for all markers of it that have none, but for 34. */
const NOTES = `
[^5]: Interview with a resident of the border towns, October 21, 2023.
[^22]: The Harbour Wire, "A statement of thanks", October 30, 2023, https://wire.example/22
[^27]: The Harbour Wire, "After the visit", March 9, 2006, https://wire.example/27
`

const WEIR =
  '# The weir\n\nThe weir was raised in 1911.[^1] It held until 1953.[^2]\n\n[^1]: The Reedham Courier, May 3, 1911.\n'
const REASON = 'The author mislaid the cutting; the library confirms that it exists.'
const COMPLAINT = 'We were never asked, and the figure is wrong.'
const CORRECTED = 'An earlier version gave a figure that the source does not give.'

const LONG = 240_000

/** Runs the command line as its own process on the database at `url`. */
function stet(
  url: string,
  ...args: readonly string[]
): Promise<{ readonly code: number; readonly out: string }> {
  const env = { ...process.env, NODE_NO_WARNINGS: '1', BASE_URL: '', DATABASE_URL: url }
  const command = ['--import', 'tsx', join(projectRoot, 'src/main.ts'), ...args]
  return new Promise((resolve) => {
    execFile(process.execPath, command, { cwd: projectRoot, env }, (error, out) =>
      resolve({ code: error === null ? 0 : Number(error.code), out }),
    )
  })
}

describeOnSqlite('a report on its way out', (_, makeUrl) => {
  const folder = mkdtempSync(join(tmpdir(), 'stet-out-'))
  const people: Record<string, Account> = {}
  let url: string
  let server: RunningServer
  let reportId: string

  beforeAll(async () => {
    url = await makeUrl()
    server = await startServer(await openDatabase(url))
    for (const [name, role] of [
      ['Ana', 'reviewer'],
      ['Eve', 'editor'],
      ['Fay', 'editor'],
    ] as const)
      people[name] = await accountWithRole(server.db, role, { name, email: `${name}@desk.example` })
  })
  afterAll(async () => {
    await server.stop()
    await closeDatabase(server.db)
    rmSync(folder, { recursive: true, force: true })
  })

  const at = (place: string): string => `/reports/${reportId}/${place}`
  const person = (name: string): Account => {
    const found = people[name]
    if (found === undefined) throw new Error(`${name} is nobody here.`)
    return found
  }

  /** Everything is ruled: it is substantiated, and stands. */
  async function ruleOnAll(): Promise<void> {
    const claims = await server.db.claim.findMany({
      where: { reportId, setAside: null, settled: false },
      orderBy: { number: 'asc' },
      select: { id: true, version: true },
    })
    for (const { id, version } of claims)
      await recordVerdict(server.db, {
        ...{ claimId: id, checker: person('Ana'), verdict: 'substantiated', outcome: 'stands' },
        ...{ seenVersion: version, at: new Date() },
      })
  }

  describeInBrowser('in a browser', (newWindow) => {
    async function windowOf(name: string | null): Promise<Page> {
      const page = await newWindow(server.url)
      if (name !== null) {
        const value = await startSession(server.db, person(name).id, new Date())
        await page.context().addCookies([{ name: 'stet-session', value, url: server.url }])
      }
      return page
    }

    test('is imported, given a policy, and kept back by its audit', { timeout: LONG }, async () => {
      const eve = await windowOf('Eve')
      await eve.goto('/reports/new')
      const file = join(folder, 'twin.md')
      writeFileSync(file, TWIN)
      await eve.getByLabel('A file').setInputFiles(file)
      await eve.getByRole('button', { name: 'Read the report' }).click()
      await eve.getByRole('heading', { name: 'What was read' }).waitFor()
      reportId = (await server.db.report.findFirstOrThrow()).id
      await eve.goto(at('settings?from=desk-of-one'))
      await eve.getByRole('button', { name: 'Save', exact: true }).click()
      await eve.getByText('The change stands in the history').waitFor()
      await eve.goto(at('audit'))
      const answer = await eve.locator('.answer').innerText()
      expect(answer).toContain('Not ready to publish')
      const blocking = await eve.getByRole('region', { name: 'Blocks publication' }).innerText()
      for (const said of ['claims are to check', 'Marker 34 has no note', 'An editor has not signed off'])
        expect(blocking).toContain(said)
      expect(await eve.getByRole('button', { name: 'Publish draft 1' }).count()).toBe(0)
      const direct = await eve.evaluate(async (path) => {
        const token = document.querySelector<HTMLInputElement>('[name=_csrf]')?.value ?? ''
        const draft = document.querySelector<HTMLInputElement>('[name=draft]')?.value ?? ''
        const { status } = await fetch(path, {
          method: 'POST',
          body: new URLSearchParams({ _csrf: token, draft }),
        })
        return status
      }, at('publications'))
      expect(direct).toBe(409)
      expect(await server.db.publication.count()).toBe(0)
    })

    test('is worked to ready with one waiver, signed off and published', { timeout: LONG }, async () => {
      await importDraft(server.db, {
        ...{ reportId, name: 'twin-2.md', bytes: Buffer.from(TWIN + NOTES) },
        ...{ importedBy: person('Eve'), at: new Date() },
      })
      await ruleOnAll()
      const eve = await windowOf('Eve')
      await eve.goto(at('audit'))
      const missing = eve.locator('.audit-findings > li', { hasText: 'Marker 34 has no note' })
      await eve.keyboard.press('j')
      expect(await eve.locator('.is-at-hand').count()).toBe(1)
      await missing.getByText('Let it stand', { exact: true }).first().click()
      await missing.getByLabel('Why it may stand').fill(REASON)
      await missing.getByRole('button', { name: 'Let it stand' }).click()
      await missing.getByText(REASON).waitFor()
      expect(await eve.locator('.answer').innerText()).toContain(
        '1 block, 1 waived'.replace('block', 'blocks'),
      )
      const fay = await windowOf('Fay')
      await fay.goto(at('audit'))
      await fay.getByRole('button', { name: 'Sign off as editor' }).click()
      await fay.locator('.sign-offs').getByText('Fay').waitFor()
      await eve.goto(at('audit'))
      expect(await eve.locator('.answer').innerText()).toContain('Nothing blocks publication')
      await eve.getByRole('button', { name: 'Publish draft 2' }).click()
      await eve.locator('#gate').getByText('as publication 1').waitFor()
      const printed = await windowOf('Fay')
      await printed.goto(at('audit/print'))
      expect(await printed.locator('body').innerText()).toContain(REASON)
      expect(await printed.locator('body').innerText()).toContain('Tree head over all')
    })

    test(
      'opens its evidence to everybody, is complained about, corrected, and counted',
      { timeout: LONG },
      async () => {
        const eve = await windowOf('Eve')
        await eve.goto(at('publications'))
        const { slug } = await server.db.publication.findFirstOrThrow()
        const stranger = await windowOf(null)
        expect((await stranger.goto(`/evidence/${slug}`))?.status()).toBe(404)
        await eve.getByRole('button', { name: 'Open the evidence page to everybody' }).click()
        await eve.getByText('Open to everybody').waitFor()
        expect((await stranger.goto(`/evidence/${slug}`))?.status()).toBe(200)
        expect(await stranger.locator('#text').innerText()).toContain('May 3, 2023')
        expect(await stranger.context().cookies()).toEqual([])
        const ana = await windowOf('Ana')
        await ana.goto(at('complaints'))
        await ana.getByLabel('Who complains').fill('R. Marsh, r.marsh@reader.example')
        await ana.getByLabel('What they say').fill(COMPLAINT)
        await ana.getByLabel('numbers of the claims').fill('7')
        await ana.getByLabel('How it came').selectOption('e-mail')
        await ana.getByRole('button', { name: 'Write it down' }).click()
        await ana.getByText(COMPLAINT).first().waitFor()
        const { id } = await server.db.complaint.findFirstOrThrow()
        await eve.goto(`/complaints/${id}`)
        await eve.getByLabel('upheld', { exact: false }).first().check()
        await eve.getByLabel('The reply').fill('You are right. The figure is corrected.')
        await eve.getByText('with a correction for the readers').click()
        await eve.getByLabel('correction: it was wrong').check()
        await eve.getByLabel('Claim', { exact: true }).fill('7')
        await eve.getByLabel('What the readers are told').fill(CORRECTED)
        await eve.getByRole('button', { name: 'Decide complaint 1' }).click()
        await expect.poll(() => server.db.correction.count(), { timeout: 20_000 }).toBe(1)
        await stranger.goto(`/evidence/${slug}`)
        expect(await stranger.locator('body').innerText()).toContain(CORRECTED)
        expect(await stranger.locator('body').innerText()).not.toContain('Marsh')
        const today = new Date().toISOString().slice(0, 10)
        await eve.goto(`/standing?from=${today}&to=${today}`)
        const line = eve.getByRole('row', { name: /The twin of Open Doors/ })
        const heads = await eve.locator('thead th').allInnerTexts()
        const cells = await line.locator('th, td').allInnerTexts()
        expect(cells[heads.findIndex((head) => /^corrected/i.test(head))]).toBe('1')
      },
    )

    test('leaves a pack that holds where there is no Stet', { timeout: LONG }, async () => {
      const pack = join(folder, 'twin.zip')
      expect(await stet(url, 'export', reportId, '--format', 'pack', '--out', pack)).toMatchObject({
        code: 0,
      })
      expect(await stet(url, 'verify', pack)).toMatchObject({ code: 0 })
      const alone = mkdtempSync(join(tmpdir(), 'stranger-'))
      const files = unzipSync(readFileSync(pack))
      writeFileSync(join(alone, 'verify.mjs'), files['verify.mjs'] ?? '')
      writeFileSync(join(alone, 'verify.html'), files['verify.html'] ?? '')
      const check = () =>
        execFileSync(process.execPath, ['verify.mjs', pack], { cwd: alone, env: {}, encoding: 'utf8' })
      expect(check()).toMatch(/holds/i)
      const offline = await newWindow(`file://${alone}`, { offline: true })
      await offline.goto(pathToFileURL(join(alone, 'verify.html')).href)
      await offline.locator('input[type=file]').first().setInputFiles(pack)
      await expect.poll(() => offline.locator('body').innerText(), { timeout: 20_000 }).toMatch(/holds/i)
      expect(strFromU8(files['snapshot.json'] ?? new Uint8Array())).not.toContain('Marsh')
      rmSync(alone, { recursive: true })
    })

    test(
      'is audited as a bare file before that: SARIF fails on a missing note, and passes when it is mended',
      { timeout: LONG },
      async () => {
        const file = join(folder, 'weir.md')
        const audit = () => stet(url, 'audit', file, '--format', 'sarif', '--fail-on', 'blocker')
        writeFileSync(file, WEIR)
        const failed = await audit()
        expect(failed.code).toBe(1)
        expect(failed.out).toContain('note-missing')
        writeFileSync(file, `${WEIR}[^2]: The Loddon Post, June 9, 1953.\n`)
        expect(await audit()).toMatchObject({ code: 0 })
      },
    )
  })
})
