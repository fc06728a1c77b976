// Speaking to somebody: behind an @ the names that fit are offered; the one chosen is ticked below the comment as well.
import { all } from './dom.js'

let open = null

document.addEventListener('input', ({ target }) => {
  if (target.matches?.('[data-mentions] textarea')) offer(target)
})
// First of all listeners: Escape closes the list, and not the sheet around it.
document.addEventListener('keydown', press, { capture: true })
document.addEventListener('focusout', ({ target }) => {
  if (open?.field === target) close()
})

function press(event) {
  if (!open || event.target !== open.field) return
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
  if (step) choose(open.at + step)
  else if (event.key === 'Enter' || event.key === 'Tab') take(open.boxes[open.at])
  else if (event.key === 'Escape') close()
  else return
  event.preventDefault()
}

function offer(field) {
  close()
  const typed = /(?:^|[\s(])@([^\n@]{0,40})$/.exec(field.value.slice(0, field.selectionStart))
  if (!typed) return
  const begun = typed[1].toLowerCase()
  const boxes = all('input[name="mention"]', field.form)
    .filter((box) => box.dataset.name.toLowerCase().startsWith(begun))
    .slice(0, 6)
  if (boxes.length === 0) return
  const list = document.createElement('ul')
  list.className = 'mention-list'
  list.id = 'mention-list'
  list.setAttribute('role', 'listbox')
  list.setAttribute('aria-label', 'People')
  for (const [index, box] of boxes.entries()) list.append(option(box, index))
  field.parentElement.append(list)
  field.setAttribute('aria-controls', list.id)
  open = { field, list, boxes, at: 0, length: typed[1].length }
  choose(0)
}

function option(box, index) {
  const item = document.createElement('li')
  item.id = `mention-${index}`
  item.setAttribute('role', 'option')
  item.dir = 'auto'
  item.textContent = box.dataset.name
  item.addEventListener('mousedown', (event) => {
    event.preventDefault()
    take(box)
  })
  return item
}

function choose(index) {
  open.at = (index + open.boxes.length) % open.boxes.length
  for (const [place, item] of [...open.list.children].entries())
    item.setAttribute('aria-selected', String(place === open.at))
  open.field.setAttribute('aria-activedescendant', `mention-${open.at}`)
}

function take(box) {
  const { field, length } = open
  const caret = field.selectionStart
  field.setRangeText(`${box.dataset.name} `, caret - length, caret, 'end')
  box.checked = true
  close()
}

function close() {
  open?.list.remove()
  open?.field.removeAttribute('aria-activedescendant')
  open?.field.removeAttribute('aria-controls')
  open = null
}
