import request, { type Test } from 'supertest'
import { expect, test } from 'vitest'
import type { Role } from '../../src/accounts/account.ts'
import { importReport } from '../../src/drafts/import-report.ts'
import { testApp } from '../support/app.ts'
import { describeOnBothDatabases } from '../support/databases.ts'
import { LIGHTHOUSE } from '../support/lighthouse.ts'

interface DraftBody {
  readonly text: string
  readonly sentences: readonly { start: number; end: number; kind: string }[]
  readonly markers: readonly { note: number | null }[]
  readonly reading: { readonly revision: number; readonly confirmed: boolean }
}

interface CoverageBody {
  readonly items: readonly {
    start: number
    end: number
    quote: string
    as: string
    claim: { id: string; number: number; version: number; setAside: string | null } | null
  }[]
  readonly next: string | null
}

describeOnBothDatabases('the API of readings', (makeDatabase) => {
  async function opened() {
    const desk = testApp(await makeDatabase())
    const { id } = await importReport(desk.db, {
      bytes: Buffer.from(LIGHTHOUSE),
      name: 'lighthouse.md',
      importedBy: null,
      at: desk.now,
    })
    const draft = await desk.db.draft.findFirstOrThrow()
    const clientOf = async (role: Role) => {
      const authorization = `Bearer ${await desk.tokenOf(role)}`
      return {
        get: (path: string): Test => request(desk.app).get(`/api/v1${path}`).set({ authorization }),
        post: (path: string, body: object): Test =>
          request(desk.app).post(`/api/v1${path}`).set({ authorization }).send(body),
      }
    }
    const editor = await clientOf('editor')
    const show = async () => (await editor.get(`/drafts/${draft.id}`).expect(200)).body as DraftBody
    const coverage = async (query = '') =>
      (await editor.get(`/drafts/${draft.id}/coverage${query}`).expect(200)).body as CoverageBody
    return {
      desk,
      id,
      at: `/drafts/${draft.id}`,
      editor,
      reviewer: await clientOf('reviewer'),
      show,
      coverage,
    }
  }

  test('gives a draft with its counts and whether its reading is confirmed', async () => {
    const { at, reviewer, show } = await opened()
    expect(await show()).toMatchObject({
      counts: { markers: 2, notes: 1, notesByKind: { footnote: 1 }, citations: 1, claims: 3, pages: 0 },
      reading: { revision: 0, confirmed: false, confirmation: null },
    })
    await reviewer.post(`${at}/confirmations`, { revision: 1 }).expect(409)
    await reviewer.post(`${at}/confirmations`, { revision: 0 }).expect(201)
    expect((await show()).reading).toMatchObject({
      confirmed: true,
      confirmation: { by: { name: 'The reviewer' } },
    })
  })

  test('lays a correction over the reading, lists it and takes it back', async () => {
    const { at, editor, reviewer, show } = await opened()
    const correction = { kind: 'linked', marker: 1, note: 0, revision: 0, reason: 'It says [2].' }
    await reviewer.post(`${at}/corrections`, correction).expect(403)
    const made = await editor.post(`${at}/corrections`, correction).expect(201)
    expect(made.body).toMatchObject({ revision: 1, claims: [{ number: 3, to: { notes: [0] } }] })
    expect((await show()).markers.map(({ note }) => note)).toEqual([0, 0])
    await editor.post(`${at}/corrections`, correction).expect(409)
    await editor.post(`${at}/corrections`, { ...correction, revision: 1 }).expect(422)
    await editor.post(`${at}/corrections`, { kind: 'made-up', revision: 1 }).expect(422)
    const { id } = made.body as { id: string }
    await editor.post(`/corrections/${id}/withdrawals`, { revision: 1 }).expect(201)
    expect((await show()).markers.map(({ note }) => note)).toEqual([0, null])
    const listed = await editor.get(`${at}/corrections`).expect(200)
    expect(listed.body).toMatchObject({
      revision: 2,
      items: [
        {
          kind: 'linked',
          reason: 'It says [2].',
          by: { name: 'The editor' },
          withdrawn: { by: 'The editor' },
        },
      ],
    })
  })

  test('gives the coverage by pages, and takes classifications', async () => {
    const { at, editor, coverage } = await opened()
    const first = await coverage('?limit=2')
    expect([first.items.length, first.next]).toEqual([2, '2'])
    expect((await coverage(`?limit=2&cursor=2`)).items).toHaveLength(2)
    const [opinion] = (await coverage('?show=not-checkable')).items.filter(({ quote }) =>
      quote.startsWith('In my'),
    )
    const { start, end } = opinion!
    const given = { start, end, kind: 'claim', seen: null, seenVersion: null }
    const made = await editor.post(`${at}/classifications`, given).expect(201)
    expect(made.body).toMatchObject({ claim: { number: 4, setAside: null } })
    await editor.post(`${at}/classifications`, given).expect(409)
    const { id } = made.body as { id: string }
    await editor.post(`/classifications/${id}/withdrawals`, {}).expect(201)
    expect(
      (await coverage('?show=not-checkable')).items.find((one) => one.start === start)?.claim,
    ).toMatchObject({
      number: 4,
      setAside: 'not checkable',
    })
    await editor.post(`${at}/classifications`, { ...given, kind: 'not checkable' }).expect(422)
  })

  test('sets the policy of a report', async () => {
    const { id, editor, reviewer } = await opened()
    await reviewer.post(`/reports/${id}/policy`, { requireConfirmedReading: true }).expect(403)
    await editor.post(`/reports/${id}/policy`, { requireConfirmedReading: true }).expect(201)
    await editor.post(`/reports/${id}/policy`, { requireConfirmedReading: 'yes' }).expect(422)
    expect((await editor.get(`/reports/${id}`).expect(200)).body).toMatchObject({
      policy: { requireConfirmedReading: true },
    })
  })
})
