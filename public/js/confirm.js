// Keys on the page of one reworded claim: y still holds, r rule anew, n next. They sleep while somebody types, or where keys are off.
document.addEventListener('keydown', (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.target.matches('textarea, select, input'))
    return
  if (document.documentElement.classList.contains('keys-off')) return
  document.querySelector(`main [data-key="${CSS.escape(event.key)}"]`)?.click()
})
