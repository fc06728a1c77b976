import { describe, expect, test } from 'vitest'
import { changesShown, compareTexts } from './support.ts'

const BEFORE = 'The quay was built of oak in the spring of that year.'
const AFTER = 'Its lamps were lit by a warden who lived in the toll house.'
const around = (...sentences: readonly string[]): string => [BEFORE, ...sentences, AFTER].join(' ')

async function changeOf(old: string, next: string): Promise<string> {
  const { passages } = await compareTexts(around(old), around(next))
  const passage = passages[1]!
  return `${passage.status}: ${passage.changes.join(', ')}`
}

describe('what changed in a sentence', () => {
  test.each([
    ['a number', 'The dredger cost 4,200 crowns.', 'The dredger cost 5,200 crowns.', 'number'],
    ['a currency', 'The dredger cost $4,200.', 'The dredger cost £4,200.', 'number'],
    ['a number in words', 'The dredger lost three anchors.', 'The dredger lost four anchors.', 'number'],
    [
      'a month',
      'The dredger sank on 4 March off the pier.',
      'The dredger sank on 4 May off the pier.',
      'number',
    ],
    ['a name', 'The dredger was sold to Ida Brandt.', 'The dredger was sold to Ida Holm.', 'name'],
    [
      'a name at the start',
      'Brandt sold the dredger to the port.',
      'Holm sold the dredger to the port.',
      'name',
    ],
    [
      'a denial that came',
      'The dredger was insured at all.',
      'The dredger was not insured at all.',
      'negation',
    ],
    [
      'a denial that went',
      'The clerk didn’t sign the register.',
      'The clerk did sign the register.',
      'negation, wording',
    ],
    [
      'a prefix that denies',
      'The dredger was a licensed vessel.',
      'The dredger was an unlicensed vessel.',
      'negation, wording',
    ],
    ['a hedge', 'The dredger sank in the gale.', 'The dredger possibly sank in the gale.', 'hedge'],
    ['a word', 'The dredger sank in the gale.', 'The dredger sank in the storm.', 'wording'],
    ['a comma', 'The clerk said the mayor lied.', 'The clerk, said the mayor, lied.', 'wording'],
    ['a capital', 'They wrote to the State about it.', 'They wrote to the state about it.', 'wording'],
  ])('%s', async (_, old, next, changes) => {
    expect(await changeOf(old, next)).toBe(`edited: ${changes}`)
  })

  test('several things at once are all told', async () => {
    const old = 'The dredger sank on 4 March off the northern pier.'
    const next = 'The dredger may have sunk on 5 March off the northern pier.'
    expect(await changeOf(old, next)).toBe('edited: number, hedge, wording')
  })
})

