import { expect, test } from 'vitest'
import { exportReport } from '../../src/exports/export-report.ts'
import type { Inclusion } from '../../src/exports/formats.ts'
import { DESK } from '../support/exports.ts'
import { wordComments } from '../support/word-comments.ts'
import { recordAnswers } from '../../src/review/contacts/record-answers.ts'
import { contactOf, harbourContacts } from '../support/contacts.ts'
import { describeOnBothDatabases } from '../support/databases.ts'
import { morning } from '../support/reports.ts'

describeOnBothDatabases('what people answered', (makeDatabase) => {
  test('leaves the desk only when contacts are named: on background without the name, off the record never', async () => {
    const { db, ana, eve, report, plan, answerTo } = await harbourContacts(await makeDatabase())
    const people = [
      ['Ida Holm', 'on the record', 'Three boats.'],
      ['Jon Vik', 'background', 'Nobody counted.'],
      ['Per Lund', 'off the record', 'It was arson.'],
    ] as const
    for (const [index, [person, terms, words]] of people.entries()) {
      const contactId = await plan({ ...contactOf(report.id, ana), person, terms, claims: [2] })
      const ruling = index === 0 ? ({ verdict: 'disputed', reason: 'detail-differs' } as const) : null
      const answers = [await answerTo(2, 'corrected', { words, ruling })]
      await recordAnswers(db, { contactId, answers, notedBy: ana, at: morning(3 + index) })
    }
    const commentsWith = async (include: readonly Inclusion[]): Promise<string> => {
      const request = {
        reportId: report.id,
        format: 'docx',
        include,
        desk: DESK,
        by: eve,
        at: morning(9),
      } as const
      return wordComments((await exportReport(db, request)).bytes)
        .map(({ words }) => words)
        .join('\n')
    }
    expect(await commentsWith(['rationale'])).not.toMatch(/Ida|Jon|Per|boats\.|counted|arson/)
    const told = await commentsWith(['contacts'])
    expect(told).toContain('Ida Holm: corrected. “Three boats.”')
    expect(told).toContain('somebody on background: corrected. “Nobody counted.”')
    expect(told).not.toMatch(/Jon|Per Lund|arson|off the record/)
  })
})
