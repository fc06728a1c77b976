import { AxeBuilder } from '@axe-core/playwright'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Account } from '../../src/accounts/account.ts'
import { verifyChain } from '../../src/history/verify-chain.ts'
import { projectRoot } from '../../src/paths.ts'
import { askFix } from '../../src/review/ask-fix.ts'
import { recordVerdict } from '../../src/review/record-verdict.ts'
import { accountWithRole } from '../support/accounts.ts'
import { describeDesk } from '../support/desk-in-browser.ts'

const WHILE = 'Moscow took its time to comment.'
const PEACE = "On October 9 the Kremlin's spokesman"
const NEITHER = 'Neither man condemned the attack outright.'
const REWRITTEN = 'The attack was condemned outright by neither man.'
const TOPIC = 'An American newspaper reported in early November'

/** The sample with one fix taken in, another missed, a number and a few words changed, a paragraph gone, a sentence rewritten elsewhere. */
function secondDraft(text: string): string {
  const paragraph = text.split('\n').find((line) => line.startsWith(TOPIC)) ?? ''
  return text
    .replace('killed more than 1,400 people', 'killed some 1,200 people')
    .replace(PEACE, PEACE.replace('9', '10'))
    .replace(WHILE, 'Moscow took a while to comment.')
    .replace(` ${NEITHER}`, '')
    .replace(`${paragraph}\n\n`, '')
    .replace('NATO says that its help', `${REWRITTEN} NATO says that its help`)
}

/** A draft with fixes asked gets the next one: the page tells what became of all, and people confirm, cut and put in its place. */
describeDesk('a second draft', { sample: true }, (openWindow, server) => {
  const people: Record<string, Account> = {}
  const folder = mkdtempSync(join(tmpdir(), 'stet-second-'))
  let reportId: string

  beforeAll(async () => {
    const { db } = server()
    people['ana'] = await accountWithRole(db, 'reviewer', { name: 'Ana Reyes', email: 'ana@desk.example' })
    people['eve'] = await accountWithRole(db, 'editor', { name: 'Eve Lind', email: 'eve@desk.example' })
    reportId = (await db.report.findFirstOrThrow()).id
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  const saying = (words: string) =>
    server().db.claim.findFirstOrThrow({
      where: { reportId, placements: { some: { quote: { contains: words }, draft: { number: 1 } } } },
    })
  const again = (id: string) => server().db.claim.findUniqueOrThrow({ where: { id } })
  const person = (name: string): Account => {
    const found = people[name]
    if (found === undefined) throw new Error(`There is no ${name}.`)
    return found
  }

  async function fix(words: string, original: string, proposed: string): Promise<string> {
    const { id, version } = await saying(words)
    const given = { claimId: id, original, proposed, askedBy: person('ana'), seenVersion: version }
    await askFix(server().db, { ...given, at: new Date() })
    return id
  }
  async function rule(words: string): Promise<string> {
    const { id, version } = await saying(words)
    const given = { claimId: id, checker: person('ana'), seenVersion: version, at: new Date() }
    await recordVerdict(server().db, { ...given, verdict: 'substantiated' })
    return id
  }
  async function expectAccessible(page: Page): Promise<void> {
    const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze()
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`)).toEqual([])
  }

  test(
    'tells what became of fixes and claims, and is confirmed, cut and put in order',
    { timeout: 180_000 },
    async () => {
      const { db } = server()
      await fix('killed more than 1,400 people', 'more than 1,400', 'some 1,200')
      await fix('reportedly fired its heaviest barrage', 'its heaviest', 'one of its heaviest')
      const number = await rule(PEACE)
      const wording = await rule(WHILE)
      const orphan = await rule(NEITHER)
      const gone = await saying(TOPIC)

      const editor = await openWindow(person('eve'))
      const file = join(folder, 'second.md')
      writeFileSync(file, secondDraft(readFileSync(join(projectRoot, 'seed/sample-report.md'), 'utf8')))
      await editor.goto(`/reports/${reportId}/drafts`)
      await editor.getByLabel('A file').setInputFiles(file)
      await editor.getByRole('button', { name: 'Import the draft' }).click()
      await editor.getByRole('heading', { name: 'Draft 1 and draft 2' }).waitFor()
      const page = await editor.locator('main').innerText()
      expect(page).toMatch(/In\s+1\s+Claim \d+.*1,200/s)
      expect(page).toMatch(/Missed\s+1\s+Claim \d+.*one of/s)
      expect(page).toContain('Not found: cut or moved?')
      for (const width of [1280, 390]) {
        await editor.setViewportSize({ width, height: 900 })
        await expectAccessible(editor)
      }

      const reviewer = await openWindow(person('ana'))
      await reviewer.goto(`/reports/${reportId}/confirmations`)
      await expectAccessible(reviewer)
      await reviewer.getByLabel(`Claim ${(await again(wording)).number} still holds`).check()
      await reviewer.getByLabel(`Claim ${gone.number} was cut`).check()
      await reviewer.getByRole('button', { name: 'Confirm the ticked ones' }).click()
      await expect.poll(async () => (await again(gone.id)).outcome).toBe('cut')
      expect(await again(wording)).toMatchObject({ stale: false, settled: true })

      await reviewer.goto(`/claims/${number}/rewording`)
      await expectAccessible(reviewer)
      await reviewer.keyboard.press('y')
      await expect.poll(async () => (await again(number)).stale).toBe(false)

      await editor.goto(`/claims/${orphan}/place`)
      await editor.getByLabel('Search the draft for words').fill('condemned outright')
      await editor.getByRole('button', { name: 'Search' }).click()
      await expectAccessible(editor)
      await editor.getByRole('radio').first().check()
      await editor.getByRole('button', { name: /^Put claim/ }).click()
      await expect.poll(async () => (await again(orphan)).stale).toBe(true)
      const placed = await db.placement.findFirstOrThrow({
        where: { claimId: orphan, draft: { number: 2 } },
      })
      expect(placed).toMatchObject({ state: 'edited', quote: REWRITTEN })
      expect((await verifyChain(db, reportId)).broken).toBeNull()
    },
  )
})
