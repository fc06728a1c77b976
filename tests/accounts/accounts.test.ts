import { expect, test } from 'vitest'
import { addAccount } from '../../src/accounts/add-account.ts'
import { addToken } from '../../src/accounts/add-token.ts'
import { changePassword, resetPassword } from '../../src/accounts/change-password.ts'
import { changeRole } from '../../src/accounts/change-role.ts'
import { checkSignIn } from '../../src/accounts/check-sign-in.ts'
import { signOutEverywhere } from '../../src/accounts/end-sessions.ts'
import { findSession } from '../../src/accounts/find-session.ts'
import { findTokenBearer } from '../../src/accounts/find-token.ts'
import { hashPassword } from '../../src/accounts/password.ts'
import { listTokens, revokeToken } from '../../src/accounts/revoke-token.ts'
import { ABSOLUTE_LIMIT, addTime } from '../../src/accounts/session.ts'
import { addFirstAdmin, assertSetupLink, ensureSetupLink } from '../../src/accounts/setup-link.ts'
import { startSession } from '../../src/accounts/start-session.ts'
import { reinstateAccount, suspendAccount } from '../../src/accounts/suspend-account.ts'
import type { Database } from '../../src/db/database.ts'
import { Conflict, Gone, Invalid, NotAllowed, NotFound } from '../../src/errors.ts'
import { accountWithRole, NOON } from '../support/accounts.ts'
import { describeOnBothDatabases } from '../support/databases.ts'

const PASSWORD = 'lantern over the quiet harbour'
const at = NOON

/** Kinds of the desk's events, in order, with who did them. */
async function deskEvents(db: Database): Promise<string[]> {
  const events = await db.event.findMany({ where: { chain: 'desk' }, orderBy: { seq: 'asc' } })
  return events.map(({ kind, actor }) => (actor === 'system' ? `${kind} by system` : kind))
}

