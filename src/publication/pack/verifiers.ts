import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'

const partOf = (name: string): string => readFileSync(new URL(`./verifier/${name}`, import.meta.url), 'utf8')

/** The two programs that check a pack, as files: a script for Node, and a page that holds the same script and loads nothing. */
export interface Verifiers {
  readonly script: string
  readonly page: string
}

let made: Verifiers | undefined

export function verifiers(): Verifiers {
  made ??= { script: partOf('verify.mjs'), page: pageOf(partOf('verify.html'), partOf('verify.mjs')) }
  return made
}

/** What stands in the page for the script, and for what its policy lets it run: itself. */
const SCRIPT = '/* verify.mjs */'
const POLICY = 'POLICY'

function pageOf(template: string, script: string): string {
  const page = template.replace(SCRIPT, () => script)
  const [style, code] = ['style', 'script'].map((tag) => hashOf(contentOf(page, tag)))
  return page.replace(POLICY, `default-src 'none'; style-src '${style ?? ''}'; script-src '${code ?? ''}'`)
}

const contentOf = (page: string, tag: string): string =>
  new RegExp(`<${tag}[^>]*>([\\s\\S]*?)</${tag}>`).exec(page)?.[1] ?? ''

/** As a content security policy names what may run. Source: CSP Level 3, 2.3.1. */
const hashOf = (content: string): string => `sha256-${createHash('sha256').update(content).digest('base64')}`
