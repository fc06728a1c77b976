import { beforeAll, expect, test } from 'vitest'
import { allRows } from '../support/all-rows.ts'
import { type Browser, type TestApp, testApp } from '../support/app.ts'
import { describeOnSqlite } from '../support/databases.ts'
import { type IdsOfReport, reportOfIds } from '../support/report-of-ids.ts'

/** A form that names something of a report in a hidden field, apart from what its address names. */
interface Line {
  readonly form: string
  readonly field: 'classification' | 'correction' | 'draft' | 'edit' | 'claim'
  readonly path: (own: IdsOfReport) => string
  readonly fields: (id: string, spot: Spot) => Readonly<Record<string, string>>
}

/** Where the fourth claim stands: the same in every one of these reports, whose texts differ by one word of the same length. */
interface Spot {
  readonly start: number
  readonly end: number
  /** A source that anybody may tick against. */
  readonly source: string
}

const lines: readonly Line[] = [
  {
    form: 'takes a correction back',
    field: 'correction',
    path: ({ report }) => `/reports/${report}/corrections/withdrawals`,
    fields: (correctionId) => ({ correctionId, revision: '1' }),
  },
  {
    form: 'corrects a reading',
    field: 'draft',
    path: ({ report }) => `/reports/${report}/corrections`,
    fields: (draftId) => ({ draftId, revision: '1', kind: 'unlinked', marker: '0' }),
  },
  {
    form: 'confirms a reading',
    field: 'draft',
    path: ({ report }) => `/reports/${report}/reading/confirmations`,
    fields: (draftId) => ({ draftId, revision: '1' }),
  },
  {
    form: 'takes back what a sentence was taken for',
    field: 'classification',
    path: ({ report }) => `/reports/${report}/coverage/withdrawals`,
    fields: (classificationId) => ({ classificationId }),
  },
  {
    form: 'says what a sentence is',
    field: 'draft',
    path: ({ report }) => `/reports/${report}/coverage`,
    fields: (draftId, { start, end }) => ({
      ...{ draftId, start: String(start), end: String(end), kind: 'not checkable', because: 'opinion' },
      ...{ seen: '', seenVersion: '1' },
    }),
  },
  {
    form: 'takes an edit of a claim back',
    field: 'edit',
    path: ({ claims }) => `/claims/${claims[0]!}/edit-withdrawals`,
    fields: (editId) => ({ editId }),
  },
  {
    form: 'ticks on the list',
    field: 'draft',
    path: ({ report }) => `/reports/${report}/ticks`,
    fields: (draftId, { start, source }) => ({
      ...{ draftId, span: `${start}-${start + 3}-name`, against: `source:${source}` },
    }),
  },
  {
    form: 'ticks on a claim',
    field: 'draft',
    path: ({ claims }) => `/claims/${claims[3]!}/ticks`,
    fields: (draftId, { start, source }) => ({
      ...{ draftId, span: `${start + 4}-${start + 9}-name`, against: `source:${source}` },
    }),
  },
  {
    form: 'confirms reworded claims',
    field: 'claim',
    path: ({ report }) => `/reports/${report}/confirmations`,
    fields: (id) => ({ claim: `${id} 1` }),
  },
  {
    form: 'confirms claims that were cut',
    field: 'claim',
    path: ({ report }) => `/reports/${report}/confirmations`,
    fields: (id) => ({ cut: `${id} 1` }),
  },
]

describeOnSqlite('an id in the hidden field of a form', (makeDatabase) => {
  let desk: TestApp
  let editor: Browser
  let own: IdsOfReport
  let other: IdsOfReport
  let hidden: IdsOfReport
  let spot: Spot

  beforeAll(async () => {
    desk = testApp(await makeDatabase())
    editor = await desk.as('editor')
    own = await reportOfIds(desk.db, 'mill', editor.account)
    other = await reportOfIds(desk.db, 'barn', editor.account)
    hidden = await reportOfIds(desk.db, 'well', editor.account)
    await desk.db.report.update({ where: { id: hidden.report }, data: { closed: true } })
    await desk.db.reportMember.deleteMany({ where: { reportId: hidden.report } })
    const placed = await desk.db.placement.findFirstOrThrow({ where: { claimId: own.claims[3]! } })
    spot = { start: placed.start ?? 0, end: placed.end ?? 0, source: own.second }
  }, 60_000)

  const named = (ids: IdsOfReport, field: Line['field']): string =>
    field === 'claim' ? ids.claims[1]! : ids[field]

  test.each(lines)('of another report is refused where it $form, and nothing is written', async (line) => {
    const before = await allRows(desk.db)
    for (const id of [named(other, line.field), named(hidden, line.field), 'none']) {
      const { status, text } = await editor.post(line.path(own), line.fields(id, spot))
      expect({ id, status, refused: [404, 409, 422].includes(status) }).toMatchObject({ refused: true })
      expect(text).not.toMatch(/\b[wW]ell burn/)
      expect(await allRows(desk.db)).toEqual(before)
    }
  })

  test('of the report itself is taken', async () => {
    const taken = lines.filter(({ field, form }) => field !== 'claim' && form !== 'confirms a reading')
    for (const line of taken.toSorted(
      (a, b) => Number(b.form.startsWith('ticks')) - Number(a.form.startsWith('ticks')),
    ))
      expect({ form: line.form, status: (await takeOwn(line)).status }).toEqual({
        form: line.form,
        status: 303,
      })
  })

  const takeOwn = async (line: Line) => {
    const revision = String(await desk.db.readingCorrection.count({ where: { draftId: own.draft } }))
    const fields = line.fields(named(own, line.field), spot)
    return editor.post(line.path(own), 'revision' in fields ? { ...fields, revision } : fields)
  }
})