describeOnBothDatabases('accounts', (makeDatabase) => {
  test('an account is added with its event, its e-mail in lower case', async () => {
    const db = await makeDatabase()
    const account = await accountWithRole(db, 'editor', { email: ' Ada@Desk.Example ', name: ' Ada ' })
    expect(account).toMatchObject({
      email: 'ada@desk.example',
      name: 'Ada',
      role: 'editor',
      suspendedAt: null,
    })
    expect(await deskEvents(db)).toEqual(['account.added by system'])
  })

  test('one e-mail has one account, however it is typed, and the refused one leaves nothing', async () => {
    const db = await makeDatabase()
    await accountWithRole(db, 'editor', { email: 'ada@desk.example' })
    await expect(accountWithRole(db, 'reader', { email: 'ADA@desk.example' })).rejects.toThrow(Conflict)
    expect(await db.account.count()).toBe(1)
    expect(await deskEvents(db)).toHaveLength(1)
  })

  test.each([
    { email: 'no-at-sign', name: 'Ada' },
    { email: 'two words@desk.example', name: 'Ada' },
    { email: 'ada@desk.example', name: ' ' },
    { email: 'ada@desk.example', name: 'A\nB' },
  ])('an account that nobody could use is refused: %o', async (given) => {
    const db = await makeDatabase()
    await expect(accountWithRole(db, 'reader', given)).rejects.toThrow(Invalid)
  })

  test('only an administrator adds accounts, changes roles, suspends and gives new passwords', async () => {
    const db = await makeDatabase()
    const by = await accountWithRole(db, 'editor')
    const { id: accountId } = await accountWithRole(db, 'reader')
    const given = {
      email: 'x@desk.example',
      name: 'X',
      role: 'reader',
      legal: false,
      passwordHash: null,
    } as const
    await expect(addAccount(db, { ...given, by, at })).rejects.toThrow(NotAllowed)
    await expect(changeRole(db, { accountId, role: 'editor', legal: false, by, at })).rejects.toThrow(
      NotAllowed,
    )
    await expect(suspendAccount(db, { accountId, by, at })).rejects.toThrow(NotAllowed)
    await expect(resetPassword(db, { accountId, by, at })).rejects.toThrow(NotAllowed)
    expect(await deskEvents(db)).toHaveLength(2)
  })

  test('a role changes with an event that says from what to what; the same role again is no event', async () => {
    const db = await makeDatabase()
    const by = await accountWithRole(db, 'admin')
    const { id: accountId } = await accountWithRole(db, 'reader')
    const changed = await changeRole(db, { accountId, role: 'editor', legal: true, by, at })
    await changeRole(db, { accountId, role: 'editor', legal: true, by, at })
    expect(changed).toMatchObject({ role: 'editor', legal: true })
    const events = await db.event.findMany({
      where: { kind: 'account.role-changed' },
      include: { payload: true },
    })
    expect(events).toHaveLength(1)
    expect(JSON.parse(events[0]?.payload.body ?? '')).toMatchObject({ from: 'reader', to: 'editor, legal' })
  })

  test('the last administrator who can sign in can be neither demoted nor suspended', async () => {
    const db = await makeDatabase()
    const by = await accountWithRole(db, 'admin', { passwordHash: await hashPassword(PASSWORD) })
    await accountWithRole(db, 'admin', { email: 'no-password@desk.example' })
    const change = { accountId: by.id, by, at }
    await expect(changeRole(db, { ...change, role: 'reader', legal: false })).rejects.toThrow(Conflict)
    await expect(suspendAccount(db, change)).rejects.toThrow(Conflict)
    await accountWithRole(db, 'admin', {
      email: 'b@desk.example',
      passwordHash: await hashPassword(PASSWORD),
    })
    await suspendAccount(db, change)
  })

  test('the sample’s accounts cannot be changed', async () => {
    const db = await makeDatabase()
    const by = await accountWithRole(db, 'admin')
    const { id: accountId } = await accountWithRole(db, 'reviewer')
    await db.account.update({ where: { id: accountId }, data: { sample: true } })
    await expect(resetPassword(db, { accountId, by, at })).rejects.toThrow(NotAllowed)
    await expect(reinstateAccount(db, { accountId, by, at })).rejects.toThrow(NotAllowed)
  })

  test('suspension ends sessions and tokens at once; who is let in again needs new ones', async () => {
    const db = await makeDatabase()
    const by = await accountWithRole(db, 'admin')
    const account = await accountWithRole(db, 'reviewer', { passwordHash: await hashPassword(PASSWORD) })
    const session = await startSession(db, account.id, at)
    const { token } = await addToken(db, { account, name: 'script', by: account, at })
    expect(await findTokenBearer(db, token, at)).toMatchObject({ account: { id: account.id } })
    await suspendAccount(db, { accountId: account.id, by, at })
    expect(await findSession(db, session, at)).toBeNull()
    expect(await findTokenBearer(db, token, at)).toBeNull()
    expect(await checkSignIn(db, { email: account.email, password: PASSWORD })).toBeNull()
    await reinstateAccount(db, { accountId: account.id, by, at })
    expect(await findSession(db, session, at)).toBeNull()
    expect(await findTokenBearer(db, token, at)).toBeNull()
    expect(await checkSignIn(db, { email: account.email, password: PASSWORD })).toBe(account.id)
  })

  test('a new password ends every session, and the old one opens nothing', async () => {
    const db = await makeDatabase()
    const account = await accountWithRole(db, 'reviewer', { passwordHash: await hashPassword(PASSWORD) })
    const session = await startSession(db, account.id, at)
    const next = 'another lamp by the gate'
    await expect(changePassword(db, { account, current: 'wrong', next, at })).rejects.toThrow(Invalid)
    await expect(changePassword(db, { account, current: PASSWORD, next: 'short', at })).rejects.toThrow(
      Invalid,
    )
    expect(await findSession(db, session, at)).not.toBeNull()
    await changePassword(db, { account, current: PASSWORD, next, at })
    expect(await findSession(db, session, at)).toBeNull()
    expect(await checkSignIn(db, { email: account.email, password: PASSWORD })).toBeNull()
    expect(await checkSignIn(db, { email: account.email, password: next })).toBe(account.id)
  })

  test('an administrator’s new password for somebody works, and their sessions end', async () => {
    const db = await makeDatabase()
    const by = await accountWithRole(db, 'admin')
    const account = await accountWithRole(db, 'reviewer')
    const password = await resetPassword(db, { accountId: account.id, by, at })
    expect(await checkSignIn(db, { email: account.email, password })).toBe(account.id)
  })
})

