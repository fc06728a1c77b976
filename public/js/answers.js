// All answers of one person, one key each: 1–4 answer the claim at hand and go on to the next.
import { all, announce, one } from './dom.js'

const form = one('#answers')
const send = one('#send')
const rows = all('[data-row]', form)
const rule = one('#rule')

const radios = (row) => all('[type="radio"]', row)
const rowAtHand = () => rows.find((row) => row.contains(document.activeElement)) ?? rows.find(isBlank)
const isBlank = (row) => !radios(row).some(({ checked }) => checked)
const isTyping = (target) => target.matches('textarea, select, input:not([type="radio"], [type="checkbox"])')
const keysAreOff = () => document.documentElement.classList.contains('keys-off')

document.addEventListener('keydown', (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || keysAreOff()) return
  if (isTyping(event.target) ? leaveWords(event) : press(event.key)) event.preventDefault()
})

/** Whether the key stood for something. */
function press(key) {
  const row = rowAtHand()
  if (key === 'r' && rule) return toggleRule()
  if (!row) return false
  if (key === 'j' || key === 'k') return goTo(rows[rows.indexOf(row) + (key === 'j' ? 1 : -1)] ?? row)
  if (key === 'w') return Boolean(one('textarea', row).focus() ?? true)
  return answer(row, radios(row)[Number(key) - 1])
}

function answer(row, radio) {
  if (!radio) return false
  radio.checked = true
  const next = rows[rows.indexOf(row) + 1]
  if (next) return goTo(next)
  send.focus()
  return true
}

function goTo(row) {
  const [first] = radios(row)
  ;(radios(row).find(({ checked }) => checked) ?? first).focus()
  row.scrollIntoView({ block: 'nearest' })
  return true
}

function toggleRule() {
  rule.checked = !rule.checked
  announce(rule.checked ? 'Each claim is ruled on by its answer' : 'No claim is ruled on')
  return true
}

/** Escape leaves the words for the claim that they are about. */
function leaveWords({ key, target }) {
  const row = target.closest('[data-row]')
  return key === 'Escape' && row ? goTo(row) : false
}
