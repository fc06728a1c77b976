export const one = (selector, root = document) => root.querySelector(selector)
export const all = (selector, root = document) => [...root.querySelectorAll(selector)]

export const isNarrow = () => window.matchMedia('(max-width: 60rem)').matches

/** Says something to who listens to the page instead of looking at it. */
export function announce(words) {
  one('#live').textContent = words
}
