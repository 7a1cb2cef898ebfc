// Enter in a searchable Select takes the first match even where Mantine has not marked it yet: text that comes in one piece
// (from an input method, or pasted) opens the list and finds the match in the same moment.
import type { KeyboardEvent } from 'react'

export function takeFirstOption(event: KeyboardEvent<HTMLInputElement>): void {
  const field = event.currentTarget
  if (event.key !== 'Enter' || event.nativeEvent.isComposing || field.value.trim() === '') return
  const list = document.getElementById(field.getAttribute('aria-controls') ?? '')
  if (!list || field.getAttribute('aria-expanded') !== 'true') return
  // A chosen option in the list means that nothing was typed.
  if (list.querySelector('[aria-selected="true"]')) return
  const option =
    list.querySelector<HTMLElement>('[data-combobox-selected]') ?? list.querySelector<HTMLElement>('[role="option"]')
  if (!option) return
  event.preventDefault()
  option.click()
}
