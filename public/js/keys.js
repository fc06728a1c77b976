// One key for each thing a checker does all day. They can be turned off (WCAG 2.1.4), and sleep while somebody types.
import { one } from './dom.js'
import { openFold, pressedInField } from './fields.js'
import { isBusy, onFree } from './panel.js'
import { openSheet } from './sheet.js'

const root = document.documentElement
const help = one('#keys')
const off = one('#keys-off')
const isTyping = (target) => target.matches('textarea, select, input:not([type="radio"], [type="checkbox"])')
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
  if (off.checked || one('dialog[open]') || isTyping(event.target)) return
  if (event.isTrusted && (isBusy() || waiting.length > 0)) return wait(event)
  if (press(event.key)) event.preventDefault()
})

/** Keys that were pressed while the panel was busy, in order: they are for the claim and the form that it will show. */
const waiting = []
const MOST_WAITING = 8

function wait(event) {
  if (event.repeat || event.key.length !== 1) return
  event.preventDefault()
  if (waiting.length < MOST_WAITING) waiting.push(event.key)
}

/** Once whoever sent the form has done with its answer. Where that was refused nothing else is done in its name. */
onFree(() => setTimeout(pressWaiting))

function pressWaiting() {
  if (one('.panel #problems')) waiting.length = 0
  while (waiting.length > 0 && !isBusy()) pressFor(waiting.shift())
}

/** As if it were pressed now: a field that an earlier one opened gets it as a letter. */
function pressFor(key) {
  const at = document.activeElement ?? document.body
  const event = new window.KeyboardEvent('keydown', { key, bubbles: true, cancelable: true })
  if (!isTyping(at)) at.dispatchEvent(event)
  else if (at.setRangeText) at.setRangeText(key, at.selectionStart, at.selectionEnd, 'end')
}

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
