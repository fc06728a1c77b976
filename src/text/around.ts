import type { Span } from './span.ts'

/** UTF-16 code units of text before and after a quote that help to find it again. */
const CONTEXT = 32

/** The text just before and just after a span, cut where no letter is cut in two. */
export const around = (text: string, { start, end }: Span): { prefix: string; suffix: string } => ({
  prefix: text.slice(Math.max(0, start - CONTEXT), start).replace(/^[\udc00-\udfff]/, ''),
  suffix: text.slice(end, end + CONTEXT).replace(/[\ud800-\udbff]$/, ''),
})