describe('typography is no change', () => {
  test.each([
    ['quotation marks', 'He called the sale “a farce” twice.', 'He called the sale "a farce" twice.'],
    ['dashes', 'The sale — a farce — went on.', 'The sale - a farce - went on.'],
    ['hyphens', 'The pre-war sale was a co-operation.', 'The prewar sale was a cooperation.'],
    [
      'one word or two',
      'They sold the barge El Dorado to any one who asked.',
      'They sold the barge Eldorado to anyone who asked.',
    ],
  ])('%s', async (_, old, next) => {
    expect(await changeOf(old, next)).toBe('unchanged: typography')
  })

  test('a heading that only got another number', async () => {
    const made = await compareTexts(
      `# 2. The toll house\n\n${BEFORE}`,
      `# 3. The toll house\n\n${BEFORE}`,
      'markdown',
    )
    expect(changesShown(made)).toEqual(['unchanged (typography): 2. The toll house -> 3. The toll house'])
  })

  test.each([
    ['5 reasons to rebuild the toll house', '7 reasons to rebuild the toll house'],
    ['B. Marsh at the toll house', 'D. Marsh at the toll house'],
  ])('but a number or an initial that a heading says is a change: %s', async (old, next) => {
    const made = await compareTexts(`# ${old}\n\n${BEFORE}`, `# ${next}\n\n${BEFORE}`, 'markdown')
    expect(made.passages[0]?.status).toBe('edited')
  })

  test('lines broken elsewhere are no change at all', async () => {
    const old = around('The dredger was sold to a broker in the old port for scrap.')
    const wrapped = old.replace(/(.{50,70}) /g, '$1\n')
    expect(wrapped).toContain('\n')
    expect(changesShown(await compareTexts(old, wrapped))).toEqual([])
  })

  test('markers that only got other numbers are typography', async () => {
    const [one, two] = ['Port register, 1911.', 'Letter of the warden, 1912.']
    const old = `${BEFORE}[1] ${AFTER}[2]\n\n[1] ${one}\n[2] ${two}\n`
    const next = `A word before.[1] ${BEFORE}[2] ${AFTER}[3]\n\n[1] Gazette.\n[2] ${one}\n[3] ${two}\n`
    expect(changesShown(await compareTexts(old, next))).toEqual([
      `unchanged (typography): ${BEFORE}[1] -> ${BEFORE}[2]`,
      `unchanged (typography): ${AFTER}[2] -> ${AFTER}[3]`,
      'added: A word before.[1]',
    ])
  })
})

