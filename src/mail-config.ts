import { Invalid } from './errors.ts'

/** The mail server that notices leave by, and whom they come from. */
export interface MailConfig {
  /** `smtp://USER:PASSWORD@HOST:PORT` or `smtps://…`. It holds a password: never print it. */
  readonly url: string
  /** "Stet <stet@example.org>", or the address alone. */
  readonly from: string
}

/**
 * SMTP_URL and MAIL_FROM. Without SMTP_URL nothing is sent.
 * @throws Invalid one line that names the variable, and none of its value
 */
export function readMailConfig(url: string | undefined, from: string | undefined): MailConfig | null {
  if (url === undefined) return null
  if (!isMailServer(url))
    throw new Invalid(
      'SMTP_URL must be like smtp://user:password@mail.example.org:587, or begin with smtps://.',
    )
  if (from === undefined)
    throw new Invalid('MAIL_FROM must be set beside SMTP_URL: the address that notices come from.')
  if (!SENDER.test(from))
    throw new Invalid(`MAIL_FROM must be like Stet <stet@example.org>, or the address alone, not “${from}”.`)
  return { url, from }
}

function isMailServer(value: string): boolean {
  const url = URL.canParse(value) ? new URL(value) : null
  return url !== null && /^smtps?:$/.test(url.protocol) && url.hostname !== '' && /^\/?$/.test(url.pathname)
}

const SENDER = /^(?:[^\s<>@,;]+@[^\s<>@,;]+|[^<>\r\n@]* ?<[^\s<>@,;]+@[^\s<>@,;]+>)$/
