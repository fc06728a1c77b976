import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { auditDocument } from '../../src/audit/audit-document.ts'
import { readDocument } from '../../src/reading/read-document.ts'

const SEED = '../shared/seeds/000_6691c3246dd5b83f.txt'
const SOUND = [
  'mueller/mueller-report-summaries.html',
  'keynes/15776-h.htm',
  'wikipedia/wikipedia.html',
  'whitehouse/introduction.md',
].map((name) => `../shared/corpora/footnotes/${name}`)
const AT = new Date('2026-03-14T12:00:00Z')

const audited = async (path: string) =>
  auditDocument(await readDocument(readFileSync(path), { name: path }), AT)

describe.skipIf(!existsSync(SEED))('the audit of a real report (needs ../shared)', async () => {
  const { findings, counts } = existsSync(SEED) ? await audited(SEED) : { findings: [], counts: null }
  const by = (rule: string) => findings.filter((finding) => finding.rule === rule)

  test('blocks on the thirteen markers without a note, and on nothing else', () => {
    expect(counts?.blocker).toBe(13)
    expect(by('note-missing').map(({ label }) => label)).toEqual([
      '1',
      '5',
      '27',
      '28',
      '29',
      '30',
      '31',
      '33',
      '40',
      '48',
      '64',
      '66',
      '69',
    ])
  })

  test('tells of citations without outlet and address in one finding each', () => {
    expect(by('citation-without-outlet')).toMatchObject([{ count: 47 }])
    expect(by('citation-without-address')).toMatchObject([{ count: 53 }])
  })

  test('finds the notes that are copies, the two dates of one meeting, and the booster', () => {
    expect(
      by('same-note-twice').map(({ places }) => places?.map(({ quote }) => quote.slice(0, 9)).length),
    ).toEqual([2])
    expect(by('same-note-twice')[0]?.message).toContain('34 and 35')
    expect(by('date-conflict').map(({ places }) => places?.map(({ quote }) => quote))).toEqual([
      ['May 2, 2023', 'May 3, 2023'],
    ])
    expect(by('booster-without-support').map(({ label }) => label)).toEqual(['24'])
  })

  test('finds each name that is spelled in two ways, once', () => {
    const messages = by('name-spelled-variously').map(({ message }) => message)
    for (const [one, other] of [
      ["Isma'il", 'Ismail'],
      ["Mash'al", 'Mashal'],
      ['Nounou', 'Nono'],
      ['Hizbullah', 'Hezbollah'],
      ['Sergei', 'Sergey'],
    ] as const)
      expect(messages.filter((message) => message.includes(one) && message.includes(other))).toHaveLength(1)
    expect(messages).toHaveLength(5)
  })

  test('finds the one quotation that never closes among those of several paragraphs', () => {
    expect(by('unclosed-quotation').map(({ quote }) => quote?.slice(0, 30))).toEqual([
      '"...There are Hamas members se',
    ])
  })

  test('says between fifteen and eighty things that block or warn', () => {
    const grave = (counts?.blocker ?? 0) + (counts?.warning ?? 0)
    expect(grave).toBeGreaterThanOrEqual(15)
    expect(grave).toBeLessThanOrEqual(80)
  })
})

describe.skipIf(!SOUND.every((path) => existsSync(path)))(
  'the audit of sound documents (needs ../shared)',
  () => {
    test.each(SOUND)('%s is not blocked', async (path) => {
      expect((await audited(path)).counts.blocker).toBe(0)
    })
  },
)