describe('notes', () => {
  const noted = (note: string, label = '[1]'): string =>
    `${BEFORE}${label} ${AFTER}${note === '' ? '' : `\n\n[1] ${note}\n`}`

  test('a sentence whose note reads differently is edited', async () => {
    const made = await compareTexts(noted('Port register, 1911.'), noted('Port register, 1913.'))
    expect(changesShown(made)).toEqual([`edited (note): ${BEFORE}[1] -> ${BEFORE}[1]`])
  })

  test('typography in the note is no change', async () => {
    const made = await compareTexts(noted('Register — “old”.'), noted('Register - "old".'))
    expect(changesShown(made)).toEqual([])
  })

  test('a note that came or went is told', async () => {
    const without = `${BEFORE} ${AFTER}`
    const shownOf = async (old: string, next: string): Promise<string> =>
      changesShown(await compareTexts(old, next))[0] ?? ''
    expect(await shownOf(without, noted('Register.'))).toMatch(/^edited \(note/)
    expect(await shownOf(noted('Register.'), without)).toMatch(/^edited \(note/)
  })

  test('where a label stands bare the words are unchanged and the missing note is told', async () => {
    const made = await compareTexts(noted('Register.'), `${BEFORE}1 ${AFTER}`)
    expect(made.passages.map(({ status, changes }) => [status, changes])).toEqual([
      ['unchanged', ['note', 'typography']],
      ['unchanged', []],
    ])
    expect(made.added).toEqual([])
  })

  test('a bare label behind a digit is a change: nobody can tell it from a number', async () => {
    const old = `The toll was raised to 4[1] crowns a barge. ${AFTER}\n\n[1] Register.\n`
    const made = await compareTexts(old, `The toll was raised to 41 crowns a barge. ${AFTER}`)
    expect(made.passages[0]?.status).toBe('edited')
  })
})

describe('places', () => {
  const ONE = 'The council sold the salt works to a company from abroad.'
  const TWO = 'A ferryman found the missing register under a bench.'
  const THREE = 'Seven barges were lost in the flood of that autumn.'

  test('a paragraph that went elsewhere word for word has moved', async () => {
    const made = await compareTexts(
      [`${BEFORE} ${AFTER}`, ONE, TWO].join('\n\n'),
      [ONE, TWO, `${BEFORE} ${AFTER}`].join('\n\n'),
    )
    const statuses = made.passages.map(({ status }) => status)
    expect(statuses.filter((status) => status === 'moved').length).toBeGreaterThan(0)
    expect(statuses.every((status) => status === 'moved' || status === 'unchanged')).toBe(true)
    for (const { old, new: next } of made.passages) expect(next?.quote).toBe(old.quote)
  })

  test('an edited look-alike elsewhere is only proposed', async () => {
    const alike = ONE.replace('sold', 'leased')
    const made = await compareTexts([ONE, TWO, THREE].join('\n\n'), [TWO, THREE, alike].join('\n\n'))
    expect(made.passages[0]).toMatchObject({ status: 'deleted', new: null, proposals: [{ quote: alike }] })
    expect(made.added.map(({ quote }) => quote)).toEqual([alike])
  })

  test('two sentences that were joined stand on their parts of the new one', async () => {
    const made = await compareTexts(
      around('The dredger sank in the gale.', 'Its crew was taken off by the pilot.'),
      around('The dredger sank in the gale, but its crew was taken off by the pilot.'),
    )
    expect(changesShown(made)).toEqual([
      'edited (wording): The dredger sank in the gale. -> The dredger sank in the gale,',
      'edited (wording): Its crew was taken off by the pilot. -> but its crew was taken off by the pilot.',
    ])
  })

  test('a sentence that was divided stands on all its parts', async () => {
    const made = await compareTexts(
      around('The dredger sank in the gale, but its crew was taken off by the pilot.'),
      around('The dredger sank in the gale.', 'Its crew was taken off by the pilot.'),
    )
    expect(made.passages[1]?.new?.quote).toBe(
      'The dredger sank in the gale. Its crew was taken off by the pilot.',
    )
    expect(made.added).toEqual([])
  })

  test('a sentence that was put behind a denial is not called unchanged', async () => {
    const made = await compareTexts(
      around('The mayor sold the dredger.', 'The pilots say it was old.'),
      around('The pilots say it was old, and it is false that The mayor sold the dredger.'),
    )
    const sold = made.passages.find(({ old }) => old.quote.startsWith('The mayor'))
    expect(sold?.status).not.toBe('unchanged')
  })

  test('the sentences of one long quotation are told apart', async () => {
    const old = 'The warden wrote: “The lamps are out. The keys are lost. Nobody has been paid since May.”'
    const made = await compareTexts(around(old), around(old.replace('lost', 'stolen')))
    expect(changesShown(made)).toEqual(['edited (wording): The keys are lost. -> The keys are stolen.'])
  })

  test('each of many equal sentences keeps its own place when one is cut', async () => {
    const line = 'The owner did not answer.'
    const parts = [ONE, TWO, THREE, BEFORE].map((sentence) => `${sentence} ${line}`)
    const cut = parts.map((part, index) => (index === 2 ? THREE : part))
    const made = await compareTexts(parts.join('\n\n'), cut.join('\n\n'))
    const statuses = made.passages.filter(({ old }) => old.quote === line).map(({ status }) => status)
    expect(statuses).toEqual(['unchanged', 'unchanged', 'deleted', 'unchanged'])
  })

  test('a figure in a table that was brought up to date is edited in its cell', async () => {
    const table = (salt: string): string =>
      `Trade of the port\n\n| goods | tons |\n| --- | --- |\n| salt | ${salt} |\n| grain | 70 |\n`
    const made = await compareTexts(table('120'), table('135'), 'markdown')
    expect(changesShown(made)).toEqual(['edited (number): 120 -> 135'])
  })

  test('items of a list are followed one by one', async () => {
    const list = (...items: readonly string[]): string =>
      `The port needs\n\n${items.map((item) => `- ${item}`).join('\n')}\n`
    const made = await compareTexts(
      list('two new dredgers', 'a lamp at the mole', 'a register of barges'),
      list('three new dredgers', 'a register of barges', 'a pilot for the night'),
      'markdown',
    )
    expect(changesShown(made)).toEqual([
      'edited (number): two new dredgers -> three new dredgers',
      'deleted (): a lamp at the mole',
      'added: a pilot for the night',
    ])
  })
})
