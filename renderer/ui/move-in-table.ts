// Moving by key between the fields of a table that is written in.

const fields = 'input:not([type="hidden"]):not(:disabled)'
/** Fields that take Enter themselves are passed over where the keyboard only goes through. */
const passing = `${fields}:not([role="combobox"])`

/** From a field to the same field of the next row that has one; false on the last row. */
export function moveDown(body: HTMLElement | null, target: EventTarget): boolean {
  const cell = target instanceof Element ? target.closest('td') : null
  const row = cell?.closest('tr')
  if (!body || !cell || !row) return true
  const below = [...body.children].slice([...body.children].indexOf(row) + 1)
  const column = [...row.children].indexOf(cell)
  const place = [...cell.querySelectorAll(fields)].indexOf(target as Element)
  const wanted = (target as Element).getAttribute('role') === 'combobox' ? fields : passing
  for (const next of below) {
    const there = [...(next.children[column]?.querySelectorAll<HTMLInputElement>(wanted) ?? [])]
    const field = there[place] ?? there.at(-1)
    if (!field) continue
    field.focus()
    // As Tab does: what is typed takes the place of what stood there.
    field.select()
    break
  }
  return below.length > 0
}

/** Puts the keyboard into a field of a row. */
export function focusRow(body: HTMLElement | null, row: number, column: number): void {
  body?.children[row]?.children[column]?.querySelector<HTMLElement>(fields)?.focus()
}
