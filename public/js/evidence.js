// Evidence by keys: `e` goes to the first source that was not judged; there one letter says what it says, and goes on to the next.
import { one } from './dom.js'
import { isBusy, send } from './panel.js'

const panel = one('.panel')

/** Goes to what a link inside the panel names, without a step in the browser's history. */
export function goTo(link) {
  const target = one(link.hash, panel)
  if (!target.matches('details')) return target.focus()
  target.open = true
  one('input:not([type="hidden"])', target).focus()
}

/** Sends one judgement, then goes on to the next source that was not judged. */
export async function judge(form, button) {
  await send(form, button)
  if (!one('#problems', panel)) one('.evidence-form[data-open]', panel)?.focus()
}

panel.addEventListener('keydown', (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || isBusy()) return
  if (document.documentElement.classList.contains('keys-off')) return
  if (event.target.matches('textarea, select, input')) return
  const form = event.target.closest('.evidence-form')
  const button = form && one(`[data-judge="${CSS.escape(event.key)}"]`, form)
  if (!button) return
  event.preventDefault()
  button.click()
})
