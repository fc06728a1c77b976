import type { Finding, Place } from './finding.ts'
import type { Hit, Rule } from './rule.ts'

/** What `rules` find in `audited`, a draft with the text `text`. A rule that hits more than half of its objects is one finding. */
export function runRules<Audited extends { readonly text: string }>(
  rules: readonly Rule<Audited>[],
  audited: Audited,
): Finding[] {
  return rules.flatMap((rule) => {
    const hits = rule.find(audited)
    const objects = rule.among?.objects(audited) ?? Number.POSITIVE_INFINITY
    return rule.among !== undefined && hits.length > 1 && hits.length * 2 > objects
      ? [findingOf(rule, audited.text, wholeOf(hits, rule.among.message(hits.length, objects)))]
      : hits.map((hit) => findingOf(rule, audited.text, hit))
  })
}

/** Many hits as one, at the place of the first. */
function wholeOf(
  hits: readonly Hit[],
  message: string,
): Hit & { readonly labels: readonly (string | undefined)[] } {
  const placed = hits.filter(({ at }) => at !== null)
  return {
    at: placed[0]?.at ?? null,
    message,
    also: placed.slice(1).flatMap(({ at }) => at ?? []),
    labels: placed.map(({ label }) => label),
  }
}

function findingOf(
  { id, severity }: Pick<Rule<never>, 'id' | 'severity'>,
  text: string,
  hit: Hit & { readonly labels?: readonly (string | undefined)[] },
): Finding {
  const spans = hit.at === null ? [] : [hit.at, ...(hit.also ?? [])]
  const places = spans.map(({ start, end }, i): Place => {
    const label = (hit.labels === undefined ? (i === 0 ? hit.label : undefined) : hit.labels[i]) ?? null
    return { start, end, quote: text.slice(start, end), label }
  })
  const [first] = places
  return {
    rule: id,
    severity,
    label: first?.label ?? hit.label ?? null,
    message: hit.message,
    start: first?.start ?? null,
    end: first?.end ?? null,
    quote: first?.quote ?? null,
    count: Math.max(1, places.length),
    ...(places.length > 1 ? { places } : {}),
    waived: null,
    ...(hit.claim === undefined ? {} : { claim: hit.claim }),
  }
}
