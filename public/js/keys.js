// One key for each thing a checker does all day. They can be turned off (WCAG 2.1.4), and sleep while somebody types.
import { one } from './dom.js'
import { openFold, pressedInField } from './fields.js'
import { isSending } from './panel.js'
import { openSheet } from './sheet.js'

const root = document.documentElement
const help = one('#keys')
const off = one('#keys-off')
const steps = { j: 'next', k: 'previous', n: 'unsettled' }

off.checked = root.classList.contains('keys-off')
off.addEventListener('change', () => {
  localStorage.setItem('stet-keys', off.checked ? 'off' : 'on')
  root.classList.toggle('keys-off', off.checked)
})
one('[data-opens="keys"]').addEventListener('click', () => help.showModal())

document.addEventListener('keydown', (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return
  if (pressedInField(event)) return event.preventDefault()
  if (off.checked || isSending() || one('dialog[open]') || isTyping(event.target)) return
  if (press(event.key)) event.preventDefault()
})

const isTyping = (target) => target.matches('textarea, select, input:not([type="radio"], [type="checkbox"])')

/** Whether the key stood for something. */
function press(key) {
  if (key === '?') return Boolean(help.showModal() ?? true)
  if (key === '/') return search()
  const target = one(
    steps[key] ? `.panel [data-step="${steps[key]}"]` : `.panel [data-key="${CSS.escape(key)}"]`,
  )
  if (target?.matches('summary')) openField(target)
  else target?.click()
  return Boolean(target)
}

/** On a small screen the claim comes up with the field. */
function openField(summary) {
  openSheet()
  openFold(summary)
}

function search() {
  const field = one('#filter-words')
  for (let fold = field.closest('details'); fold; fold = fold.parentElement.closest('details'))
    fold.open = true
  field.focus()
  field.select()
  return true
}
