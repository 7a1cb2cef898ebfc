// Enter goes down in a table that is written in.

const fields = 'input:not([type="hidden"]):not(:disabled):not([role="combobox"])'

/** To the same field of the next row; false where there is none below. */
export function moveDown(body: HTMLElement | null, target: Element): boolean {
  const cell = target.closest('td')
  const row = cell?.closest('tr')
  if (!body || !cell || !row) return true
  const below = body.children[[...body.children].indexOf(row) + 1]
  const next = below?.children[[...row.children].indexOf(cell)]?.querySelector<HTMLElement>(fields)
  next?.focus()
  return next !== undefined && next !== null
}

/** Puts the keyboard into a field of a row. */
export function focusCell(body: HTMLElement | null, row: number, column: number): void {
  body?.children[row]?.children[column]?.querySelector<HTMLElement>(fields)?.focus()
}
