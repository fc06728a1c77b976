import { text } from 'node:stream/consumers'
import type { Command } from 'commander'
import type { Role } from '../accounts/account.ts'
import { isScope, type Scope, scopes } from '../accounts/token.ts'
import { Invalid } from '../errors.ts'
import { withDatabase } from './with-database.ts'

interface Format {
  readonly format: 'text' | 'json'
}

interface NewAccountOptions extends Format {
  readonly email: string
  readonly name: string
  readonly role: Role
  readonly legal?: true
  readonly passwordStdin?: true
}

interface NewTokenOptions extends Format {
  readonly email: string
  readonly name: string
  readonly scope?: readonly string[]
}

/** `stet account add` and `stet token add`: people and their tokens without a browser. */
export function registerAccount(program: Command): void {
  program
    .command('account')
    .description('accounts')
    .command('add')
    .description('add an account; without a password it can only be used by tokens')
    .requiredOption('--email <email>', 'what they sign in with')
    .requiredOption('--name <name>', 'what stands beside their verdicts')
    .requiredOption('--role <role>', 'reader, reviewer, editor or admin')
    .option('--legal', 'a lawyer of the desk')
    .option('--password-stdin', 'read the password from the standard input')
    .option('--format <format>', 'text or json', 'text')
    .action(addAccountByCommand)
  program
    .command('token')
    .description('tokens for the API')
    .command('add')
    .description('add a token; it is shown this once')
    .requiredOption('--email <email>', 'whose token it is')
    .option('--name <name>', 'what will use it', 'command line')
    .option('--scope <scopes...>', `what it may be used for: ${scopes.join(', ')} (everything unless told)`)
    .option('--format <format>', 'text or json', 'text')
    .action(addTokenByCommand)
}

async function addAccountByCommand(options: NewAccountOptions): Promise<void> {
  const { addAccount } = await import('../accounts/add-account.ts')
  const passwordHash = options.passwordStdin === true ? await hashPasswordFromStdin() : null
  const { email, name, role } = options
  const account = await withDatabase((db) =>
    addAccount(db, {
      email,
      name,
      role,
      legal: options.legal ?? false,
      passwordHash,
      by: null,
      at: new Date(),
    }),
  )
  print(
    options,
    { id: account.id, email: account.email },
    `Added ${account.name} <${account.email}> as ${account.role}.`,
  )
}

/** One line; the end of the line that a shell adds is no part of the password. */
async function hashPasswordFromStdin(): Promise<string> {
  const { hashPassword, passwordProblem } = await import('../accounts/password.ts')
  const password = (await text(process.stdin)).replace(/\r?\n$/, '')
  const problem = passwordProblem(password)[0]
  if (problem !== undefined) throw new Invalid(problem.text)
  return hashPassword(password)
}

async function addTokenByCommand(options: NewTokenOptions): Promise<void> {
  const { accountByEmail } = await import('../accounts/load-account.ts')
  const { addToken } = await import('../accounts/add-token.ts')
  const token = await withDatabase(async (db) => {
    const account = await accountByEmail(db, options.email)
    const { name, scope } = options
    return addToken(db, { account, name, scopes: scopesGiven(scope), by: null, at: new Date() })
  })
  print(
    options,
    token,
    `${token.token}\nThis token is shown this once. Programs send it as “Authorization: Bearer TOKEN”.`,
  )
}

/** @throws Invalid a word that is no scope */
function scopesGiven(given: readonly string[] = scopes): Scope[] {
  const words = given.flatMap((word) => word.split(','))
  const unknown = words.find((word) => !isScope(word))
  if (unknown !== undefined)
    throw new Invalid(`There is no scope “${unknown}”: choose among ${scopes.join(', ')}.`)
  return words.filter(isScope)
}

function print({ format }: Format, value: object, words: string): void {
  console.log(format === 'json' ? JSON.stringify(value) : words)
}
