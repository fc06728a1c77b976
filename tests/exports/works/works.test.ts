import { Ajv } from 'ajv'
import { parse as parseBibtex } from 'astrocite-bibtex'
import { parse as parseRis } from 'astrocite-ris'
import { expect, test } from 'vitest'
import type { ExportedSource } from '../../../src/exports/exported-report.ts'
import { asBibtex } from '../../../src/exports/works/bibtex.ts'
import { asCsl } from '../../../src/exports/works/csl.ts'
import { asRis } from '../../../src/exports/works/ris.ts'
import { describeOnSqlite } from '../../support/databases.ts'
import { exportedPolyglot } from '../../support/exported.ts'
import { cslSchema } from './csl-schema.ts'

const source = (id: string, part: Partial<ExportedSource> = {}): ExportedSource => ({
  ...{ id, kind: 'document', title: id, url: null, reliability: null, fallen: null, protected: false },
  ...part,
  work: { type: 'document', ...part.work, id },
})

const SOURCES = [
  source('a1', {
    url: 'https://courier.example/a_b?x=1&y={2}#part',
    work: {
      id: 'a1',
      type: 'article-newspaper',
      title: 'Ёлка & 50% of #1: {ночь} $x_1 ~ ^ \\',
      'container-title': 'Bay Courier',
      author: [{ family: 'Пётров', given: 'Иван' }, { literal: 'Trust, Harbour and Sons' }],
      issued: { 'date-parts': [[2021, 5, 4]] },
      page: '12–15',
    },
  }),
  source('-b2', {
    work: {
      id: '-b2',
      type: 'report',
      title: 'العبّارة تغادر\nالميناء',
      publisher: 'وزارة النقل',
      author: [{ literal: 'وزارة النقل' }],
      issued: { 'date-parts': [[2020]] },
      number: '=7',
    },
  }),
  source('c3', {
    title: 'Something 🛳️ else',
    kind: 'person',
    work: { id: 'c3', type: 'personal_communication' },
  }),
]

test('CSL-JSON keeps to the schema of CSL', () => {
  const validate = new Ajv({ allowUnionTypes: true }).compile(cslSchema)
  const works = asCsl({ sources: SOURCES })
  expect(validate(works) || validate.errors).toBe(true)
  expect(works[2]).toEqual({ id: 'c3', type: 'personal_communication', title: 'Something 🛳️ else' })
  expect(validate([{ id: 'x', type: 'novel' }])).toBe(false)
})

test('BibTeX is read by another’s parser: letters of every script, names, dates, TeX’s own signs', () => {
  const bibtex = asBibtex({ sources: SOURCES })
  const [first, second, third] = parseBibtex(bibtex)
  expect(first).toMatchObject({
    id: 'stet-a1',
    type: 'article',
    'container-title': 'Bay Courier',
    URL: 'https://courier.example/a_b?x=1&y=%7B2%7D#part',
  })
  expect(first?.author?.[0]).toEqual({ family: 'Пётров', given: 'Иван' })
  expect(bibtex).toContain(' and {Trust, Harbour and Sons}}') // this parser takes no notice of braces round a name
  expect(JSON.stringify(first?.issued)).toContain('"2021","05"')
  for (const words of ['Ёлка & 50% of #1:', 'ночь', '$x_1'])
    expect(first?.title?.replace(/\s+/g, ' ')).toContain(words)
  expect(second?.title).toBe('العبّارة تغادر الميناء')
  expect(second?.publisher ?? JSON.stringify(second)).toContain('وزارة النقل')
  expect(third?.title).toBe('Something 🛳️ else')
})

test('RIS is read by another’s parser: letters of every script, names, dates', () => {
  const [first, second, third] = parseRis(asRis({ sources: SOURCES }))
  expect(first).toMatchObject({
    type: 'article-newspaper',
    title: 'Ёлка & 50% of #1: {ночь} $x_1 ~ ^ \\',
    'container-title': 'Bay Courier',
    URL: 'https://courier.example/a_b?x=1&y={2}#part',
  })
  expect(first?.author?.[0]).toMatchObject({ family: 'Пётров', given: 'Иван' })
  expect(JSON.stringify(first?.issued)).toContain('2021')
  expect(second).toMatchObject({ type: 'report', title: 'العبّارة تغادر الميناء', publisher: 'وزارة النقل' })
  expect(third?.title).toBe('Something 🛳️ else')
})

describeOnSqlite('the sources of a report', (makeDatabase) => {
  test('leave without the protected one, in all three', async () => {
    const report = await exportedPolyglot(await makeDatabase())
    expect(report.sources).toHaveLength(2)
    for (const text of [asBibtex(report), asRis(report), JSON.stringify(asCsl(report))]) {
      expect(text).toMatch(/dolphins/i)
      expect(text).not.toMatch(/clerk|Trust Gazette|gazette\.example|insider/i)
    }
  })

  test('leave with what everybody may read of the protected one where it is named', async () => {
    const report = await exportedPolyglot(await makeDatabase(), ['protected-sources'])
    expect(report.sources).toHaveLength(3)
    const bibtex = asBibtex(report)
    expect(bibtex).toContain('a clerk of the trust')
    expect(bibtex).not.toMatch(/Trust Gazette|gazette\.example|Letter of/)
  })
})
