import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { type Account, type Role, roles } from '../../src/accounts/account.ts'
import { askFix } from '../../src/review/ask-fix.ts'
import { askQuery } from '../../src/review/ask-query.ts'
import { createAuthorLink } from '../../src/review/author-links.ts'
import { addReportAuthor } from '../../src/review/report-authors.ts'
import { tickSpan } from '../../src/review/tick-span.ts'
import { afterPublication, type AfterPublication } from '../support/after-publication.ts'
import { accountWithRole } from '../support/accounts.ts'
import { leaveTalk } from '../support/talk.ts'
import { describeDesk } from '../support/desk-in-browser.ts'

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** What a change of colours can break; the other rules are kept in both or in neither. */
const RULES_OF_COLOUR = ['color-contrast', 'link-in-text-block']

const SCREENS = [
  { width: 1280, height: 800 },
  { width: 390, height: 844 },
]

/** `path`: where :report and :claim stand for ids. `then`: what is done there before axe looks. */
interface Visit {
  readonly name: string
  readonly as: 'visitor' | Role
  readonly path: string
  readonly then?: (page: Page) => Promise<void>
}

const click = (name: string) => (page: Page) => page.getByRole('button', { name }).first().click()

const visits: readonly Visit[] = [
  { name: 'sign-in', as: 'visitor', path: '/sign-in' },
  { name: 'sign-in, refused', as: 'visitor', path: '/sign-in', then: signInWrongly },
  { name: 'reports', as: 'editor', path: '/reports' },
  { name: 'new report', as: 'editor', path: '/reports/new' },
  { name: 'new report, refused', as: 'editor', path: '/reports/new', then: click('Read the report') },
  { name: 'reading', as: 'reader', path: '/reports/:report/reading' },
  { name: 'reading, to correct', as: 'admin', path: '/reports/:report/reading' },
  { name: 'blocks, refused', as: 'admin', path: '/reports/:report/reading/blocks', then: refuseDivision },
  { name: 'coverage, none', as: 'reader', path: '/reports/:report/coverage?page=99' },
  {
    name: 'coverage, refused',
    as: 'editor',
    path: '/reports/:report/coverage?show=not-checkable',
    then: refuseReason,
  },
  { name: 'settings', as: 'admin', path: '/reports/:report/settings?saved' },
  { name: 'notes, to link', as: 'admin', path: '/reports/:report/notes', then: openFold },
  { name: 'the desk', as: 'reviewer', path: '/reports/:report/desk?claim=12#c12' },
  { name: 'the desk, only to read', as: 'reader', path: '/reports/:report/desk?claim=3#c3' },
  { name: 'the desk, filtered', as: 'editor', path: '/reports/:report/desk?claim=3&status=disputed' },
  { name: 'the desk, its keys', as: 'reviewer', path: '/reports/:report/desk?claim=12', then: press('?') },
  { name: 'the desk, a reason', as: 'reviewer', path: '/reports/:report/desk?claim=12', then: press('2') },
  { name: 'the account menu', as: 'admin', path: '/reports', then: openAccountMenu },
  { name: 'claim', as: 'reviewer', path: '/claims/:claim' },
  { name: 'new claim', as: 'editor', path: '/reports/:report/claims/new' },
  { name: 'the desk, to edit', as: 'editor', path: '/reports/:report/desk?claim=12#c12', then: openEditing },
  { name: 'claims', as: 'reader', path: '/reports/:report/claims' },
  { name: 'claims, none', as: 'reader', path: '/reports/:report/claims?q=zeppelin' },
  { name: 'sources', as: 'reader', path: '/sources' },
  { name: 'sources, refused', as: 'reviewer', path: '/sources', then: refuseSource },
  { name: 'a source', as: 'reader', path: '/sources/:source' },
  { name: 'a source, to change', as: 'editor', path: '/sources/:source?like=a', then: openEveryFold },
  { name: 'what a report keeps', as: 'editor', path: '/reports/:report/retention', then: openEveryFold },
  { name: 'the weekly digest', as: 'editor', path: '/digest' },
  { name: 'a source, to let fall', as: 'editor', path: '/sources/:source/fall' },
  { name: 'a source, put to claims', as: 'reviewer', path: '/sources/:source/reports/:report' },
  { name: 'a claim with its evidence', as: 'reviewer', path: '/claims/:claim', then: openEveryFold },
  { name: 'notes', as: 'reader', path: '/reports/:report/notes' },
  { name: 'export', as: 'editor', path: '/reports/:report/export' },
  {
    name: 'export, refused',
    as: 'admin',
    path: '/reports/:report/export',
    then: refuseExport,
  },
  { name: 'what came back', as: 'reviewer', path: '/reports/:report/imports?comments=3&leftOut=1' },
  {
    name: 'what came back, refused',
    as: 'reviewer',
    path: '/reports/:report/imports',
    then: click('See what would come of it'),
  },
  {
    name: 'what would come of it',
    as: 'editor',
    path: '/reports/:report/imports',
    then: previewAnnotations,
  },
  { name: 'drafts', as: 'editor', path: '/reports/:report/drafts' },
  { name: 'drafts, refused', as: 'editor', path: '/reports/:report/drafts', then: click('Import the draft') },
  { name: 'audit', as: 'reader', path: '/reports/:report/audit', then: openEveryFold },
  {
    name: 'audit, to be decided',
    as: 'editor',
    path: '/reports/:report/audit?by=place',
    then: openEveryFold,
  },
  { name: 'audit, to print', as: 'reader', path: '/reports/:report/audit/print' },
  {
    name: 'settings, filled with a policy',
    as: 'editor',
    path: '/reports/:report/settings?from=newsroom',
    then: openEveryFold,
  },
  { name: 'history, checked', as: 'reader', path: '/reports/:report/history?check=1' },
  {
    name: 'history, its chart as a table',
    as: 'reader',
    path: '/reports/:report/history',
    then: openEveryFold,
  },
  { name: 'what changed', as: 'reader', path: '/reports/:report/history/compare', then: openEveryFold },
  { name: 'the desk as of a date', as: 'reader', path: '/reports/:report/desk?at=2100-01-01' },
  { name: 'claims as of a date', as: 'reader', path: '/reports/:report/claims?at=2100-01-01' },
  { name: 'a claim as of a date', as: 'reader', path: '/claims/:claim?at=2100-01-01', then: openEveryFold },
  { name: 'notes as of a date', as: 'reader', path: '/reports/:report/notes?at=2100-01-01' },
  { name: 'a date too early', as: 'reader', path: '/reports/:report/desk?at=2001-01-01' },
  { name: 'the author’s page', as: 'visitor', path: '/author/:secret' },
  { name: 'no such link', as: 'visitor', path: '/author/none' },
  { name: 'ticks', as: 'reviewer', path: '/reports/:report/ticks?show=all', then: openFold },
  { name: 'the desk, a fix', as: 'reviewer', path: '/reports/:report/desk?claim=12', then: openField('f') },
  { name: 'the desk, a query', as: 'reviewer', path: '/reports/:report/desk?claim=12', then: openField('q') },
  {
    name: 'authors, refused',
    as: 'editor',
    path: '/reports/:report/authors',
    then: click('Name this author'),
  },
  { name: 'contacts', as: 'reviewer', path: '/reports/:report/contacts' },
  {
    name: 'a contact, refused',
    as: 'reviewer',
    path: '/reports/:report/contacts/new?rightOfReply=1',
    then: click('Plan the contact'),
  },
  { name: 'a contact', as: 'editor', path: '/reports/:report/contacts/new?person=Putin', then: planContact },
  {
    name: 'answers, with all folds',
    as: 'reviewer',
    path: '/reports/:report/contacts/new?person=Putin',
    then: openAnswers,
  },
  { name: 'call sheet', as: 'reader', path: '/reports/:report/call-sheet?person=Putin' },
  { name: 'queue', as: 'reviewer', path: '/queue' },
  { name: 'the evidence page', as: 'visitor', path: '/evidence/:slug' },
  { name: 'the evidence page, withdrawn', as: 'visitor', path: '/evidence/:withdrawn' },
  { name: 'no such evidence page', as: 'visitor', path: '/evidence/none' },
  { name: 'publications', as: 'reader', path: '/reports/:report/publications' },
  {
    name: 'publications, to correct',
    as: 'admin',
    path: '/reports/:report/publications',
    then: openEveryFold,
  },
  { name: 'as it went out', as: 'reader', path: '/went-out/:wentOut' },
  { name: 'complaints', as: 'reviewer', path: '/reports/:report/complaints' },
  { name: 'a complaint, to decide', as: 'admin', path: '/complaints/:complaint', then: openEveryFold },
  { name: 'standing', as: 'reader', path: '/standing?from=2020-01-01&to=2100-01-01', then: openEveryFold },
  { name: 'standing, refused', as: 'reader', path: '/standing?from=2100-01-01&to=2020-01-01' },
  { name: 'queue, empty', as: 'reader', path: '/queue' },
  { name: 'notices', as: 'reviewer', path: '/notices' },
  { name: 'together', as: 'reader', path: '/reports/:report/together' },
  {
    name: 'together, refused',
    as: 'editor',
    path: '/reports/:report/together',
    then: click('Leave the note'),
  },
  { name: 'accounts', as: 'admin', path: '/accounts' },
  { name: 'people', as: 'editor', path: '/reports/:report/people' },
  { name: 'own account', as: 'admin', path: '/account' },
  { name: 'proof, before the first head', as: 'editor', path: '/tree' },
  { name: 'proof', as: 'editor', path: '/tree', then: click('Sign a head now') },
  { name: 'not found', as: 'reader', path: '/nowhere' },
  { name: 'not allowed', as: 'reader', path: '/accounts' },
]

