// What Ctrl+C takes out of a list: the ticked rows with the names of their columns, else the focused cell.
import type { GridApi } from 'ag-grid-community'
import type { ListQuery } from '#shared/schemas/paging.ts'
import { editText } from '../edit/editing.ts'
import type { GridColumn } from '../grid-column.ts'
import { isSelected, type Selection } from '../selection.ts'
import type { LoadPage } from '../use-list-rows.ts'
import { textFromRows } from './table-text.ts'

/** A clipboard is no file: what is more than this is exported. */
const mostRowsCopied = 10_000
const rowsAtOnce = 1000

/** The cell so that it can be pasted again: a choice by its word, everything else as it would be typed. */
function copiedText<Row>(column: GridColumn<Row>, row: Row, isEditable: boolean): string {
  const isWord = column.kind === 'choice' || column.kind === 'flag' || !isEditable
  return isWord ? column.text(row) : editText(column, row)
}

type CopySource<Row> = {
  columns: readonly GridColumn<Row>[]
  /** Keys of the columns shown, in order. */
  shown: readonly string[]
  isEditable: (column: string) => boolean
}

export function focusedCell<Row>(api: GridApi<Row>, { columns, isEditable }: CopySource<Row>): string | null {
  const focused = api.getFocusedCell()
  const column = columns.find(({ key }) => key === focused?.column.getColId())
  const row = focused ? api.getDisplayedRowAtIndex(focused.rowIndex)?.data : undefined
  return column && row ? copiedText(column, row, isEditable(column.key)) : null
}

type TickedRows<Row> = { selection: Selection; query: ListQuery; load: LoadPage<Row> }

/** The ticked rows in the order of the list, as a table with a head. */
export async function tickedRows<Row extends { id: number }>(
  { columns, shown, isEditable }: CopySource<Row>,
  { selection, query, load }: TickedRows<Row>,
): Promise<{ text: string; count: number }> {
  const taken = shown.flatMap((key) => columns.find((column) => column.key === key && !column.hidesLabel) ?? [])
  const rows: string[][] = []
  for (let offset = 0; rows.length < mostRowsCopied; offset += rowsAtOnce) {
    const page = await load({ ...query, offset, limit: rowsAtOnce })
    const ticked = page.rows.filter((row) => isSelected(selection, row.id))
    rows.push(...ticked.map((row) => taken.map((column) => copiedText(column, row, isEditable(column.key)))))
    const isAll = !selection.isAll && rows.length >= selection.ids.size
    if (page.rows.length < rowsAtOnce || isAll) break
  }
  const kept = rows.slice(0, mostRowsCopied)
  return { text: textFromRows([taken.map((column) => column.label), ...kept]), count: kept.length }
}