describeOnBothDatabases('sessions', (makeDatabase) => {
  test('carry the account and a token for forms', async () => {
    const db = await makeDatabase()
    const account = await accountWithRole(db, 'reviewer', { legal: true })
    const session = await findSession(db, await startSession(db, account.id, at), at)
    expect(session?.account).toEqual(account)
    expect(session?.csrfToken).toMatch(/^[\w-]{43}$/)
    expect(session?.expiresAt).toEqual(addTime(at, ABSOLUTE_LIMIT))
  })

  test('a guessed or mistyped cookie opens nothing', async () => {
    const db = await makeDatabase()
    const secret = await startSession(db, (await accountWithRole(db, 'reader')).id, at)
    const { id } = await db.session.findFirstOrThrow()
    for (const guess of ['', 'x', `${secret}x`, id, "' OR 1=1 --"])
      expect(await findSession(db, guess, at)).toBeNull()
  })

  test('those that have ended are cleared away when somebody signs in', async () => {
    const db = await makeDatabase()
    const { id } = await accountWithRole(db, 'reader')
    await startSession(db, id, at)
    await startSession(db, id, addTime(at, 13 * 60 * 60_000))
    expect(await db.session.count()).toBe(1)
  })

  test('signing out everywhere ends all of one account’s and nobody else’s, with an event', async () => {
    const db = await makeDatabase()
    const account = await accountWithRole(db, 'reader')
    const other = await accountWithRole(db, 'editor')
    await startSession(db, account.id, at)
    await startSession(db, account.id, at)
    const kept = await startSession(db, other.id, at)
    await signOutEverywhere(db, { account, at })
    expect(await db.session.count()).toBe(1)
    expect(await findSession(db, kept, at)).not.toBeNull()
    expect((await deskEvents(db)).at(-1)).toBe('account.signed-out-everywhere')
  })
})

describeOnBothDatabases('tokens', (makeDatabase) => {
  test('only the hash is stored, and the event does not hold the token', async () => {
    const db = await makeDatabase()
    const account = await accountWithRole(db, 'reviewer')
    const { token } = await addToken(db, { account, name: ' script ', by: account, at })
    expect(token).toMatch(/^stet_[\w-]{43}$/)
    const stored = JSON.stringify([await db.apiToken.findMany(), await db.sealedText.findMany()])
    expect(stored).not.toContain(token)
    expect(await listTokens(db, account.id)).toMatchObject([{ name: 'script', lastUsedAt: null }])
  })

  test('their use is noted, but not on every request', async () => {
    const db = await makeDatabase()
    const account = await accountWithRole(db, 'reviewer')
    const { token } = await addToken(db, { account, name: 'script', by: account, at })
    for (const minutes of [0, 4, 6]) await findTokenBearer(db, token, addTime(at, minutes * 60_000))
    const used = async () => (await listTokens(db, account.id))[0]?.lastUsedAt
    expect(await used()).toEqual(addTime(at, 6 * 60_000))
    await findTokenBearer(db, token, addTime(at, 10 * 60_000))
    expect(await used()).toEqual(addTime(at, 6 * 60_000))
  })

  test('a revoked one opens nothing; nobody revokes another’s', async () => {
    const db = await makeDatabase()
    const account = await accountWithRole(db, 'reviewer')
    const other = await accountWithRole(db, 'admin')
    const { id: tokenId, token } = await addToken(db, { account, name: 'script', by: account, at })
    await expect(revokeToken(db, { tokenId, account: other, at })).rejects.toThrow(NotFound)
    await revokeToken(db, { tokenId, account, at })
    expect(await findTokenBearer(db, token, at)).toBeNull()
    await expect(revokeToken(db, { tokenId, account, at })).rejects.toThrow(NotFound)
    expect(await listTokens(db, account.id)).toEqual([])
  })

  test('the suspended, the sample’s people and the nameless get none', async () => {
    const db = await makeDatabase()
    const account = await accountWithRole(db, 'reviewer')
    const add = async (changed: object, given: { name?: string; scopes?: [] } = {}) => {
      await db.account.update({ where: { id: account.id }, data: changed })
      return addToken(db, { account, name: 'script', ...given, by: null, at })
    }
    await expect(add({ suspendedAt: at })).rejects.toThrow(NotAllowed)
    await expect(add({ suspendedAt: null, sample: true })).rejects.toThrow(NotAllowed)
    await expect(add({ sample: false }, { name: ' ' })).rejects.toThrow(Invalid)
    await expect(add({}, { scopes: [] })).rejects.toThrow(Invalid)
    expect(await db.apiToken.count()).toBe(0)
  })
})

