import { NotAllowed, NotFound } from '../errors.ts'
import { hasRole, type Actor, type Role } from './account.ts'

/** What a rule has to know of the report an action is about. `member`: whether the actor is named on it. */
export interface ReportTarget {
  readonly closed: boolean
  readonly member: boolean
  readonly sample: boolean
}

/** What a rule has to know of the account an action is about. */
export interface AccountTarget {
  readonly own: boolean
  readonly sample: boolean
}

/** What a rule has to know of the source an action is about. `named`: whether the actor is named on a protected one. */
export interface SourceTarget {
  readonly protected: boolean
  readonly named: boolean
}

type Target = ReportTarget | AccountTarget | SourceTarget

/**
 * One line of the table.
 * - `on`: what the action is about: the desk as a whole, one report, one account, or one source.
 * - `least`: the role from which on it is allowed.
 * - `orLegal`: a lawyer of the desk may too, whatever the role.
 * - `onlyLegal`: a lawyer of the desk, and nobody else.
 * - `neverOnSample`: refused on the sample report, or on the sample's accounts.
 * - `onlyOwn`: refused on somebody else's account.
 */
interface Rule {
  readonly on: 'desk' | 'report' | 'account' | 'source'
  readonly least: Role
  readonly orLegal?: true
  readonly onlyLegal?: true
  readonly neverOnSample?: true
  readonly onlyOwn?: true
}

/**
 * Who may do what. Three rules hold over all lines: a closed report is only for the people named on it, administrators
 * not excepted; so is what a protected source is, and any change of it; and who is suspended, or belongs to the sample, is nobody (see `find-session.ts`, `find-token.ts`).
 */
export const policy = {
  'see the desk': { on: 'desk', least: 'reader' },
  'import report': { on: 'desk', least: 'editor' },
  'read the digest': { on: 'desk', least: 'editor' },
  'read desk history': { on: 'desk', least: 'admin' },
  'see the tree': { on: 'desk', least: 'editor' },

  'read report': { on: 'report', least: 'reader' },
  'read history': { on: 'report', least: 'reader' },
  rule: { on: 'report', least: 'reviewer' },
  'withdraw verdict': { on: 'report', least: 'reviewer' },
  'give evidence': { on: 'report', least: 'reviewer' },
  comment: { on: 'report', least: 'reviewer', orLegal: true },
  'comment under privilege': { on: 'report', least: 'reader', onlyLegal: true },
  'assign claims': { on: 'report', least: 'editor' },
  'take claims': { on: 'report', least: 'reviewer' },
  'initial sections': { on: 'report', least: 'reviewer' },
  'hand over': { on: 'report', least: 'reviewer' },
  'see contacts': { on: 'report', least: 'reader' },
  'ask people': { on: 'report', least: 'reviewer' },
  'see off the record': { on: 'report', least: 'editor' },
  'decide outcome': { on: 'report', least: 'reviewer' },
  'ask the author': { on: 'report', least: 'reviewer' },
  tick: { on: 'report', least: 'reviewer' },
  'take back ticks of others': { on: 'report', least: 'editor' },
  'manage authors': { on: 'report', least: 'editor' },
  'let it stand': { on: 'report', least: 'editor' },
  'edit claims': { on: 'report', least: 'editor' },
  'decide difference': { on: 'report', least: 'reviewer' },
  object: { on: 'report', least: 'reviewer', orLegal: true },
  'take over objection': { on: 'report', least: 'editor' },
  'ask for a re-check': { on: 'report', least: 'editor' },
  'raise risk': { on: 'report', least: 'reviewer', orLegal: true },
  'lower risk': { on: 'report', least: 'editor', orLegal: true },
  'confirm reading': { on: 'report', least: 'reviewer' },
  'correct reading': { on: 'report', least: 'editor' },
  'classify sentences': { on: 'report', least: 'editor' },
  'change settings': { on: 'report', least: 'editor' },
  'name people': { on: 'report', least: 'editor', neverOnSample: true },
  'see retention': { on: 'report', least: 'editor', orLegal: true },
  'set retention': { on: 'report', least: 'editor' },
  'destroy texts': { on: 'report', least: 'editor' },
  hold: { on: 'report', least: 'reader', onlyLegal: true },
  'add draft': { on: 'report', least: 'editor' },
  export: { on: 'report', least: 'editor' },
  waive: { on: 'report', least: 'editor' },
  'sign off': { on: 'report', least: 'editor' },
  'sign off as second checker': { on: 'report', least: 'reviewer' },
  'sign off as legal': { on: 'report', least: 'reader', onlyLegal: true },
  publish: { on: 'report', least: 'editor', neverOnSample: true },
  'open evidence page': { on: 'report', least: 'editor', neverOnSample: true },
  'compare what went out': { on: 'report', least: 'reviewer' },
  'correct publication': { on: 'report', least: 'editor' },
  'withdraw publication': { on: 'report', least: 'editor' },
  'see complaints': { on: 'report', least: 'reviewer', orLegal: true },
  'enter complaints': { on: 'report', least: 'reviewer', orLegal: true },
  'decide complaints': { on: 'report', least: 'editor', orLegal: true },

  'see sources': { on: 'desk', least: 'reader' },
  'add source': { on: 'desk', least: 'reviewer' },
  'judge source': { on: 'source', least: 'reviewer' },
  'edit source': { on: 'source', least: 'reviewer' },
  'capture source': { on: 'source', least: 'reviewer' },
  'check links': { on: 'source', least: 'reviewer' },
  'merge sources': { on: 'source', least: 'editor' },
  'let sources fall': { on: 'source', least: 'editor' },
  'protect source': { on: 'source', least: 'reviewer', orLegal: true },
  'see who a source is': { on: 'source', least: 'reader' },

  'manage accounts': { on: 'desk', least: 'admin' },
  'change account': { on: 'account', least: 'admin', neverOnSample: true },
  'use own account': { on: 'account', least: 'reader', onlyOwn: true },
} as const satisfies Record<string, Rule>

