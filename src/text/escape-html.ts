const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

const NEEDS_ESCAPING = /[&<>"']/

/** Text as it may stand in HTML, between tags or inside a quoted attribute. Most stretches need nothing done. */
export const escapeHtml = (text: string): string =>
  NEEDS_ESCAPING.test(text) ? text.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign) : text