describeDesk(
  'axe finds nothing, light or dark, wide or narrow, on',
  { sample: true },
  (openWindow, server) => {
    let people: Readonly<Record<string, Account>>
    let ids: { report: string; claim: string; secret: string; source: string } & AfterPublication

    beforeAll(async () => {
      const { db } = server()
      const { reportId, claimId } = await someRuling()
      people = Object.fromEntries(
        await Promise.all(roles.map(async (role) => [role, await accountWithRole(db, role)] as const)),
      )
      ids = {
        report: reportId,
        claim: claimId,
        source: await someSource(),
        secret: await someQuestions(reportId, claimId),
        ...(await afterPublication(db, {
          reportId,
          by: people['editor'] ?? (await accountWithRole(db, 'editor')),
        })),
      }
      const { editor, reviewer } = people
      if (editor !== undefined && reviewer !== undefined)
        await leaveTalk(db, { reportId, claimId, editor, reviewer })
    })

    async function someSource(): Promise<string> {
      const citation = await server().db.citation.findFirstOrThrow({ where: { NOT: { sourceId: null } } })
      return citation.sourceId ?? ''
    }

    async function someRuling(): Promise<{ reportId: string; claimId: string }> {
      const verdict = await server().db.verdict.findFirstOrThrow({
        where: { NOT: { rationaleId: null } },
        include: { claim: true },
      })
      return { reportId: verdict.claim.reportId, claimId: verdict.claimId }
    }

    /** What asks something of an author, and ticks one of the claim's words; the secret of the author's link. */
    async function someQuestions(reportId: string, claimId: string): Promise<string> {
      const { db } = server()
      const editor = people['editor'] ?? (await accountWithRole(db, 'editor', { email: 'e@desk.example' }))
      const at = new Date()
      const author = await addReportAuthor(db, { reportId, name: 'Ida', by: editor, at })
      const { secret } = await createAuthorLink(db, { authorId: author.id, by: editor, at })
      const { quote, claim, draftId, start } = await db.placement.findFirstOrThrow({
        where: { claimId },
        include: { claim: true },
      })
      const [word = ''] = /\p{L}+/u.exec(quote) ?? []
      const fix = { claimId, original: word, proposed: `${word}s`, occurrence: 1, askedBy: editor, at }
      await askFix(db, { ...fix, seenVersion: claim.version })
      const query = { claimId, words: 'Who told you?', askedBy: editor, seenVersion: claim.version + 1, at }
      await askQuery(db, query)
      const from = (start ?? 0) + quote.indexOf(word)
      const span = { draftId, start: from, end: from + word.length, quote: word, kind: 'name' as const }
      const { id: sourceId } = await db.source.findFirstOrThrow()
      await tickSpan(db, { ...span, sourceId, tickedBy: editor, at })
      return secret
    }

    test.each(['visitor', ...roles] as const)('what the %s sees', async (as) => {
      const page = await openWindow(people[as] ?? null)
      for (const { name, path, then } of visits.filter((visit) => visit.as === as))
        for (const screen of SCREENS) {
          await page.setViewportSize(screen)
          await page.goto('about:blank') // so that an address with a fragment is loaded again
          await page.goto(
            path
              .replace(':report', ids.report)
              .replace(':claim', ids.claim)
              .replace(':source', ids.source)
              .replace(':secret', ids.secret)
              .replace(':slug', ids.slug)
              .replace(':withdrawn', ids.withdrawn)
              .replace(':complaint', ids.complaint)
              .replace(':wentOut', ids.wentOut),
          )
          await then?.(page)
          await expectNoViolations(page, name)
        }
    })
  },
)

