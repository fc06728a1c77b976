import { readFileSync } from 'node:fs'

interface MediaWords {
  readonly platforms: readonly string[]
  readonly channelWords: readonly string[]
  readonly genres: Readonly<Record<string, string>>
  readonly reports: readonly string[]
  readonly broadcasters: readonly string[]
  readonly bodies: readonly string[]
}

const words = JSON.parse(readFileSync(new URL('./media.json', import.meta.url), 'utf8')) as MediaWords
const platforms = new Set(words.platforms)
const genres = new Map(Object.entries(words.genres))
const broadcaster = new RegExp(`\\b(?:${words.broadcasters.join('|')})$`, 'i')
const body = new RegExp(`\\b(?:${words.bodies.join('|')})\\b`)
const channel = new RegExp(`\\b(?:${words.channelWords.join('|')})$`, 'i')
const report = new RegExp(
  `^((?:\\p{Lu}[\\w.&'’-]{0,30} ){1,6})(?:${words.reports.join('|')}),? (?=[\\p{Lu}\\d])`,
  'u',
)

/** Telegram, Facebook … : a place where accounts post. */
export const isPlatform = (part: string): boolean => platforms.has(part.toLowerCase())

/** "Hamas Telegram channel", "the Ministry's Facebook page". */
export const isChannel = (part: string): boolean => channel.test(part)

/** "Telegram channel" of "Hamas Telegram channel". */
export const channelName = (part: string): string => channel.exec(part)?.[0] ?? part

export const isBroadcaster = (part: string): boolean => broadcaster.test(part)

/** An office, ministry, university …: a body that issues documents. */
export const isBody = (part: string): boolean => body.test(part)

/** The CSL type that a genre's name stands for ("Press Release" → document), or null when it names none. */
export const genreType = (part: string): string | null =>
  genres.get(part.toLowerCase().replace('’', "'")) ?? null

/** Divides "Harbour Desk report Who Pays The Pilots" into its publisher and its title, or null. */
export function readReportLead(head: string): { publisher: string; title: string } | null {
  const match = report.exec(head)
  return match ? { publisher: match[1]?.trim() ?? '', title: head.slice(match[0].length) } : null
}
