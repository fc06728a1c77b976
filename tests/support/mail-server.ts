import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'

export interface ReceivedMail {
  readonly from: string
  readonly to: readonly string[]
  /** The whole message, headers first, as it came over the wire. */
  readonly message: string
}

/** A mail server of this machine that a test speaks SMTP to. */
export interface MailServer {
  readonly url: string
  readonly received: readonly ReceivedMail[]
  /** What it answers to the next recipients instead of taking them: a code of SMTP, or null to take them. */
  refuse: ((recipient: string) => number | null) | null
  /** Falls silent, once, in the middle of the next message. */
  hangUp: boolean
  readonly stop: () => Promise<void>
}

/** Starts a mail server; `user`: whom alone it lets in. `port`: 0 chooses one. */
export async function startMailServer({
  user,
  port = 0,
}: { user?: { name: string; password: string }; port?: number } = {}): Promise<MailServer> {
  const received: ReceivedMail[] = []
  const server = new SMTPServer({
    authOptional: user === undefined,
    disabledCommands: user === undefined ? ['AUTH', 'STARTTLS'] : ['STARTTLS'],
    allowInsecureAuth: true,
    onAuth: ({ username, password }, _session, done) => {
      if (username === user?.name && password === user?.password) done(null, { user: username })
      else done(new Error('Not known here'))
    },
    onRcptTo: ({ address }, _session, done) => {
      const code = mail.refuse?.(address) ?? null
      if (code === null) done()
      else done(Object.assign(new Error('Not now'), { responseCode: code }))
    },
    onData: (stream, { envelope }, done) => {
      let message = ''
      stream.setEncoding('utf8')
      stream.on('data', (part: string) => (message += part))
      stream.on('end', () => {
        received.push({
          from: envelope.mailFrom === false ? '' : envelope.mailFrom.address,
          to: envelope.rcptTo.map(({ address }) => address),
          message,
        })
        if (mail.hangUp) {
          mail.hangUp = false
          for (const connection of server.connections as Set<{ _socket: { destroy: () => void } }>)
            connection._socket.destroy()
        } else done()
      })
    },
  })
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  const { port: listens } = server.server.address() as AddressInfo
  const account = user === undefined ? '' : `${user.name}:${user.password}@`
  const mail: MailServer = {
    url: `smtp://${account}127.0.0.1:${listens}`,
    received,
    refuse: null,
    hangUp: false,
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  }
  return mail
}
