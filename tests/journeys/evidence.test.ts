import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import type { Account } from '../../src/accounts/account.ts'
import { accountWithRole } from '../support/accounts.ts'
import { describeDesk } from '../support/desk-in-browser.ts'
import { atHand, SOON } from './desk-steps.ts'

interface ToCheck {
  readonly id: string
  readonly number: number
  readonly reportId: string
  readonly citations: number
}

describeDesk('evidence on the sample report', { sample: true }, (openWindow, server) => {
  let checker: Account
  let claims: readonly ToCheck[]

  beforeAll(async () => {
    const { db } = server()
    checker = await accountWithRole(db, 'reviewer')
    const rows = await db.$queryRaw<(Omit<ToCheck, 'citations'> & { citations: bigint | number })[]>`
      SELECT c."id", c."number", c."reportId", COUNT(DISTINCT i."id") AS "citations"
      FROM "Claim" c JOIN "Placement" p ON p."claimId" = c."id"
      JOIN "PlacementNote" s ON s."placementId" = p."id" JOIN "Citation" i ON i."noteId" = s."noteId"
      WHERE c."status" = 'unreviewed' AND c."setAside" IS NULL
      GROUP BY c."id", c."number", c."reportId" ORDER BY c."number"`
    claims = rows.map((row) => ({ ...row, citations: Number(row.citations) }))
  })

  /** A claim that nobody has ruled on, with at least so many citations. */
  function claimWith(citations: number): ToCheck {
    const found = claims.find((one) => one.citations >= citations)
    if (found === undefined) throw new Error(`No claim of the sample has ${citations} citations.`)
    claims = claims.filter((one) => one !== found)
    return found
  }

  const standing = (claimId: string) =>
    server().db.evidence.findMany({
      where: { claimId, judgedById: checker.id },
      orderBy: { at: 'asc' },
      select: { judgement: true },
    })
  const statusOf = async (id: string): Promise<string> =>
    (await server().db.claim.findUniqueOrThrow({ where: { id } })).status

  const open = async (claim: ToCheck, script = true): Promise<Page> => {
    const page = await openWindow(checker, { javaScriptEnabled: script })
    await page.goto(`/reports/${claim.reportId}/desk?claim=${claim.number}`)
    return page
  }

  test.each([1, 2])(
    'substantiated with evidence takes three keys, of a claim with %i or more citations',
    async (citations) => {
      const claim = claimWith(citations)
      const page = await open(claim)
      const keys: string[] = []
      const press = async (key: string): Promise<void> => {
        keys.push(key)
        await page.keyboard.press(key)
      }
      await press('e')
      expect(await page.locator('.evidence-form:focus').count()).toBe(1)
      await press('s')
      await expect.poll(() => standing(claim.id), SOON).toEqual([{ judgement: 'supports' }])
      await page.locator('.judge [aria-pressed="true"]').first().waitFor()
      await expect.poll(() => page.locator('.panel[aria-busy]').count(), SOON).toBe(0)
      expect(await page.locator('.evidence-form:focus').count()).toBe(citations === 1 ? 0 : 1)
      await press('1')
      await expect.poll(() => atHand(page), SOON).not.toBe(claim.number)
      expect(await statusOf(claim.id)).toBe('substantiated')
      expect(keys.length).toBeLessThanOrEqual(3)
    },
  )

  test('the same by forms, without script', async () => {
    const claim = claimWith(1)
    const page = await open(claim, false)
    await page.locator('.evidence-form').first().getByRole('button', { name: 'says so' }).click()
    expect(await standing(claim.id)).toEqual([{ judgement: 'supports' }])
    await page.locator('#verdict-substantiated').click()
    expect(await statusOf(claim.id)).toBe('substantiated')
  })
})
