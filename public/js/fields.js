// Fields that a key opens: Enter sends them, Escape closes them, and what was begun waits for its claim.
import { all, one } from './dom.js'

const unsent = new Map()

/** Opens what a summary folds away and goes to its first field, with its words chosen where there is one line of them. */
export function openFold(summary) {
  summary.click()
  const field =
    summary.parentElement.open && one('textarea, input:not([type="hidden"]), select', summary.parentElement)
  if (!field) return
  field.focus()
  field.setSelectionRange?.(field.value.length, field.value.length)
}

/** What one key does in such a field; returns whether it was one of these. */
export function pressedInField(event) {
  const field = event.target
  if (event.isComposing || !field.matches?.('[data-enter]')) return false
  if (event.key === 'Enter' && !event.shiftKey) field.form.requestSubmit(one('button', field.form))
  else if (event.key === 'Escape') closeFold(field.closest('details'))
  else return false
  return true
}

function closeFold(fold) {
  fold.open = false
  one('summary', fold).focus()
}

/** Keeps what was begun and not sent until the page is left. */
export function keepTyped(panel, claim) {
  for (const field of all('[data-keeps]', panel))
    if (field.value.trim() && field.value !== field.defaultValue)
      unsent.set(`${claim} ${field.id}`, field.value)
}

export function forgetTyped(claim, form) {
  for (const field of all('[data-keeps]', form)) unsent.delete(`${claim} ${field.id}`)
}

export function bringBack(panel, claim) {
  for (const field of all('[data-keeps]', panel)) {
    const typed = unsent.get(`${claim} ${field.id}`)
    if (typed === undefined || field.value !== field.defaultValue) continue
    field.value = typed
    for (let fold = field.closest('details'); fold; fold = fold.parentElement.closest('details'))
      fold.open = true
  }
}
