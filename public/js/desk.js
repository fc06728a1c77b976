// The desk made quick: claims open beside the text without reloading it. Without script the same links and forms do the same.
import { isNarrow, one } from './dom.js'
import { goTo, judge } from './evidence.js'
import './keys.js'
import { showHere } from './marks.js'
import { claimAtHand, openClaim, send } from './panel.js'
import { rule } from './reasons.js'
import { closeSheet, openSheet } from './sheet.js'

const isPlain = (event) =>
  event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey

document.addEventListener('click', async (event) => {
  const link = event.target.closest?.('.desk a.claim, .panel a[data-step], .panel a[data-key="e"]')
  if (!link || !isPlain(event) || !window.getSelection().isCollapsed) return
  event.preventDefault()
  if (link.dataset.key) return goTo(link)
  if (link.dataset.step === 'back') return closeSheet()
  openSheet()
  if (link.classList.contains('here')) one('.panel').focus({ preventScroll: true })
  else await openClaim(link.href)
})

document.addEventListener('submit', (event) => {
  if (!event.target.closest('.panel')) return
  event.preventDefault()
  if (event.target.matches('.verdict-form') && event.submitter?.matches('.verdict')) rule(event.submitter)
  else if (event.target.matches('.evidence-form')) judge(event.target, event.submitter)
  else send(event.target, event.submitter)
})

window.addEventListener('popstate', () => {
  const named = new URL(location.href).searchParams.get('claim')
  if (named && named !== claimAtHand()) openClaim(location.href, { remember: false })
})

if (!location.hash && !isNarrow() && claimAtHand()) showHere(claimAtHand())
if (isNarrow() && location.hash.startsWith('#c')) openSheet()
