// The audit: j and k walk through the findings, Enter goes to the claim of the one at hand.
const findings = [...document.querySelectorAll('.audit-findings > li')]
const root = document.documentElement
let at = -1

const isTyping = (target) => target.closest('input, textarea, select, button, summary, a') !== null

function go(step) {
  const open = findings.filter((finding) => finding.offsetParent !== null)
  const here = open.indexOf(findings[at])
  const next = open[Math.min(Math.max(here + step, 0), open.length - 1)]
  if (!next) return
  findings[at]?.classList.remove('is-at-hand')
  at = findings.indexOf(next)
  next.classList.add('is-at-hand')
  next.scrollIntoView({ block: 'nearest' })
  ;(next.querySelector('[data-claim]') ?? next).focus({ preventScroll: true })
}

document.addEventListener('keydown', (event) => {
  const { key, target, ctrlKey, metaKey, altKey } = event
  if (ctrlKey || metaKey || altKey || root.classList.contains('keys-off')) return
  const walking = key === 'j' || key === 'k'
  if (!walking || (isTyping(target) && !target.matches('[data-claim]'))) return
  event.preventDefault()
  go(key === 'j' ? 1 : -1)
})