describeDesk(
  'axe finds nothing, light or dark, wide or narrow, on',
  { sample: false },
  (openWindow, server) => {
    test('the first administrator’s page', async () => {
      const page = await openWindow(null)
      for (const screen of SCREENS) {
        await page.setViewportSize(screen)
        await page.goto(server().setupLink ?? '')
        await expectNoViolations(page, 'setup')
      }
    })
  },
)

async function expectNoViolations(page: Page, name: string): Promise<void> {
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
  expect.soft(await violations(page, { type: 'tag', values: TAGS }), name).toEqual([])
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' })
  expect.soft(await violations(page, { type: 'rule', values: RULES_OF_COLOUR }), `${name}, dark`).toEqual([])
}

/** What axe finds, in words. A page has one frame, so nothing is gathered from others; what passed is long and left out. */
async function violations(
  page: Page,
  runOnly: { type: 'tag' | 'rule'; values: string[] },
): Promise<string[]> {
  const axe = new AxeBuilder({ page }).setLegacyMode().options({ runOnly, resultTypes: ['violations'] })
  const found = await axe.analyze()
  return found.violations.flatMap(({ id, nodes }) =>
    nodes
      .filter(({ html }) => id !== 'target-size' || !isMarkerInText(html))
      .map(({ target, failureSummary }) => `${id}: ${target.join(' ')}: ${failureSummary ?? ''}`),
  )
}