export type Action = keyof typeof policy

type About<What extends Rule['on']> = {
  [A in Action]: (typeof policy)[A]['on'] extends What ? A : never
}[Action]
export type DeskAction = About<'desk'>
export type ReportAction = About<'report'>
export type AccountAction = About<'account'>
export type SourceAction = About<'source'>

export const actions = Object.keys(policy) as readonly Action[]

/** Whether the role alone lets somebody do this somewhere: what a page asks before it offers a button. */
export function mayEver(actor: Actor, action: Action): boolean {
  const rule: Rule = policy[action]
  if (rule.onlyLegal === true && !actor.legal) return false
  return hasRole(actor.role, rule.least) || (rule.orLegal === true && actor.legal)
}

export const mayOnReport = (actor: Actor, action: ReportAction, report: ReportTarget): boolean =>
  mayEver(actor, action) && (!report.closed || report.member) && allowsSample(policy[action], report)

export const mayOnAccount = (actor: Actor, action: AccountAction, account: AccountTarget): boolean =>
  mayEver(actor, action) && (account.own || !onlyOwn(policy[action])) && allowsSample(policy[action], account)

/** Whether somebody may do this to a source that they may see. */
export const mayOnSource = (actor: Actor, action: SourceAction, source: SourceTarget): boolean =>
  mayEver(actor, action) && (!source.protected || source.named)

const allowsSample = (rule: Rule, { sample }: { sample: boolean }): boolean =>
  !sample || rule.neverOnSample !== true
const onlyOwn = (rule: Rule): boolean => rule.onlyOwn === true

/** Whether the actor may do this to this; a desk action has no target. */
export function may(actor: Actor, action: DeskAction): boolean
export function may(actor: Actor, action: ReportAction, target: ReportTarget): boolean
export function may(actor: Actor, action: AccountAction, target: AccountTarget): boolean
export function may(actor: Actor, action: SourceAction, target: SourceTarget): boolean
export function may(actor: Actor, action: Action, target?: Target): boolean {
  if (target === undefined) return policy[action].on === 'desk' && mayEver(actor, action)
  if ('protected' in target) return mayOnSource(actor, action as SourceAction, target)
  return 'closed' in target
    ? mayOnReport(actor, action as ReportAction, target)
    : mayOnAccount(actor, action as AccountAction, target)
}

/** @throws NotAllowed when the role lets nobody do this anywhere */
export function assertMayEver(actor: Actor, action: Action): void {
  if (!mayEver(actor, action)) throw new NotAllowed(refusal(actor, action))
}

/**
 * @throws NotAllowed in words that say who may · NotFound where it is about a report that is closed to them: nobody learns of
 * one who is not named on it
 */
export function assertMay(actor: Actor, action: DeskAction): void
export function assertMay(actor: Actor, action: ReportAction, target: ReportTarget): void
export function assertMay(actor: Actor, action: AccountAction, target: AccountTarget): void
export function assertMay(actor: Actor, action: SourceAction, target: SourceTarget): void
export function assertMay(actor: Actor, action: Action, target?: Target): void {
  const allowed =
    target === undefined
      ? may(actor, action as DeskAction)
      : may(actor, action as ReportAction, target as ReportTarget)
  if (allowed) return
  if (isClosedTo(target)) throw new NotFound('There is no such report.')
  throw new NotAllowed(refusal(actor, action, target))
}

const isClosedTo = (target: Target | undefined): boolean =>
  target !== undefined && 'closed' in target && target.closed && !target.member

/** Why not, in one sentence for the person who asked. */
function refusal(actor: Actor, action: Action, target?: Target): string {
  const rule: Rule = policy[action]
  if (!mayEver(actor, action)) return `Only ${whoMay(action)} may do this; your role is ${actor.role}.`
  if (target !== undefined && 'protected' in target)
    return 'This source is protected: only the people named on it may do this. Ask one of them.'
  return target?.sample === true && rule.neverOnSample === true
    ? 'This belongs to the sample and cannot be changed in this way.'
    : 'You may do this only with your own account.'
}

/** Who may do this somewhere: “a reviewer or above”. */
export function whoMay(action: Action): string {
  const rule: Rule = policy[action]
  return rule.onlyLegal === true ? 'a lawyer of the desk' : rolesInWords(rule)
}

const rolesInWords = (rule: Rule): string =>
  `${{ reader: 'a reader', reviewer: 'a reviewer', editor: 'an editor', admin: 'an administrator' }[rule.least]}${rule.least === 'admin' ? '' : ' or above'}${rule.orLegal === true ? ', or a lawyer of the desk,' : ''}`
