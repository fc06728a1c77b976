import { expect, test } from 'vitest'
import { importReport } from '../../src/drafts/import-report.ts'
import { Invalid } from '../../src/errors.ts'
import { progressOf, type Tell } from '../../src/reading/progress.ts'
import { ReadingsUnderWay } from '../../src/web/readings-under-way.ts'
import { type Browser, type TestApp, testApp } from '../support/app.ts'
import { describeOnBothDatabases } from '../support/databases.ts'
import { pageContent } from '../support/page-content.ts'

const MILL = Buffer.from('# The mill\n\nThe mill burned down in 1904. It was never rebuilt.\n')
/** Large enough to be read aside. */
const LONG = Buffer.concat([MILL, Buffer.from('\nThe wheel was sold. The race ran dry.\n'.repeat(4000))])
const typed = { title: 'As I called it', pasted: '', type: 'markdown', closed: false }

/** A reading that the test drives: it tells how far it is, then imports the mill or fails. */
function driven(desk: TestApp, readings: ReadingsUnderWay, { account }: Browser) {
  let finish: (failure?: Error) => void = () => undefined
  let tell: Tell = () => undefined
  const ready = new Promise<Error | undefined>((resolve) => {
    finish = resolve
  })
  const { id, ended } = readings.begin({
    accountId: account.id,
    name: 'mill.md',
    typed,
    read: async (reportId, hear) => {
      tell = hear
      const failure = await ready
      if (failure !== undefined) throw failure
      return importReport(desk.db, {
        bytes: MILL,
        name: 'mill.md',
        id: reportId,
        importedBy: account,
        at: desk.now,
      })
    },
  })
  return { id, path: `/reports/readings/${id}`, ended, finish: (failure?: Error) => finish(failure), tell }
}

describeOnBothDatabases('a file that takes long to read', (makeDatabase) => {
  async function atWork() {
    const readings = new ReadingsUnderWay()
    const desk = testApp(await makeDatabase(), { readings })
    const editor = await desk.as('editor')
    return { readings, desk, editor, ...driven(desk, readings, editor) }
  }

  test('shows how far it is, looks again by itself without script, and need not', async () => {
    const { editor, path, tell, finish, ended } = await atWork()
    tell(progressOf('citations', 0.5))
    const { headers, text } = await editor.get(path).expect(200)
    expect(headers['refresh']).toBe('3')
    const page = pageContent(text)
    expect(page.text).toContain('Reading mill.md')
    expect(page.text).toContain('Linking markers and notes done')
    expect(page.text).toContain('Reading what the notes cite now')
    expect(page.elements.find(({ name }) => name === 'progress')?.attributes['value']).toBe('55')
    const still = await editor.get(`${path}?still=1`).expect(200)
    expect(still.headers['refresh']).toBeUndefined()
    finish()
    await ended
  })

  test('goes on to what was read once it is, at the same address from then on', async () => {
    const { editor, id, path, finish, ended } = await atWork()
    finish()
    await ended
    await editor.get(path).expect(303).expect('Location', `/reports/${id}/reading`)
    expect((await editor.get(`/reports/${id}/reading`).expect(200)).text).toContain('The mill')
  })

  test('that cannot be read comes back to the form with what was typed, as often as it is looked at', async () => {
    const { desk, editor, path, finish, ended } = await atWork()
    finish(new Invalid('The file is torn: send another one.'))
    await ended
    const looks = [await editor.get(path).expect(422), await editor.get(path).expect(422)]
    for (const { text } of looks) {
      const page = pageContent(text)
      expect(
        page.elements.find(({ name, attributes }) => name === 'a' && attributes['href'] === '#file')?.text,
      ).toBe('The file is torn: send another one.')
      expect(page.elements.find(({ attributes }) => attributes['id'] === 'title')?.attributes['value']).toBe(
        typed.title,
      )
    }
    expect(await desk.db.report.count()).toBe(0)
  })

  test('that hit a fault of the program is answered 500, with a number for the log', async () => {
    const { editor, path, finish, ended } = await atWork()
    finish(new Error('secret detail'))
    await ended
    const { text } = await editor.get(path).expect(500)
    expect(text).toContain('Request number')
    expect(text).not.toContain('secret detail')
  })

  test('is nobody else’s to see', async () => {
    const { desk, path, finish, ended } = await atWork()
    await (await desk.as('admin')).get(path).expect(404)
    finish()
    await ended
  })

  test('is forgotten by a server that was started anew, which says so and what to do', async () => {
    const { desk, editor, path, finish, ended } = await atWork()
    const anew = testApp(desk.db)
    const { text } = await (await anew.asAccount(editor.account)).get(path).expect(404)
    const page = pageContent(text)
    expect(page.text).toContain('The server was started anew while it read the file')
    expect(page.hrefs).toContain('/reports/new')
    finish()
    await ended
    await (await anew.asAccount(editor.account)).get(path).expect(303)
  })

  test('is uploaded like any other: its browser is led to the report, at once or by way of that page', async () => {
    const { desk, editor, finish, ended } = await atWork()
    const { headers } = await editor.upload('/reports', LONG, 'long.md').expect(303)
    let place = headers['location'] ?? ''
    await expect
      .poll(
        async () => {
          if (place.startsWith('/reports/readings/'))
            place = (await editor.get(place)).headers['location'] ?? place
          return place
        },
        { timeout: 25_000, interval: 300 },
      )
      .toMatch(/^\/reports\/[\w-]+\/reading$/)
    expect(await desk.db.report.count()).toBe(1)
    finish()
    await ended
  })
})
