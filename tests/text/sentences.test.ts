import { describe, expect, test } from 'vitest'
import { sentencesIn } from '../../src/text/sentences.ts'

const divide = (text: string): string[] => sentencesIn(text).map(({ start, end }) => text.slice(start, end))

/** Texts with their sentences divided by " | ". */
const keeps = (rows: readonly string[]): void => {
  test.each(rows)('%s', (row) => {
    const sentences = row.split(' | ')
    expect(divide(sentences.join(' '))).toEqual(sentences)
  })
}

describe('a full stop after an abbreviation ends a sentence only where a new one starts', () => {
  keeps([
    'Mrs. Okafor met Dr. Lindqvist at St. Brigid’s. | Both left at noon.',
    'The U.N. Secretariat moved. | It is in the U.S. | The rent doubled.',
    'The firm, Hale & Co. Ltd., closed. | Nobody was told.',
    'See p. 14, fig. 3 and vol. II of the survey. | Page 15 is blank.',
    'He sold pens, ink, etc. | Buyers came daily.',
    'Rain fell at 6 p.m. | Sgt. Diaz stayed on.',
    'At 7 a.m. Captain Wren left the harbour.',
    'It was paid on Jan. 5 and again on Feb. 9. | March was free.',
    'The court (cf. Doe v. Roe) agreed, i.e. Roe won. | Doe appealed.',
    'Gen. Abara and Lt.-Gov. Stone spoke. | The hall was full.',
    'She gave the answer no. | Smith wrote it down.',
    'Read No. 7 first. | Then read nos. 8 and 9.',
  ])
})

describe('initials, numbers and addresses do not end sentences', () => {
  keeps([
    'J. R. Ekwall and P. Novak wrote it. | A. Reyes did not.',
    'The pump cost $4.50 in 1998. | 12 were sold.',
    'Version 2.0.1 shipped. | It broke.',
    'Write to jo.weld@example.org. | She answers.',
    'The page is https://example.org/a.b/c.html. | It is old.',
    'They took vitamin C. | The cold went.',
    'It is listed on example.gov. | Anyone may look.',
    'It was Monday.Mr. Bell slept.',
    'Der Rat tagte am 3. März in Bonn. | Er vertagte sich.',
  ])
})

describe('ellipses', () => {
  keeps([
    'We waited ... and waited. | Nobody came.',
    'We waited... | Then it rained.',
    'We waited. . . . | Then it rained.',
    'It was . . . I think . . . a Tuesday.',
    'They went home. | ...and so did we.',
  ])
})

describe('quotations and brackets are not divided', () => {
  keeps([
    '"Go home. It is late," said the guard. | He locked up.',
    'The guard said: "Go home. It is late." | He locked up.',
    '“Is it late?” Mr Bell asked. | Nobody knew.',
    'She called it ‘a mess. A real mess’ twice. | He agreed.',
    'The vote (it was the second. The first failed.) passed.',
    '(The first vote had failed.) | The second passed.',
    '«Il pleut. Il vente», dit-elle. | Il sourit.',
    '„Es regnet. Es stürmt“, sagte sie. | Er lachte.',
    'The teachers’ room was empty. | The boys’ was not.',
    'They wrote "... a long way" (Moe 12). | Nobody checked.',
  ])

  test('a quotation mark that never closes hides no sentence end', () => {
    expect(divide('He said "we go now. Then we rest. They left.')).toEqual([
      'He said "we go now.',
      'Then we rest.',
      'They left.',
    ])
  })
})

describe('markers belong to the sentence before them', () => {
  keeps([
    'It burned.[4] | Nobody was hurt.[5][6] | It was rebuilt.',
    'It burned,[4] they said,[^a] at night.[12] | It was rebuilt.',
    'They called it “a loss.”[7] | It was insured.',
    'It burned. [4] | Nobody was hurt.',
  ])

  test('a marker may stand between a full stop and a capital without any space', () => {
    expect(divide('It burned.[4]Nobody was hurt.')).toEqual(['It burned.[4]', 'Nobody was hurt.'])
  })

  test('a keyed reference that opens a sentence stays with it', () => {
    const text = 'The rules are old. [Moe98] replaced them.'
    const at = text.indexOf('[')
    expect(sentencesIn(text, { start: 0, end: text.length }, [{ start: at, end: at + 7 }])).toEqual([
      { start: 0, end: 18 },
      { start: 19, end: 41 },
    ])
  })
})

describe('lists', () => {
  keeps([
    '1. Open the lid | 2. Take the key',
    'a) bread | b) salt | c) oil',
    '• 3. Bread | • 4. Salt',
    'They need three things. | 1. Bread is first. | 2. Salt is next.',
  ])

  test('a number in running prose starts no item', () => {
    expect(divide('The first of 2. The second of 3.')).toEqual(['The first of 2.', 'The second of 3.'])
  })

  test('items on lines of their own are sentences of their own', () => {
    expect(divide('- bread\n- salt\n- oil from\nthe coast')).toEqual([
      '- bread',
      '- salt',
      '- oil from\nthe coast',
    ])
    expect(divide('red\ngreen\nblue')).toEqual(['red', 'green', 'blue'])
  })

  test('a single line break inside prose is white space, a blank line ends a sentence', () => {
    expect(divide('The lamp\nwent out. It was\ndark\n\nNobody spoke')).toEqual([
      'The lamp\nwent out.',
      'It was\ndark',
      'Nobody spoke',
    ])
  })
})

describe('names that hold a terminator', () => {
  keeps(['She left Yahoo! in May. | He stayed.', 'Yahoo! Japan grew. | It hired.'])
})

describe('other languages', () => {
  keeps([
    'Πού πήγαν; | Δεν ξέρω.',
    'Ո՞ւր գնացին: | Չգիտեմ:',
    'वे कहाँ गए? | मुझे नहीं पता। | शायद घर।',
    'أين ذهبوا؟ | لا أعرف.',
    'وہ کہاں گئے؟ | مجھے نہیں معلوم۔',
    'Gdzie poszli? | Prof. Nowak nie wie, np. dokąd.',
    'Он жил в ул. Лесной, т.е. рядом. | Она уехала.',
    'የት ሄዱ፧ | አላውቅም።',
    '¿Adónde fueron? | ¡No lo sé! | El Sr. Gil sí.',
  ])

  test('scripts without spaces divide at their own full stops', () => {
    expect(divide('他们去哪儿了？我不知道。“回家了。”')).toEqual([
      '他们去哪儿了？',
      '我不知道。',
      '“回家了。”',
    ])
    expect(divide('彼は「行く。すぐ行く」と言った。雨だ。')).toEqual([
      '彼は「行く。すぐ行く」と言った。',
      '雨だ。',
    ])
  })
})

test('sentences are spans into the whole text when a block is given', () => {
  const text = 'One. Two.\n\nThree. Four.'
  expect(sentencesIn(text, { start: 11, end: 23 })).toEqual([
    { start: 11, end: 17 },
    { start: 18, end: 23 },
  ])
})
