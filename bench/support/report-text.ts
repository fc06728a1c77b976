const WHO = [
  'The harbour office',
  'Two surveyors',
  'The mayor',
  'A clerk of the court',
  'The grain board',
  'Some traders',
]
const DID = [
  'recorded',
  'reportedly denied',
  'confirmed',
  'may have changed',
  'published',
  'allegedly withheld',
]
const WHAT = [
  'the tonnage of the ferry',
  'a letter to the council',
  'the list of passengers',
  'the price of salt',
  'an audit of the docks',
]

/** A sentence of an invented report; the same number gives the same sentence. */
export const sentence = (i: number): string =>
  `${WHO[i % 6]} ${DID[(i * 5) % 6]} ${WHAT[(i * 7) % 5]} on ${(i % 28) + 1} March ${1900 + (i % 99)}, case ${i}.`

/** An invented report in Markdown: `claims` sentences in paragraphs of five, a note to every third. */
export function reportText(claims: number): string {
  const lines = ['# The docks of Aldermouth', '']
  for (let i = 0; i < claims; i += 5) {
    if (i % 50 === 0) lines.push(`## Part ${i / 50 + 1}`, '')
    const paragraph = Array.from({ length: Math.min(5, claims - i) }, (_, k) => noted(i + k))
    lines.push(paragraph.join(' '), '')
  }
  for (let i = 0; i < claims; i += 3)
    lines.push(`[^n${i}]: Aldermouth Gazette, "Case ${i}", ${(i % 28) + 1} April ${1900 + (i % 99)}.`, '')
  return lines.join('\n')
}

const noted = (i: number): string => (i % 3 === 0 ? `${sentence(i)}[^n${i}]` : sentence(i))

/** The same report as a web page. */
export function reportPage(claims: number): string {
  const paragraphs: string[] = []
  for (let i = 0; i < claims; i += 5)
    paragraphs.push(
      `<p>${Array.from({ length: Math.min(5, claims - i) }, (_, k) => notedInHtml(i + k)).join(' ')}</p>`,
    )
  const notes: string[] = []
  for (let i = 0; i < claims; i += 3)
    notes.push(
      `<li id="fn${i}">Aldermouth Gazette, “Case ${i}”, ${(i % 28) + 1} April. <a href="#ref${i}">↩</a></li>`,
    )
  return `<!doctype html><html lang="en"><head><title>The docks</title></head><body><main><h1>The docks</h1>\n${paragraphs.join('\n')}\n<section><h2>Notes</h2><ol>\n${notes.join('\n')}\n</ol></section></main></body></html>`
}

const notedInHtml = (i: number): string =>
  i % 3 === 0 ? `${sentence(i)}<sup id="ref${i}"><a href="#fn${i}">${i / 3 + 1}</a></sup>` : sentence(i)

/** As many copies of the claims as make a text of about this many bytes. */
export function ofBytes(make: (claims: number) => string, bytes: number): string {
  const per = make(1000).length / 1000
  return make(Math.round(bytes / per))
}
