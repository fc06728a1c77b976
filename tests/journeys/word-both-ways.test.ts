import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Account } from '../../src/accounts/account.ts'
import { wordComments } from '../support/word-comments.ts'
import { newId } from '../../src/db/new-id.ts'
import { readDocument } from '../../src/reading/read-document.ts'
import { accountWithRole } from '../support/accounts.ts'
import { describeDesk } from '../support/desk-in-browser.ts'
import { docx, footnoteCall, note, p, r } from '../support/docx.ts'

const BREAK = '<w:r><w:lastRenderedPageBreak/></w:r>'
const CHANGED = (kind: 'ins' | 'del', id: number, words: string): string =>
  `<w:${kind} w:id="${id}" w:author="Nils Holm" w:date="2026-02-01T10:00:00Z"><w:r><w:${kind === 'ins' ? 't' : 'delText'} xml:space="preserve">${words}</w:${kind === 'ins' ? 't' : 'delText'}></w:r></w:${kind}>`

/** Two pages with a footnote, a comment by the author and a tracked change. */
const LIGHTHOUSE = docx({
  body: [
    p('The lighthouse', '<w:pStyle w:val="Title"/>'),
    p(
      `${r('The lamp went out ')}<w:commentRangeStart w:id="0"/>${r('at four on 2 May 1931')}<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>${r('.')}${footnoteCall(1)}`,
    ),
    p(
      `${BREAK}${r('Reportedly ')}${CHANGED('del', 7, 'three')}${CHANGED('ins', 8, 'four')}${r(' boats were lost that night.')}`,
    ),
  ].join(''),
  footnotes: note(
    'footnote',
    1,
    'Harbour Gazette, “The dark hour”, 4 May 1931, https://gazette.example/dark',
  ),
  comments: `<w:comment w:id="0" w:author="Nils Holm" w:initials="NH">${p('From the keeper’s own diary.')}</w:comment>`,
  styles: '<w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/></w:style>',
})

describeDesk('a report from Word', { sample: false }, (openWindow, server) => {
  let editor: Account
  const folder = mkdtempSync(join(tmpdir(), 'stet-word-'))
  beforeAll(async () => {
    editor = await accountWithRole(server().db, 'editor')
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  test('is read with its pages, notes and comments, and goes back with what is open on its words', async () => {
    const file = join(folder, 'lighthouse.docx')
    writeFileSync(file, LIGHTHOUSE)
    const page = await openWindow(editor)
    await page.goto('/reports/new')
    await page.getByLabel('A file').setInputFiles(file)
    await page.getByRole('button', { name: 'Read the report' }).click()
    await page.getByRole('heading', { name: 'What was read' }).waitFor()
    const tallies = await page.locator('.tallies').innerText()
    expect(tallies).toMatch(/claims\s+2/)
    expect(tallies).toMatch(/pages\s+2/)
    expect(await page.locator('main').innerText()).toMatch(/tracked change/i)

    await page.getByRole('link', { name: 'Notes', exact: true }).click()
    expect(await page.locator('main').innerText()).toContain('From the keeper’s own diary.')
    await page.getByRole('link', { name: 'Claims', exact: true }).click()
    expect(await page.getByRole('row', { name: /Reportedly four boats/ }).innerText()).toContain('p. 2')

    await page.getByRole('link', { name: /Reportedly four boats/ }).click()
    await page.getByLabel('Note does not say it').check()
    await page.getByRole('button', { name: /unsubstantiated/ }).click()
    await expect.poll(() => server().db.verdict.count()).toBe(1)
    await askFix('at four', 'at half past four')

    await page.getByRole('link', { name: 'Claims', exact: true }).click()
    await page.getByRole('link', { name: 'Export', exact: true }).click()
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Download the Word file' }).click(),
    ])
    expect(download.suggestedFilename()).toBe('the-lighthouse-draft-1.docx')
    const back = join(folder, 'back.docx')
    await download.saveAs(back)
    const read = await readDocument(readFileSync(back), { name: 'back.docx' })
    const [own, ofDesk] = wordComments(readFileSync(back))
    expect(own).toEqual({ author: 'Nils Holm', words: 'From the keeper’s own diary.' })
    expect(ofDesk?.words).toContain('unsubstantiated, the note does not say it')
    expect(read.notes.filter(({ kind }) => kind === 'annotation')).toHaveLength(1)
    expect(read.text).toContain('The lamp went out at half past four on 2 May 1931')
    expect(read.text).toContain('Reportedly four boats')
  })

  /** A fix as the desk keeps it. */
  async function askFix(original: string, proposed: string): Promise<void> {
    const { db } = server()
    const placement = await db.placement.findFirstOrThrow({ where: { quote: { contains: original } } })
    const start = (placement.start ?? 0) + placement.quote.indexOf(original)
    const where = {
      claimId: placement.claimId,
      placementId: placement.id,
      start,
      end: start + original.length,
    }
    await db.fix.create({
      data: {
        ...where,
        id: newId(),
        original,
        proposed,
        wordingKey: 'k',
        state: 'asked',
        askedById: editor.id,
        askedAt: new Date(),
      },
    })
  }
})
