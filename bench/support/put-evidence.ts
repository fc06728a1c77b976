import { ask } from './http.ts'

const SOURCES = 20
const JUDGEMENTS = ['supports', 'partly supports', 'does not support', 'contradicts', 'not accessed']

/** Puts twenty sources to each of these claims of a report, as a desk that has worked on it: an excerpt with every fourth. */
export async function putEvidence(
  url: string,
  headers: Readonly<Record<string, string>>,
  reportId: string,
  claimIds: readonly string[],
): Promise<void> {
  const post = async (path: string, body: unknown): Promise<string> => {
    const answer = await ask('POST', `${url}/api/v1${path}`, headers, JSON.stringify(body))
    if (answer.status !== 201) throw new Error(`${path} was answered ${answer.status}: ${answer.body}`)
    return answer.body
  }
  for (let at = 0; at < SOURCES; at++) {
    const source = { title: `Docks file ${at}`, url: `https://docks.example/files/${at}`, kind: 'document' }
    const { id } = JSON.parse(await post('/sources', source)) as { id: string }
    const claims = claimIds.map((claimId, claim) => ({
      claimId,
      judgement: JUDGEMENTS[(claim + at) % JUDGEMENTS.length],
    }))
    const excerpt = at % 4 === 0 ? { excerpt: `The harbour office kept case ${at} on 3 March 1921.` } : {}
    await post(`/sources/${id}/evidence`, { reportId, claims, locator: `p. ${at}`, ...excerpt })
  }
}
