import { describe, expect, test } from 'vitest'
import { languageWarnings } from '../../../src/reading/language/cues-by-language.ts'
import { detectLanguage, languageOf } from '../../../src/reading/language/detect-language.ts'

describe('a text’s language is told by its script and its function words', () => {
  test.each([
    ['de', 'Der Hafen ist seit dem Sturm gesperrt, und die Stadt hat noch keine Hilfe bekommen.'],
    ['fr', 'Le port est fermé depuis la tempête et la ville n’a pas encore reçu une aide.'],
    ['es', 'El puerto está cerrado desde la tormenta y la ciudad no ha recibido ayuda.'],
    ['it', 'Il porto è chiuso dopo la tempesta e la città non ha ancora avuto aiuto.'],
    ['nl', 'De haven is na de storm gesloten en de stad heeft nog geen hulp gekregen.'],
    ['pl', 'Port jest zamknięty po burzy, ale miasto nie dostało jeszcze pomocy.'],
    ['ru', 'Порт закрыт после шторма, и город ещё не получил помощи.'],
    ['uk', 'Порт зачинено після шторму, але місто ще не отримало допомоги.'],
    ['fa', 'بندر پس از طوفان بسته شد و شهر هنوز کمکی دریافت نکرده است.'],
    ['ur', 'طوفان کے بعد بندرگاہ بند ہے اور شہر کو ابھی مدد نہیں ملی۔'],
    ['ar', 'أغلق الميناء بعد العاصفة ولم تصل المساعدة إلى المدينة.'],
    ['el', 'Το λιμάνι έκλεισε.'],
    ['he', 'הנמל נסגר.'],
    ['hy', 'Նավահանգիստը փակ է:'],
    ['ja', '港は閉鎖された。'],
    ['zh', '港口关闭了。'],
    ['ko', '항구가 닫혔다.'],
    ['am', 'ወደቡ ተዘግቷል።'],
  ])('%s', (language, text) => expect(detectLanguage(text)).toBe(language))
})

describe('what does not plainly say otherwise is English', () => {
  test.each([
    '',
    '42',
    'No.',
    'Die hard!',
    'Los Angeles, San Diego, El Paso.',
    'Let me do a solo on a piano.',
    'Angela Merkel met Emmanuel Macron.',
    'The El Niño of Côte d’Ivoire was, he said, a “fait accompli”.',
    'Gesundheit, as one says.',
    'He wrote 你好 on the board.',
  ])('%j', (text) => expect(detectLanguage(text)).toBe('en'))
})

describe('what a file says of its language', () => {
  const english = 'The harbour is closed since the storm, and the town has not been helped yet. '.repeat(20)
  const german = 'Der Hafen ist seit dem Sturm gesperrt, und die Stadt hat noch keine Hilfe. '.repeat(20)

  test.each([
    ['holds where the text could be so', 'nn', german, 'nn'],
    ['holds where the text is short', 'de', 'The harbour is closed.', 'de'],
    ['holds with its region', 'en-GB', english, 'en-GB'],
    ['gives way to a text that is plainly English', 'de-DE', english, 'en'],
    ['gives way to a text that is plainly not English', 'en-US', german, 'de'],
    ['gives way to another script', 'en', 'Порт закрыт, и город ждёт.', 'ru'],
  ])('%s', (_, told, text, language) => expect(languageOf(told, text)).toBe(language))

  test('is asked of the text when the file says nothing', () => expect(languageOf(null, german)).toBe('de'))
})

test('a language that is read without cues is said to be', () => {
  expect(languageWarnings('de-AT')).toMatchObject([
    { rule: 'language-without-cues', message: expect.stringContaining('German') as string },
  ])
  expect(languageWarnings('en-GB')).toEqual([])
})

test('detection takes time in step with the length of a hostile line', () => {
  const started = process.cpuUsage()
  for (const unit of ['а', 'the ', "l'l'", '的 ', '\u0301']) detectLanguage(unit.repeat(1_000_000))
  expect(process.cpuUsage(started).user).toBeLessThan(2_000_000)
})