describeOnBothDatabases('the first administrator’s link', (makeDatabase) => {
  const base = 'http://localhost:3000'
  const clock = () => at
  const secretOf = (link: string | null): string => link?.split('/').at(-1) ?? ''
  const admin = { email: 'ada@desk.example', name: 'Ada', password: PASSWORD, at }

  test('makes one administrator and then never another', async () => {
    const db = await makeDatabase()
    const link = await ensureSetupLink(db, base, clock)
    const second = await ensureSetupLink(db, base, clock)
    expect(link).toMatch(/^http:\/\/localhost:3000\/setup\/[\w-]{43}$/)
    expect(JSON.stringify(await db.setupLink.findMany())).not.toContain(secretOf(link))
    const account = await addFirstAdmin(db, { ...admin, secret: secretOf(link) })
    expect(account.role).toBe('admin')
    for (const used of [link, second])
      await expect(
        addFirstAdmin(db, { ...admin, email: 'eve@desk.example', secret: secretOf(used) }),
      ).rejects.toThrow(Gone)
    expect(await ensureSetupLink(db, base, clock)).toBeNull()
    expect(await db.account.count()).toBe(1)
  })

  test('used twice at the same moment, it makes one administrator', async () => {
    const db = await makeDatabase()
    const secret = secretOf(await ensureSetupLink(db, base, clock))
    const tries = ['a', 'b', 'c'].map((name) =>
      addFirstAdmin(db, { ...admin, email: `${name}@desk.example`, secret }),
    )
    const results = await Promise.allSettled(tries)
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(await db.account.count()).toBe(1)
  })

  test('a refused account leaves the link usable', async () => {
    const db = await makeDatabase()
    await accountWithRole(db, 'reader', { email: 'ada@desk.example' })
    const secret = secretOf(await ensureSetupLink(db, base, clock))
    await expect(addFirstAdmin(db, { ...admin, secret })).rejects.toThrow(Conflict)
    await addFirstAdmin(db, { ...admin, email: 'ada2@desk.example', secret })
  })

  test('lasts a day', async () => {
    const db = await makeDatabase()
    const secret = secretOf(await ensureSetupLink(db, base, clock))
    await assertSetupLink(db, secret, addTime(at, 24 * 60 * 60_000 - 1))
    await expect(assertSetupLink(db, secret, addTime(at, 24 * 60 * 60_000))).rejects.toThrow(Gone)
  })

  test('is given again when every administrator is suspended, and also where one has no password', async () => {
    const db = await makeDatabase()
    const { id } = await accountWithRole(db, 'admin', { passwordHash: await hashPassword(PASSWORD) })
    await accountWithRole(db, 'admin', { email: 'token-only@desk.example' })
    expect(await ensureSetupLink(db, base, clock)).toBeNull()
    await db.account.update({ where: { id }, data: { suspendedAt: at } })
    expect(await ensureSetupLink(db, base, clock)).not.toBeNull()
  })
})
