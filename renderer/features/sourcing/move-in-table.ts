// Moving by key between the fields of a table that is written in.

/** From a field to the same field of the next row; false on the last one. */
export function moveDown(body: HTMLElement | null, target: Element): boolean {
  const cell = target.closest('td')
  const row = cell?.closest('tr')
  if (!body || !cell || !row) return true
  const rows = [...body.children]
  const column = [...row.children].indexOf(cell)
  for (let next = rows.indexOf(row) + 1; next < rows.length; next += 1) if (focusRow(body, next, column)) return true
  return false
}

/** Puts the keyboard into a field of a row; false where there is none. */
export function focusRow(body: HTMLElement | null, row: number, column: number): boolean {
  const field = body?.children[row]?.children[column]?.querySelector<HTMLElement>('input:not([type="hidden"])')
  field?.focus()
  return field !== null && field !== undefined
}
