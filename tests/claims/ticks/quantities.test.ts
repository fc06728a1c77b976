import { expect, test } from 'vitest'
import { wordsOf } from './found.ts'

test.each([
  ['It killed over 1,400 and took 241 hostages.', ['over 1,400', '241 hostages']],
  ['A third of them earn twice as much.', ['A third', 'twice']],
  ['Prices rose 4.5% to $3.5 billion, or €12bn.', ['4.5%', '$3.5 billion', '€12bn']],
  ['Between 12 and 15 people, some forty-five in all.', ['Between 12 and 15 people', 'some forty-five']],
  ['Two-thirds of the 300 sq km burned.', ['Two-thirds', '300 sq km']],
  ['The third visit, and the 4th, took less than a month.', ['third', '4th', 'less than a month']],
  ['One in five of half a million voters.', ['One in five', 'half a million voters']],
  ['A 37-year-old drove 10 to 12 miles.', ['37-year-old', '10 to 12 miles']],
  ['Tens of thousands left within three days.', ['Tens of thousands', 'three days']],
  ['Paper No. 14 has 1,024 pages.', ['No. 14', '1,024 pages']],
  ['Up to 2000 people came.', ['Up to 2000 people']],
])('numbers in "%s"', (text, numbers) => {
  expect(wordsOf('number', text)).toEqual(numbers)
})

test.each([
  'One of them left, and the other one stayed.',
  'He left on March 4, 2019.',
  'The note[12] is missing.',
  'Second, nobody came.',
  'Both sides agreed in 2006.',
])('no numbers in "%s"', (text) => {
  expect(wordsOf('number', text)).toEqual([])
})

test.each([
  ['On October 7 and 9 November 2023 it rained.', ['October 7', '9 November 2023']],
  [
    'From March 2022 to mid-2023, in 2021–2023 and since the 1990s.',
    ['March 2022', 'mid-2023', '2021–2023', '1990s'],
  ],
  ['By Friday, 3 June, or last week.', ['Friday, 3 June', 'last week']],
  ['In early May, at 6:30 p.m., it closed.', ['early May', '6:30 p.m.']],
  ['In the 19th century and in spring 2021.', ['19th century', 'spring 2021']],
  ['August 3–5, 2020[4] was hot.', ['August 3–5, 2020']],
  ['Since 2015 prices rose.', ['2015']],
])('dates in "%s"', (text, dates) => {
  expect(wordsOf('date', text)).toEqual(dates)
})

test.each([
  'They may march on the capital.',
  'May they prosper.',
  'Some 2000 people came.',
  'Resolution 1701 stands.',
  'Two days later it ended.',
  'It cost $2019.',
])('no dates in "%s"', (text) => {
  expect(wordsOf('date', text)).toEqual([])
})
