// Verdicts that find fault need a reason: a menu of one key each.
import { all, one } from './dom.js'
import { send } from './panel.js'

const menu = one('#reasons')

/** Sends the verdict, after the reason has been asked for where one is needed and none was given. */
export function rule(button) {
  const form = button.form
  if (button.value === 'substantiated' || hasReason(form)) return send(form, button)
  ask(form, button)
}

const hasReason = (form) => form.elements.reason.value !== '' || form.elements.rationale.value.trim() !== ''

function ask(form, button) {
  one('#reasons-title').textContent = `Why ${button.value}?`
  one('#reasons-list').replaceChildren(
    ...all('[name="reason"]', form).map((radio, index) => line(radio, index, button)),
  )
  menu.showModal()
  one('button', menu).focus()
}

function line(radio, index, button) {
  const choice = document.createElement('button')
  const key = document.createElement('kbd')
  const item = document.createElement('li')
  key.textContent = String(index + 1)
  choice.type = 'button'
  choice.className = 'button choice'
  choice.append(key, ' ', radio.closest('label').textContent.trim())
  choice.addEventListener('click', () => {
    radio.checked = true
    menu.close()
    send(button.form, button)
  })
  item.append(choice)
  return item
}

menu?.addEventListener('keydown', (event) => {
  const choice = all('.choice', menu)[Number(event.key) - 1]
  if (!choice || event.ctrlKey || event.metaKey || event.altKey) return
  event.preventDefault()
  choice.click()
})
