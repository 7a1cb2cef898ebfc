// Moving by key between the fields of a table that is written in.

const fields = 'input:not([type="hidden"]):not(:disabled)'
/** Fields that take Enter themselves are passed over where the keyboard only goes through. */
const passing = `${fields}:not([role="combobox"])`

/** From a field to the same field of the next row that has one; false where there is none below. */
export function moveDown(body: HTMLElement | null, target: Element): boolean {
  const cell = target.closest('td')
  const row = cell?.closest('tr')
  if (!body || !cell || !row) return true
  const rows = [...body.children]
  const column = [...row.children].indexOf(cell)
  const place = [...cell.querySelectorAll(fields)].indexOf(target)
  const wanted = target.getAttribute('role') === 'combobox' ? fields : passing
  for (const below of rows.slice(rows.indexOf(row) + 1)) {
    const there = [...(below.children[column]?.querySelectorAll<HTMLElement>(wanted) ?? [])]
    const next = there[place] ?? there[0]
    if (!next) continue
    next.focus()
    return true
  }
  return false
}

/** Puts the keyboard into a field of a row. */
export function focusRow(body: HTMLElement | null, row: number, column: number): void {
  body?.children[row]?.children[column]?.querySelector<HTMLElement>(fields)?.focus()
}
