// On a small screen the claim at hand is a sheet from below; the text stays where it is.
import { isNarrow, one } from './dom.js'
import { claimAtHand } from './panel.js'

const panel = one('.panel')
const opener = document.createElement('button')
opener.type = 'button'
opener.className = 'button primary sheet-open'
one('.desk').append(opener)
label()

opener.addEventListener('click', () => {
  openSheet()
  panel.focus({ preventScroll: true })
})
document.addEventListener('keydown', ({ key, defaultPrevented }) => {
  if (key === 'Escape' && !defaultPrevented && !one('dialog[open]')) closeSheet()
})

export function openSheet() {
  panel.classList.add('open')
}

export function closeSheet() {
  if (!panel.classList.contains('open')) return
  panel.classList.remove('open')
  label()
  if (isNarrow()) one(`#c${claimAtHand()}`)?.focus({ preventScroll: true })
}

function label() {
  opener.textContent = `Claim ${claimAtHand()}`
}
