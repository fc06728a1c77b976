// The claims in the text: what each one's status is, and which is at hand.
import { all, isNarrow, one } from './dom.js'

const classOf = { s: 'is-s', u: 'is-u', d: 'is-d', n: 'is-n' }

/** One claim's state as the server writes it: `12d.` (see `states` of the desk's view model). */
function readState(state) {
  const [, number, letter, signs] = /^(\d+)([a-zA-Z])(.*)$/.exec(state)
  const name = classOf[letter.toLowerCase()]
  const stale = letter !== letter.toLowerCase()
  return { number, name, stale, differs: signs.includes('!'), out: signs.includes('-') }
}

/** All links of the text by their claim's number: a claim that a marker interrupts has several. */
function linksByClaim() {
  const links = new Map()
  for (const link of all('#text a.claim')) {
    const number = new URL(link.href).searchParams.get('claim')
    links.set(number, [...(links.get(number) ?? []), link])
  }
  return links
}

const links = linksByClaim()

/** Brings the marks in the text up to date with what the server knows. */
export function showStates(states) {
  for (const state of states.split(' ').filter(Boolean)) {
    const { number, name, stale, differs, out } = readState(state)
    for (const link of links.get(number) ?? []) {
      link.classList.remove(...Object.values(classOf))
      link.classList.add(name)
      link.classList.toggle('is-stale', stale)
      link.classList.toggle('differs', differs)
      link.classList.toggle('out', out)
      if (link.id) link.setAttribute('aria-describedby', stale ? `${name}-stale` : name)
    }
  }
}

/** Puts the marker beside one claim; the text moves only as far as the claim is out of sight. */
export function showHere(number) {
  for (const link of all('#text a.here')) {
    link.classList.remove('here')
    link.removeAttribute('aria-current')
  }
  for (const link of links.get(number) ?? []) {
    link.classList.add('here')
    link.setAttribute('aria-current', 'true')
  }
  const first = one(`#c${number}`)
  if (first && isOutOfSight(first)) first.scrollIntoView({ block: isNarrow() ? 'start' : 'center' })
}

function isOutOfSight(element) {
  const { top, bottom } = element.getBoundingClientRect()
  const sheet = one('.panel.open')
  const floor = isNarrow() && sheet ? sheet.getBoundingClientRect().top : window.innerHeight
  return top < 64 || bottom > floor - 16
}
