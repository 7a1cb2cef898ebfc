// Cells as spreadsheets put them on the clipboard: tabs between cells, lines between rows, quotes round cells that hold either.

/** The rows of a pasted text; the empty line at its end is none. */
export function rowsFromText(text: string): string[][] {
  const rows: string[][] = []
  let row: string[] = []
  let cell = ''
  let isQuoted = false
  const plain = text.replace(/\r\n?/g, '\n')
  for (let at = 0; at < plain.length; at += 1) {
    const sign = plain[at]
    if (isQuoted) {
      if (sign !== '"') cell += sign
      else if (plain[at + 1] === '"') {
        cell += '"'
        at += 1
      } else isQuoted = false
    } else if (sign === '"' && cell === '' && closesCell(plain, at)) isQuoted = true
    else if (sign === '\t' || sign === '\n') {
      row.push(cell)
      cell = ''
      if (sign === '\n') {
        rows.push(row)
        row = []
      }
    } else cell += sign
  }
  if (cell !== '' || row.length > 0) rows.push([...row, cell])
  return rows
}

const quotedCell = /"(?:[^"]|"")*"(?=\t|\n|$)/y

/** Whether a quote at the beginning of a cell ends at the cell's end: `5" pipe` and `"A" grade` are no quoted cells. */
function closesCell(text: string, at: number): boolean {
  quotedCell.lastIndex = at
  return quotedCell.test(text)
}

export function textFromRows(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => row.map(asCell).join('\t')).join('\n')
}

function asCell(text: string): string {
  return /[\t\n\r]|^"/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** The same rows as a CSV file, as the import reads it. */
export function csvFromRows(rows: readonly (readonly string[])[]): string {
  const cell = (text: string) => (/[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
  return `${rows.map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`
}
