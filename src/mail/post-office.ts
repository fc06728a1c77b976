import { createTransport } from 'nodemailer'
import type { MailConfig } from '../mail-config.ts'

/**
 * What became of a mail: taken; refused for good; not taken for now; not handed over, since the server is away; `unknown`
 * when the server fell silent while it was handed over, so that it may be on its way.
 */
export type Delivery = 'sent' | 'refused' | 'postponed' | 'away' | 'unknown'

export interface PostOffice {
  /** @throws the mail server cannot be reached, or does not let us in */
  readonly check: () => Promise<void>
  readonly send: (mail: { to: string; subject: string; text: string }) => Promise<Delivery>
}

/** Milliseconds that the mail server has for each step of the conversation. */
const PATIENCE = 8_000

/** The mail server, spoken to by SMTP. */
export function postOffice({ url, from }: MailConfig): PostOffice {
  const transport = createTransport(
    {
      url,
      connectionTimeout: PATIENCE,
      greetingTimeout: PATIENCE,
      socketTimeout: PATIENCE,
      disableFileAccess: true,
      disableUrlAccess: true,
    },
    { from, headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' } },
  )
  return {
    check: async () => {
      await transport.verify()
    },
    send: async (mail) => {
      try {
        await transport.sendMail(mail)
        return 'sent'
      } catch (error) {
        return deliveryAfter(error as Trouble)
      }
    },
  }
}

interface Trouble {
  readonly code?: string
  readonly syscall?: string
  /** What the mail server answered, where it did. */
  readonly responseCode?: number
}

/** An answer says for certain that the mail was not taken; silence says so only where no connection came about. */
function deliveryAfter({ code, syscall, responseCode }: Trouble): Delivery {
  if (responseCode !== undefined) return responseCode >= 500 ? 'refused' : 'postponed'
  const neverConnected = syscall === 'connect' || code === 'EDNS' || code === 'EAUTH'
  return neverConnected ? 'away' : 'unknown'
}
