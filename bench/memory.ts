import { newDesk } from './support/desk.ts'
import type { Measured } from './support/figures.ts'
import { ofBytes, reportText } from './support/report-text.ts'
import { startStet } from './support/server.ts'

/** Resident memory of the serving process after a report of one megabyte was imported through it. */
export async function benchMemory(): Promise<Measured> {
  const desk = newDesk()
  desk.addAccount('bench@desk.example', 'a long word for the bench')
  const token = desk.addToken('bench@desk.example')
  const server = await startStet(desk.databaseUrl)
  try {
    const form = new FormData()
    form.set('file', new Blob([ofBytes(reportText, 1_000_000)]), 'large.md')
    const answer = await fetch(`${server.url}/api/v1/reports`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}` },
      body: form,
    })
    if (answer.status !== 201) throw new Error(`The import was answered ${answer.status}`)
    const { claims } = (await answer.json()) as { claims: number }
    return {
      name: 'memory of the server after importing 1 MB',
      value: server.memory(),
      unit: 'MB',
      target: { max: 300 },
      detail: `${claims} claims`,
    }
  } finally {
    await server.stop()
  }
}
