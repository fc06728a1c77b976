// Words that an editor selects in the text can be made a claim. The same can be done by a form, without script.
import { one } from './dom.js'

const text = one('#text')
const form = one('#new-claim')

if (form) {
  document.addEventListener('selectionchange', () => offer(window.getSelection()))
  document.addEventListener('scroll', () => form.hidden || offer(window.getSelection()), { passive: true })
}

/** Offers to make a claim of what is selected, where that is words of the text. */
function offer(selection) {
  const range = selection.rangeCount > 0 ? selection.getRangeAt(0) : null
  const chosen = range && !selection.isCollapsed && isInText(range) && isFree(range)
  form.hidden = !chosen
  if (!chosen) return
  const start = lengthBefore(range)
  const words = range.toString()
  form.elements.place.value = `${start}-${start + words.length}`
  form.elements.words.value = words
  const { bottom, left } = range.getBoundingClientRect()
  form.style.top = `${Math.max(60, Math.min(bottom + 6, window.innerHeight - 48))}px`
  form.style.left = `${Math.max(8, Math.min(left, window.innerWidth - 220))}px`
}

/** The text stands in its element character by character, before what only paper shows. */
function lengthBefore({ startContainer, startOffset }) {
  const before = document.createRange()
  before.setStart(text, 0)
  before.setEnd(startContainer, startOffset)
  return before.toString().length
}

function isInText({ commonAncestorContainer: node }) {
  const element = node.closest ? node : node.parentElement
  return Boolean(element?.closest('#text')) && !element.closest('.galley')
}

/** None of the words belongs to a claim: those can be split, and not be claimed twice. */
const isFree = (range) =>
  !range.cloneContents().querySelector('a.claim') &&
  !range.commonAncestorContainer.parentElement.closest('a.claim')
