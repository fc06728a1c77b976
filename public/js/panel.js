// The claim at hand: fetched, shown, sent. The same pages and forms as without script, only their changed parts.
import { all, announce, one } from './dom.js'
import { bringBack, forgetTyped, keepTyped } from './fields.js'
import { showHere, showStates } from './marks.js'
import { localTimes } from './times.js'

const PART = { headers: { 'X-Part': 'panel' } }
const panel = one('.panel')
let loading = null
let sending = false
let free = () => undefined

/** Whether a claim is on its way here or a form on its way out: what is pressed meanwhile is meant for what comes. */
export const isBusy = () => sending || loading !== null

/** `listener` is called each time when the panel has come to rest. */
export function onFree(listener) {
  free = listener
}

export const claimAtHand = () => one('[data-claim]', panel)?.dataset.claim ?? null

/** Shows the claim that an address of the desk names. `remember`: as a new step of the browser's history. */
export async function openClaim(href, { remember = true } = {}) {
  if (sending) return
  keepTyped(panel, claimAtHand())
  loading?.abort()
  const own = new window.AbortController()
  loading = own
  try {
    const response = await fetch(withoutHash(href), { ...PART, signal: own.signal })
    await show(response, { remember, leave: href })
  } catch (error) {
    if (error.name !== 'AbortError') tell('The server cannot be reached. Nothing was changed; try again.')
  } finally {
    if (loading === own) loading = null
    if (!isBusy()) free()
  }
}

/** Sends one of the panel's forms by one of its buttons, and shows what comes back. */
export async function send(form, button) {
  if (sending) return
  sending = true
  panel.setAttribute('aria-busy', 'true')
  const number = claimAtHand()
  try {
    const body = new URLSearchParams(new FormData(form, button))
    const response = await fetch(form.action, { ...PART, method: 'POST', body })
    if (response.ok) forgetTyped(number, form)
    await show(response, { remember: true, leave: null })
  } catch {
    tell('The server cannot be reached, so nothing was recorded. What you typed is still here; try again.')
  } finally {
    sending = false
    panel.removeAttribute('aria-busy')
    free()
  }
}

async function show(response, { remember, leave }) {
  const page = new DOMParser().parseFromString(await response.text(), 'text/html')
  const fresh = one('[data-part="panel"]', page)
  if (!fresh) return elsewhere(response, page, leave)
  for (const part of all('[data-part]', page))
    one(`.desk [data-part="${part.dataset.part}"], .bar [data-part="${part.dataset.part}"]`)?.replaceChildren(
      ...part.childNodes,
    )
  const number = claimAtHand()
  showStates(fresh.dataset.states)
  showHere(number)
  localTimes(panel)
  bringBack(panel, number)
  panel.scrollTop = 0
  if (response.ok) address(response.url, number, remember)
  ;(one('#problems', panel) ?? panel).focus({ preventScroll: true })
  announce(`${one('.panel-head', panel).dataset.says}. ${one('.progress').textContent.trim()}`)
}

/** The address names the claim that is shown; what was just ruled is no part of it. */
function address(url, number, remember) {
  const named = new URL(url)
  named.searchParams.delete('ruled')
  named.hash = `c${number}`
  const change = remember && named.href !== location.href ? 'pushState' : 'replaceState'
  history[change](null, '', named)
  document.title = document.title.replace(/^Claim \d+/, `Claim ${number}`)
}

/** The answer was no panel: signed out, refused, or broken. */
function elsewhere(response, page, leave) {
  if (response.redirected && leave) return location.assign(leave)
  tell(one('main', page)?.textContent.replace(/\s+/g, ' ').trim() || 'Something went wrong. Reload the page.')
}

function tell(words) {
  const notice = document.createElement('p')
  notice.className = 'notice is-wrong'
  notice.id = 'problems'
  notice.tabIndex = -1
  notice.setAttribute('role', 'alert')
  notice.textContent = words
  one('#problems', panel)?.remove()
  one('.panel-head', panel).after(notice)
  notice.focus({ preventScroll: true })
}

const withoutHash = (href) => href.replace(/#.*$/, '')
