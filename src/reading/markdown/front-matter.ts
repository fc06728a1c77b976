/** What a file says of itself before its text, and the text. */
export interface FrontMatter {
  readonly title: string | null
  readonly language: string | null
  readonly body: string
}

const FENCES = new Map([
  ['---', /^(?:---|\.\.\.)[ \t]*$/],
  ['+++', /^\+\+\+[ \t]*$/],
])
/** Front matter is a page of settings at most; a rule of dashes that ends later than this is no front matter. */
const MOST_LINES = 400
const PAIR = /^(title|lang|language|locale)[ \t]*[:=][ \t]*(\S.*)$/i

/** Takes YAML (`---`) or TOML (`+++`) settings off the top of a file. */
export function readFrontMatter(text: string): FrontMatter {
  const source = text.startsWith('\ufeff') ? text.slice(1) : text
  const fence = FENCES.get(/^(?:---|\+\+\+)(?=[ \t]*\r?\n)/.exec(source)?.[0] ?? '')
  const block = fence ? settingsBlock(source, fence) : null
  if (block === null)
    return { title: pandocTitle(source), language: null, body: source.replace(/^%[^\n]*\n/, '\n') }
  let title: string | null = null
  let language: string | null = null
  for (const line of block.lines) {
    const [, key, value] = PAIR.exec(line) ?? []
    if (key === undefined || value === undefined) continue
    if (key.toLowerCase() === 'title') title ??= unquoted(value)
    else language ??= languageTag(unquoted(value))
  }
  return { title, language, body: source.slice(block.end) }
}

/** The lines between the fences and where the text after them begins; null when no fence ends them or none is a setting. */
function settingsBlock(
  source: string,
  fence: RegExp,
): { readonly lines: readonly string[]; readonly end: number } | null {
  const lines: string[] = []
  let at = source.indexOf('\n') + 1
  while (at < source.length && lines.length < MOST_LINES) {
    const next = source.indexOf('\n', at)
    const end = next < 0 ? source.length : next
    const line = source.slice(at, end).trimEnd()
    at = Math.min(source.length, end + 1)
    if (fence.test(line)) return isSettings(lines) ? { lines, end: at } : null
    lines.push(line)
  }
  return null
}

/** A rule above a paragraph is no front matter: settings begin with a key, a comment or nothing at all. */
const isSettings = (lines: readonly string[]): boolean => {
  const first = lines.find((line) => line.trim() !== '')
  return first === undefined || /^(?:#|[\w."'-]{1,60}[ \t]*[:=]|\[)/.test(first)
}

/** The title of a pandoc title block: a first line that starts with `%`. */
const pandocTitle = (source: string): string | null => /^%[ \t]*(\S[^\n]*)/.exec(source)?.[1]?.trim() ?? null

function unquoted(value: string): string {
  const bare = value.trim()
  const quote = bare.charAt(0)
  const isQuoted = bare.length > 1 && (quote === '"' || quote === "'") && bare.endsWith(quote)
  return isQuoted ? bare.slice(1, -1).replaceAll(`\\${quote}`, quote) : bare
}

const languageTag = (value: string): string | null =>
  /^[A-Za-z]{2,8}(?:[-_][A-Za-z0-9]{1,8}){0,5}$/.test(value) ? value.replaceAll('_', '-') : null
