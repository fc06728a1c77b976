import { expect, test } from 'vitest'
import { Invalid } from '../../../src/errors.ts'
import { readDocx } from '../../../src/reading/docx/read-docx.ts'
import { docx, p, r } from '../../support/docx.ts'

/** CPU time of reading, in seconds; what is refused counts too. */
function seconds(body: string): number {
  const bytes = docx(body)
  const before = process.cpuUsage()
  try {
    readDocx(bytes)
  } catch (error) {
    if (!(error instanceof Invalid)) throw error
  }
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1_000_000
}

const MANY = 30_000

test.each([
  [
    'fields that begin and never end',
    p('<w:r><w:fldChar w:fldCharType="begin"/></w:r>' + r('x')).repeat(MANY),
  ],
  [
    'links in each other around many paragraphs',
    `<w:p>${'<w:hyperlink w:anchor="a">'.repeat(500)}<w:r><w:pict>${`<w:txbxContent>${p('x')}</w:txbxContent>`.repeat(MANY)}</w:pict></w:r>${'</w:hyperlink>'.repeat(500)}</w:p>`,
  ],
  ['tables in each other', '<w:tbl><w:tr><w:tc>'.repeat(100_000)],
  [
    'bookmarks that never end',
    p(`<w:bookmarkStart w:id="1" w:name="b"/><w:r><w:footnoteReference w:id="1"/></w:r>`).repeat(MANY),
  ],
  [
    'properties whose end is not found at once',
    `<w:p>${'<w:r><w:rPr><w:b/></w:rPr ><w:t>x</w:t></w:r>'.repeat(MANY)}</w:p>`,
  ],
])('%s are read or refused in little time', (_, body) => {
  expect(seconds(body)).toBeLessThan(8)
})
