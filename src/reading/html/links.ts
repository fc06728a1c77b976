const SCRIPTED: ReadonlySet<string> = new Set(['javascript', 'vbscript', 'data'])

/** An address as a browser would take it, or null when it runs a program instead of leading somewhere. */
export function safeAddress(href: string | null): string | null {
  if (href === null) return null
  const address = href
    .replace(/[\t\n\r]/g, '')
    .slice(firstVisible(href))
    .trim()
  if (address === '') return null
  const scheme = /^[a-z][a-z0-9+.-]{0,20}(?=:)/i.exec(address)?.[0].toLowerCase()
  return scheme !== undefined && SCRIPTED.has(scheme) ? null : address
}

/** Browsers skip control characters before an address. The count is of the address without tabs and line breaks. */
function firstVisible(href: string): number {
  let at = 0
  for (let i = 0; i < href.length && href.charCodeAt(i) <= 32; i++) {
    const code = href.charCodeAt(i)
    if (code !== 9 && code !== 10 && code !== 13) at++
  }
  return at
}
