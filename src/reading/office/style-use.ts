import { readFileSync } from 'node:fs'

const USES = ['title', 'subtitle', 'quotation', 'caption', 'contents', 'code', 'bibliography'] as const

/** What a style's name says that its paragraphs are for. */
export type StyleUse = (typeof USES)[number]

const names = JSON.parse(readFileSync(new URL('./style-names.json', import.meta.url), 'utf8')) as Readonly<
  Record<StyleUse, readonly string[]>
>

const useOfName: ReadonlyMap<string, StyleUse> = new Map(
  USES.flatMap((use) => names[use].map((name) => [name, use] as const)),
)

/** The use of a style by its name in lower case, null for styles that say nothing. */
export const styleUse = (name: string): StyleUse | null => useOfName.get(name) ?? null
