// Says every now and then that somebody is still at the claim at hand, and shows who else is. A page in the background rests.
import { one } from './dom.js'

const EVERY = 25_000

async function stay() {
  const panel = one('[data-claim-id]')
  if (!panel || document.hidden) return
  const id = panel.dataset.claimId
  const body = new URLSearchParams({ _csrf: one('input[name="_csrf"]').value })
  const response = await fetch(`/claims/${id}/presence`, { method: 'POST', body })
  const line = one(`[data-claim-id="${CSS.escape(id)}"] [data-presence]`)
  if (!response.ok || response.redirected || !line) return
  const words = new DOMParser().parseFromString(await response.text(), 'text/html').body.textContent.trim()
  if (line.textContent.trim() !== words) line.textContent = words
}

window.setInterval(() => stay().catch(() => undefined), EVERY)
