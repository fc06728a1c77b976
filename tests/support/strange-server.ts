import { readFileSync } from 'node:fs'
import { createServer, type RequestListener, type Server } from 'node:http'
import { createServer as createSecureServer } from 'node:https'
import {
  type AddressInfo,
  createServer as createTcpServer,
  type Server as TcpServer,
  type Socket,
} from 'node:net'
import { isPublicAddress } from '../../src/sources/fetch/allowed-address.ts'

/** The one address of this machine that `mayReach` of a test lets through: servers for tests stand there, and nothing else does. */
export const OUTSIDE = '127.0.0.5'

export const mayReachOutside = (address: string): boolean => address === OUTSIDE || isPublicAddress(address)

/** A server on another host of the internet, as far as the fetcher knows. */
export interface StrangeServer {
  /** `http://127.0.0.5:PORT` */
  readonly url: string
  readonly port: number
  /** The paths that were asked for, in order. */
  readonly asked: string[]
  readonly stop: () => Promise<void>
}

export function strangeServer(answer: RequestListener, host = OUTSIDE, port = 0): Promise<StrangeServer> {
  const asked: string[] = []
  const server = createServer((req, res) => {
    asked.push(req.url ?? '')
    answer(req, res)
  })
  return listening(server, 'http', host, port, asked)
}

/** The same over TLS, with a certificate that nobody signed. */
export function selfSignedServer(answer: RequestListener): Promise<StrangeServer> {
  const pem = readFileSync(new URL('../fixtures/self-signed.pem', import.meta.url))
  return listening(createSecureServer({ key: pem, cert: pem }, answer), 'https', OUTSIDE, 0, [])
}

/** A server that speaks bytes of its own choosing. */
export function rawServer(speak: (socket: Socket) => void): Promise<StrangeServer> {
  const server = createTcpServer((socket) => {
    socket.on('error', () => undefined)
    speak(socket)
  })
  return listening(server, 'http', OUTSIDE, 0, [])
}

async function listening(
  server: Server | TcpServer,
  scheme: string,
  host: string,
  wanted: number,
  asked: string[],
): Promise<StrangeServer> {
  const open = new Set<Socket>()
  server.on('connection', (socket: Socket) => {
    open.add(socket)
    socket.on('error', () => undefined)
    socket.on('close', () => open.delete(socket))
  })
  await new Promise<void>((resolve) => server.listen(wanted, host, resolve))
  const { port } = server.address() as AddressInfo
  const stop = (): Promise<void> => {
    for (const socket of open) socket.destroy()
    return new Promise((resolve) => server.close(() => resolve()))
  }
  return { url: `${scheme}://${host}:${port}`, port, asked, stop }
}
