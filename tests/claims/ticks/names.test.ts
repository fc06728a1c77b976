import { expect, test } from 'vitest'
import { wordsOf } from './found.ts'

test.each([
  ['Defence Minister Anna Kovač resigned.', ['Anna Kovač']],
  [
    'Saleh al-Khatib met Yusuf bin Rashid and Karla van der Meer.',
    ['Saleh al-Khatib', 'Yusuf bin Rashid', 'Karla van der Meer'],
  ],
  ["Ra'ed Al-'Amiri's brother left.", ["Ra'ed Al-'Amiri"]],
  ['J. R. Tolland and O’Hara-Finch signed.', ['J. R. Tolland', 'O’Hara-Finch']],
  ['Talks between Hamas-Fatah delegates failed.', ['Hamas', 'Fatah']],
  [
    'The Ministry of Public Works paid the Institute for Rural Health.',
    ['Ministry of Public Works', 'Institute for Rural Health'],
  ],
  ['Human Rights Watch and the Syrian Relief Fund agreed.', ['Human Rights Watch', 'Syrian Relief Fund']],
  [
    'The U.S. Department of the Interior sued the Miners’ Union.',
    ['U.S. Department of the Interior', 'Miners’ Union'],
  ],
  ['Two Su-24 jets and an S-300 battery were seen.', ['Su-24', 'S-300']],
  ['Hamas[3] and Fatah[4] agreed.', ['Hamas', 'Fatah']],
  ['They cited Resolution 1559.', ['Resolution 1559']],
])('names in "%s"', (text, names) => {
  expect(wordsOf('name', text)).toEqual(names)
})

test.each([
  'Television crews filmed it.',
  'Russian officials and several Muslims protested in the West.',
  'I think that God knows.',
  'On Monday the talks went on.',
  'Nobody Knows What Farmers Want From Their Government',
])('no names in "%s"', (text) => {
  expect(wordsOf('name', text)).toEqual([])
})

test.each([
  [
    'Fighting spread from Kharkiv to the Gaza Strip and New Zealand.',
    ['Kharkiv', 'Gaza Strip', 'New Zealand'],
  ],
  ['She was born in Wexbury, near Upper Tarrow.', ['Wexbury', 'Upper Tarrow']],
  ['Shells hit the town of Brenova and Zelmira airbase.', ['Brenova', 'Zelmira']],
  ['They crossed the River Osk and the Old Mill Bridge.', ['River Osk', 'Old Mill Bridge']],
  ['Washington and the Middle East waited.', ['Washington', 'Middle East']],
  ['The Turkish crew reached Turkey.', ['Turkey']],
  ['The U.S. and the UK abstained.', ['U.S.', 'UK']],
])('places in "%s"', (text, places) => {
  expect(wordsOf('place', text)).toEqual(places)
})

test('a heading with a capital on every word gives known names, not its ordinary words', () => {
  const heading = 'Senior Hamas Officials Visit Moscow For Talks About The Future Of Gaza'
  expect(wordsOf('name', heading)).toEqual(['Hamas'])
  expect(wordsOf('place', heading)).toEqual(['Moscow', 'Gaza'])
})
