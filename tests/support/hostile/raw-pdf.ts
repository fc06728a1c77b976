/** The objects of a PDF by number, each as it stands between `obj` and `endobj`. */
export type Objects = Readonly<Record<number, string | Buffer>>

/** A PDF of these objects with a true table of where they stand. Object 1 is the catalogue. `trailer`: more of its entries. */
export function pdf(objects: Objects, trailer = ''): Buffer {
  const head = Buffer.from('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n', 'latin1')
  const parts: Buffer[] = [head]
  const places = new Map<number, number>()
  let at = head.length
  for (const [number, object] of Object.entries(objects)) {
    places.set(Number(number), at)
    const piece = Buffer.concat([
      Buffer.from(`${number} 0 obj\n`),
      Buffer.from(object),
      Buffer.from('\nendobj\n'),
    ])
    parts.push(piece)
    at += piece.length
  }
  const count = Math.max(...places.keys()) + 1
  const tail = `${table(places, count)}trailer\n<< /Root 1 0 R /Size ${count} ${trailer} >>\nstartxref\n${at}\n%%EOF\n`
  return Buffer.concat([...parts, Buffer.from(tail)])
}

function table(places: ReadonlyMap<number, number>, count: number): string {
  const lines = Array.from({ length: count }, (_, i) => {
    const place = places.get(i)
    return place === undefined ? '0000000000 65535 f \n' : `${String(place).padStart(10, '0')} 00000 n \n`
  })
  return `xref\n0 ${count}\n${lines.join('')}`
}

/** A stream object. `entries`: more of its dictionary. */
export const stream = (content: string | Buffer, entries = ''): Buffer => {
  const bytes = Buffer.from(content)
  return Buffer.concat([
    Buffer.from(`<< /Length ${bytes.length} ${entries} >>\nstream\n`),
    bytes,
    Buffer.from('\nendstream'),
  ])
}

export const FONT = '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>'

/** Words on a page, in font F1. */
export const show = (text: string, y = 700): string => `BT /F1 12 Tf 72 ${y} Td (${text}) Tj ET\n`

/** A page below object 2, its font in object 4. `more`: of its resources. */
export const page = (contents: string, more = ''): string =>
  `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents ${contents} /Resources << /Font << /F1 4 0 R >> ${more} >> >>`
