// The refused rows as a file of their own: the source's columns, and one that says what to mend. Dropped again after
// mending, its rows are all there is to read.

import { csvLine } from '#main/domain/import/csv-line.ts'
import type { FileShelf } from '#main/services/files/file-shelf.ts'
import type { ImportTable } from '#main/services/import/reading/open-table.ts'
import type { TableRow } from '#main/services/import/reading/table-row.ts'
import type { RefusedCell } from '#shared/schemas/imports.ts'

/** The column that says what to mend; the import leaves it out when the file comes back. */
export const problemColumn = 'quayside: to mend'

export type RefusedRows = {
  add(row: TableRow, cells: readonly RefusedCell[]): void
  close(): { refusedFile: string | null; refusedFileName: string | null }
}

const flushAt = 500_000

/** Collects rows; the file is made with the first of them. */
export function refusedRows(shelf: FileShelf | null, table: ImportTable): RefusedRows {
  let token: string | null = null
  let size = 0
  let text = ''
  const name = `${table.name.replace(/\.[^.]+$/, '')} - refused.csv`
  const flush = () => {
    if (!shelf || !token || text === '') return
    const bytes = Buffer.from(text, 'utf8')
    for (let at = 0; at < bytes.length; at += 1_000_000) {
      const chunk = bytes.subarray(at, at + 1_000_000)
      shelf.put(token, size, chunk)
      size += chunk.byteLength
    }
    text = ''
  }
  return {
    add(row, cells) {
      if (!shelf) return
      if (token === null) {
        token = shelf.open(name).token
        text = `\uFEFF${csvLine([...table.headers, problemColumn])}`
      }
      const said = cells.map((cell) => `${cell.line}: ${cell.column} ${cell.expected}`).join('; ')
      text += csvLine([...padded(row.cells, table.headers.length), said])
      if (text.length > flushAt) flush()
    },
    close() {
      flush()
      return { refusedFile: token, refusedFileName: token === null ? null : name }
    },
  }
}

function padded(cells: readonly string[], width: number): string[] {
  return Array.from({ length: Math.max(width, cells.length) }, (_, at) => cells[at] ?? '')
}
