import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { readDocument } from '../../../src/reading/read-document.ts'
import { converted, hasLibreOffice, WITHOUT_LIBREOFFICE } from '../../support/libreoffice.ts'

const SEEDS = '../shared/seeds'
const seed = existsSync(SEEDS) ? readdirSync(SEEDS).find((name) => name.endsWith('.txt')) : undefined
const why = hasLibreOffice ? '' : ` ${WITHOUT_LIBREOFFICE}`

describe.skipIf(seed === undefined || !hasLibreOffice)(
  `the seed text of ../shared saved as PDF${why}`,
  () => {
    test('reads the same as the text', { timeout: 120_000 }, async () => {
      const bytes = readFileSync(`${SEEDS}/${seed ?? ''}`)
      const text = await readDocument(bytes, { name: 'seed.txt' })
      const pdf = await readDocument(converted(bytes, 'txt', 'pdf'), { name: 'seed.pdf' })
      const missing = pdf.markers.filter(({ note }) => note === null)
      expect([pdf.markers.length, pdf.notes.length, missing.length]).toEqual([70, 57, 13])
      expect(pdf.claims.map(({ quote }) => quote)).toEqual(text.claims.map(({ quote }) => quote))
      expect(pdf.claims.map(({ notes }) => notes.map(({ note }) => note))).toEqual(
        text.claims.map(({ notes }) => notes.map(({ note }) => note)),
      )
      expect(pdf.claims.every(({ page }) => page !== undefined)).toBe(true)
    })
  },
)
