// The keys of a list whose rows have several controls: up and down stay in the column of controls, a letter presses one.
import type { KeyboardEvent } from 'react'

/** Marks a row, and a control by what it does. */
export const rowMark = 'data-waiting-row'
const controlMark = 'data-control'
export const controlOf = (name: 'open' | 'step' | 'snooze' | 'done') => ({ [controlMark]: name })

const letters: Readonly<Record<string, string>> = { d: 'done', s: 'snooze' }

/** For `onKeyDown` of whatever holds the rows; what is typed into a field or moves in a menu stays theirs. */
export function handleRowKey(event: KeyboardEvent<HTMLElement>): void {
  const target = event.target as HTMLElement
  const row = target.closest<HTMLElement>(`[${rowMark}]`)
  if (!row || !event.currentTarget.contains(row) || isTyping(target)) return
  if (event.ctrlKey || event.metaKey || event.altKey || target.getAttribute('aria-expanded') === 'true') return
  const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
  const control = letters[event.key.toLowerCase()]
  if (by !== 0) moveFocus(event, row, by)
  else if (control) press(event, row, control)
}

function isTyping(target: HTMLElement): boolean {
  return target instanceof HTMLInputElement && target.type !== 'checkbox'
}

function moveFocus(event: KeyboardEvent<HTMLElement>, row: HTMLElement, by: number): void {
  const rows = [...event.currentTarget.querySelectorAll<HTMLElement>(`[${rowMark}]`)]
  const next = rows[rows.indexOf(row) + by]
  if (!next) return
  event.preventDefault()
  const column = (event.target as HTMLElement).closest(`[${controlMark}]`)?.getAttribute(controlMark)
  const same = next.querySelector<HTMLElement>(`[${controlMark}="${column}"]`)
  focusControl(same ?? next.querySelector<HTMLElement>(`[${controlMark}]`))
}

/** A mark may lie around the control itself. */
function focusControl(marked: HTMLElement | null | undefined): void {
  const control = marked?.matches('a, button') ? marked : marked?.querySelector<HTMLElement>('a, button')
  control?.focus()
}

function press(event: KeyboardEvent<HTMLElement>, row: HTMLElement, control: string): void {
  event.preventDefault()
  // The row goes away with what it waits for: its neighbour is where one goes on.
  if (control === 'done') moveOn(event, row)
  row.querySelector<HTMLElement>(`[${controlMark}="${control}"]`)?.click()
}

function moveOn(event: KeyboardEvent<HTMLElement>, row: HTMLElement): void {
  const rows = [...event.currentTarget.querySelectorAll<HTMLElement>(`[${rowMark}]`)]
  const at = rows.indexOf(row)
  const next = rows[at + 1] ?? rows[at - 1]
  focusControl(next?.querySelector<HTMLElement>(`[${controlMark}]`))
}
