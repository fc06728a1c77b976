import { spawn } from 'node:child_process'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { checkSignIn } from '../../src/accounts/check-sign-in.ts'
import { findTokenBearer } from '../../src/accounts/find-token.ts'
import { openDatabase, closeDatabase } from '../../src/db/database.ts'
import { describeOnSqlite } from '../support/databases.ts'

const MAIN = fileURLToPath(new URL('../../src/main.ts', import.meta.url))

/** Runs the command line in a process of its own. */
async function stet(databaseUrl: string, args: readonly string[], stdin = '') {
  const env = { PATH: process.env['PATH'], DATABASE_URL: databaseUrl }
  const child = spawn(process.execPath, ['--import', 'tsx', MAIN, ...args], { env })
  child.stdin.end(stdin)
  const code = new Promise<number | null>((resolve) => child.once('close', resolve))
  const [out, err] = await Promise.all([text(child.stdout), text(child.stderr)])
  return { out, err, code: await code }
}

/** Each command is a process of its own: slow where many run at once. */
const PATIENCE = 120_000

const add = ['account', 'add', '--email', 'Ina@desk.example', '--name', 'Ina', '--role', 'editor']

describeOnSqlite('stet account and stet token', (_makeDatabase, makeUrl) => {
  test(
    'add an account that signs in with the password from the standard input',
    async () => {
      const url = await makeUrl()
      const added = await stet(
        url,
        [...add, '--password-stdin', '--format', 'json'],
        'lantern over the harbour\n',
      )
      expect(added).toMatchObject({ code: 0, err: '' })
      const { id, email } = JSON.parse(added.out) as { id: string; email: string }
      expect(email).toBe('ina@desk.example')
      const db = await openDatabase(url)
      expect(await checkSignIn(db, { email, password: 'lantern over the harbour' })).toBe(id)
      await closeDatabase(db)
    },
    PATIENCE,
  )

  test(
    'add a token, shown this once, that is in force for its account',
    async () => {
      const url = await makeUrl()
      await stet(url, add)
      const tokenAdd = ['token', 'add', '--email', 'ina@desk.example']
      const added = await stet(url, [...tokenAdd, '--format', 'json'])
      const { token } = JSON.parse(added.out) as { id: string; token: string }
      const db = await openDatabase(url)
      expect(await findTokenBearer(db, token, new Date())).toMatchObject({
        account: { email: 'ina@desk.example', role: 'editor' },
        scopes: ['read', 'rule', 'edit', 'manage'],
      })
      const narrow = await stet(url, [...tokenAdd, '--scope', 'read,rule'])
      const text = narrow.out.split('\n')[0] ?? ''
      expect(await findTokenBearer(db, text, new Date())).toMatchObject({ scopes: ['read', 'rule'] })
      await closeDatabase(db)
    },
    PATIENCE,
  )

  test(
    'refuse in one line and exit 2 what cannot be done',
    async () => {
      const url = await makeUrl()
      await stet(url, add)
      const refused = async (args: readonly string[], words: string, stdin = '') => {
        const { code, out, err } = await stet(url, args, stdin)
        expect({ code, out }).toEqual({ code: 2, out: '' })
        expect(err).toMatch(new RegExp(`^[^\\n]*${words}[^\\n]*\\n$`))
      }
      await refused(add, 'There is an account for ina@desk.example already')
      await refused(
        ['account', 'add', '--email', 'b@desk.example', '--name', 'B', '--role', 'king'],
        'Choose a role',
      )
      await refused([...add, '--password-stdin'], 'at least 12 characters', 'short\n')
      await refused(
        ['token', 'add', '--email', 'nobody@desk.example'],
        'There is no account for nobody@desk.example',
      )
      await refused(
        ['token', 'add', '--email', 'ina@desk.example', '--scope', 'fly'],
        'There is no scope “fly”: choose among read, rule, edit, manage',
      )
      await refused(['account', 'add'], '--email')
    },
    PATIENCE,
  )
})