/**
 * A marker is part of a sentence, which WCAG 2.5.8 exempts from a target's least size. Axe cannot see it: the sentence
 * around it is a link too.
 */
const isMarkerInText = (html: string): boolean => html.startsWith('<a class="tip"')

async function signInWrongly(page: Page): Promise<void> {
  await page.getByLabel('E-mail').fill('nobody@desk.example')
  await page.getByLabel('Password').fill('not the password')
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.getByRole('alert').waitFor()
}

async function openAccountMenu(page: Page): Promise<void> {
  await page.locator('.menu.account summary').click()
  await page.getByRole('button', { name: 'Sign out' }).waitFor()
}

async function openEveryFold(page: Page): Promise<void> {
  await page.locator('main .fold').evaluateAll((folds) => {
    for (const fold of folds) fold.setAttribute('open', '')
  })
}

async function refuseSource(page: Page): Promise<void> {
  await openFold(page)
  await page.getByRole('button', { name: 'Add the source' }).click()
  await page.getByRole('alert').waitFor()
}

async function openEditing(page: Page): Promise<void> {
  for (const fold of ['.second .fold', '.editing'])
    await page
      .locator(`${fold} > summary`)
      .first()
      .evaluate((summary) => (summary as HTMLElement).click())
}

/** Opens the first form that is folded away in the page. */
async function openFold(page: Page): Promise<void> {
  await page.locator('main .fold > summary').first().click()
}

async function planContact(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Plan the contact' }).click()
  await page.getByRole('heading', { name: 'Attempts' }).waitFor()
}

async function openAnswers(page: Page): Promise<void> {
  await planContact(page)
  await page.getByRole('link', { name: 'Enter the answers' }).click()
  for (const fold of await page.locator('.answer-rows summary').all()) await fold.click()
}

async function refuseDivision(page: Page): Promise<void> {
  const block = page.locator('.covered').filter({ hasText: 'Divide here' }).first()
  await block.locator('summary').click()
  await block.getByRole('button', { name: 'Divide here' }).click()
  await page.getByRole('alert').waitFor()
}

async function refuseReason(page: Page): Promise<void> {
  await openFold(page)
  await page.getByRole('button', { name: 'Mark as not checkable' }).first().click()
  await page.getByRole('alert').waitFor()
}

function openField(key: string): (page: Page) => Promise<void> {
  return async (page) => {
    await page.keyboard.press(key)
    await page.locator('.ask[open] textarea').waitFor()
  }
}

function press(key: string): (page: Page) => Promise<void> {
  return async (page) => {
    await page.keyboard.press(key)
    await page.getByRole('dialog').waitFor()
  }
}

async function refuseExport(page: Page): Promise<void> {
  await page.getByLabel('Sources (RIS)').check()
  await page.getByLabel('machine scores').check()
  await page.getByRole('button', { name: 'Download the file' }).click()
}

async function previewAnnotations(page: Page): Promise<void> {
  const on = (exact: string): object => ({
    body: { type: 'TextualBody', value: 'Says who?' },
    target: { selector: [{ type: 'TextQuoteSelector', exact }] },
  })
  const file = JSON.stringify([on('That picture did not last.'), on('Nothing of the kind.')])
  await page.getByLabel('The file', { exact: true }).setInputFiles({
    name: 'notes.jsonld',
    mimeType: 'application/ld+json',
    buffer: Buffer.from(file),
  })
  await page.getByRole('button', { name: 'See what would come of it' }).click()
}
