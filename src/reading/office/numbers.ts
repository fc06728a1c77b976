import { additive, repeatedLetters, roman, type Sign } from '../numerals.ts'

/** How a counter is shown. Names as in WordprocessingML (ECMA-376, 17.18.59); ODF's formats are a few of these. */
type Show = (number: number) => string

const letters =
  (alphabet: string): Show =>
  (number) =>
    repeatedLetters(number, alphabet)

const digits =
  (zero: number): Show =>
  (number) =>
    String(number).replace(/\d/g, (digit) => String.fromCodePoint(zero + Number(digit)))

/** The signs of the Chicago manual: *, †, ‡, §, then doubled. */
const chicago: Show = (number) => ['*', '†', '‡', '§'][(number - 1) % 4]?.repeat(Math.ceil(number / 4)) ?? ''

const HEBREW: readonly Sign[] = [
  [400, 'ת'],
  [300, 'ש'],
  [200, 'ר'],
  [100, 'ק'],
  [90, 'צ'],
  [80, 'פ'],
  [70, 'ע'],
  [60, 'ס'],
  [50, 'נ'],
  [40, 'מ'],
  [30, 'ל'],
  [20, 'כ'],
  [16, 'טז'],
  [15, 'טו'],
  [10, 'י'],
  [9, 'ט'],
  [8, 'ח'],
  [7, 'ז'],
  [6, 'ו'],
  [5, 'ה'],
  [4, 'ד'],
  [3, 'ג'],
  [2, 'ב'],
  [1, 'א'],
]

const hebrew: Show = (number) => additive(number, HEBREW)

const circled: Show = (number) => (number <= 20 ? String.fromCodePoint(0x245f + number) : String(number))

const ARABIC_LETTERS = 'أبتثجحخدذرزسشصضطظعغفقكلمنهوي'
const ABJAD = 'أبجدهوزحطيكلمنسعفصقرشتثخذضظغ'
const CYRILLIC = 'абвгдежзиклмнопрстуфхцчшщэюя'

const FORMATS: Readonly<Record<string, Show>> = {
  decimal: String,
  decimalZero: (number) => String(number).padStart(2, '0'),
  lowerRoman: roman,
  upperRoman: (number) => roman(number).toUpperCase(),
  lowerLetter: letters('abcdefghijklmnopqrstuvwxyz'),
  upperLetter: letters('ABCDEFGHIJKLMNOPQRSTUVWXYZ'),
  chicago,
  numberInDash: (number) => `- ${number} -`,
  decimalEnclosedCircle: circled,
  decimalFullWidth: digits(0xff10),
  hindiNumbers: digits(0x0966),
  thaiNumbers: digits(0x0e50),
  arabicAlpha: letters(ARABIC_LETTERS),
  arabicAbjad: letters(ABJAD),
  hebrew1: hebrew,
  hebrew2: letters('אבגדהוזחטיכלמנסעפצקרשת'),
  russianLower: letters(CYRILLIC),
  russianUpper: letters(CYRILLIC.toUpperCase()),
}

/** A number from 1 as a format shows it; what no format shows that way, and formats not known, in plain digits. */
export function shownNumber(number: number, format: string): string {
  const show = FORMATS[format]
  return show === undefined || number < 1 || number > 3999 ? String(number) : show(number)
}
