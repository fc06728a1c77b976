import type { Actor } from '../../accounts/account.ts'
import { may, type ReportTarget } from '../../accounts/policy.ts'
import type { Hidden } from '../../claims/hidden.ts'
import type { Database } from '../../db/database.ts'
import { claimContacts } from '../../review/contacts/claim-contacts.ts'
import type { WhatThereIs } from '../../review/what-there-is.ts'
import { panelContacts, type PanelContacts } from '../pages/panel-contacts.ts'

export interface ContactsAsked {
  readonly claim: { readonly id: string; readonly number: number; readonly setAside: string | null }
  readonly reportId: string
  readonly target: ReportTarget
  readonly reader: Actor
  readonly hidden: Hidden
  readonly there: WhatThereIs
}

/** Who was asked about the claim at hand, for its panel. */
export async function loadPanelContacts(
  db: Database,
  { claim, reportId, target, reader, hidden, there }: ContactsAsked,
): Promise<PanelContacts> {
  const contacts = there.contacts ? await claimContacts(db, { actor: reader, claimId: claim.id, hidden }) : []
  const mayAsk = may(reader, 'ask people', target) && claim.setAside === null
  return panelContacts(contacts, { reportId, number: claim.number, mayAsk })
}
