import { Agent, request } from 'node:http'

export interface Answer {
  readonly status: number
  readonly body: string
  readonly cookies: readonly string[]
  readonly location: string | undefined
}

const agent = new Agent({ keepAlive: true, maxSockets: 32 })

/** One request over kept-alive connections. */
export function ask(
  method: string,
  url: string,
  headers: Readonly<Record<string, string>> = {},
  body = '',
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const req = request(
      url,
      { method, agent, headers: { ...headers, 'content-length': String(Buffer.byteLength(body)) } },
      (res) => {
        const chunks: Buffer[] = []
        res.on('data', (chunk: Buffer) => chunks.push(chunk))
        res.on('error', reject)
        res.on('end', () =>
          resolve({
            status: res.statusCode ?? 0,
            body: Buffer.concat(chunks).toString(),
            cookies: res.headers['set-cookie'] ?? [],
            location: res.headers.location,
          }),
        )
      },
    )
    req.on('error', reject)
    req.end(body)
  })
}

/** Signs in as a browser does; returns the Cookie header. */
export async function signIn(url: string, email: string, password: string): Promise<string> {
  const form = await ask('GET', `${url}/sign-in`)
  const before = cookieHeader(form.cookies)
  const token = /name="_csrf" value="([^"]+)"/.exec(form.body)?.[1] ?? ''
  const fields = new URLSearchParams({ _csrf: token, email, password }).toString()
  const answer = await ask(
    'POST',
    `${url}/sign-in`,
    { cookie: before, 'content-type': 'application/x-www-form-urlencoded' },
    fields,
  )
  if (answer.status !== 303) throw new Error(`Sign-in answered ${answer.status}`)
  return cookieHeader(answer.cookies) || before
}

const cookieHeader = (cookies: readonly string[]): string =>
  cookies.map((cookie) => cookie.split(';')[0]).join('; ')

/** How many times a second `work` completes, with `workers` doing it at once for `seconds`. */
export async function rateOf(
  work: (worker: number) => Promise<void>,
  workers: number,
  seconds: number,
): Promise<number> {
  const until = performance.now() + seconds * 1000
  let done = 0
  const start = performance.now()
  await Promise.all(
    Array.from({ length: workers }, async (_, worker) => {
      while (performance.now() < until) {
        await work(worker)
        done += 1
      }
    }),
  )
  return (done / (performance.now() - start)) * 1000
}
