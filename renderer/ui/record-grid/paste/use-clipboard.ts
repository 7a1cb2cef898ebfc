// Copying out of a list and pasting into it, by the keys of the system.
import { notifications } from '@mantine/notifications'
import type { GridApi } from 'ag-grid-community'
import { type ClipboardEvent, useState } from 'react'
import { useText } from '#renderer/lib/language.ts'
import { sayError } from '#renderer/ui/say-error.ts'
import type { ListQuery } from '#shared/schemas/paging.ts'
import { useSaidDone } from '../done-here.ts'
import { refusalText } from '../edit/refusal-text.ts'
import type { GridColumn } from '../grid-column.ts'
import type { GridScope } from '../grid-scope.ts'
import { selectedCount } from '../selection.ts'
import type { LoadPage } from '../use-list-rows.ts'
import { focusedCell, tickedRows } from './copy-cells.ts'
import { rowsFromText } from './table-text.ts'

/** A block to be put into the list: its rows, and where the focused cell stands. */
export type PastedTable = { rows: string[][]; columns: string[]; offset: number }

type ClipboardInput<Row extends { id: number }> = {
  api: GridApi<Row> | null
  columns: readonly GridColumn<Row>[]
  shownColumns: () => string[]
  scope: GridScope
  query: ListQuery
  load: LoadPage<Row>
}

export function useClipboard<Row extends { id: number }>(input: ClipboardInput<Row>) {
  const [pasted, setPasted] = useState<PastedTable | null>(null)
  const copyRows = useCopyRows(input)
  const pasteOne = usePasteOne(input.scope)
  const { api, scope, columns, shownColumns } = input
  const source = () => ({ columns, shown: shownColumns(), isEditable: (key: string) => scope.editing.columns.has(key) })
  const onCopy = (event: ClipboardEvent) => {
    if (isOwnField(event) || String(window.getSelection()) !== '' || !api) return
    if (selectedCount(scope.selection.get(), scope.total) > 0) {
      event.preventDefault()
      return void copyRows(source())
    }
    const text = focusedCell(api, source())
    if (text === null) return
    event.preventDefault()
    event.clipboardData.setData('text/plain', text)
  }
  const onPaste = (event: ClipboardEvent) => {
    const text = event.clipboardData.getData('text/plain')
    if (isOwnField(event) || !api || scope.editing.columns.size === 0 || text.trim() === '') return
    event.preventDefault()
    const rows = rowsFromText(text)
    const focused = api.getFocusedCell()
    const key = focused?.column.getColId()
    const row = focused ? api.getDisplayedRowAtIndex(focused.rowIndex)?.data : undefined
    const single = rows.length === 1 && rows[0]?.length === 1 ? (rows[0][0] ?? '') : null
    if (single !== null && row && key && scope.editing.columns.has(key)) return void pasteOne(row.id, key, single)
    setPasted({ rows, columns: rightOf(shownColumns(), key, columns), offset: focused?.rowIndex ?? 0 })
  }
  const openEmpty = () => setPasted({ rows: [], columns: [], offset: 0 })
  return { onCopy, onPaste, pasted, openEmpty, close: () => setPasted(null) }
}

/** The columns from the focused one to the right, as the book calls what their cells change. */
function rightOf<Row>(
  shown: readonly string[],
  key: string | undefined,
  columns: readonly GridColumn<Row>[],
): string[] {
  const at = shown.indexOf(key ?? '')
  return (at < 0 ? [] : shown.slice(at)).map((one) => columns.find((column) => column.key === one)?.edit?.column ?? one)
}

function isOwnField({ target }: ClipboardEvent): boolean {
  return target instanceof Element && target.closest('input, textarea') !== null
}

function useCopyRows<Row extends { id: number }>({ scope, query, load }: ClipboardInput<Row>) {
  const { t, format } = useText()
  return async (source: Parameters<typeof tickedRows<Row>>[0]) => {
    try {
      const { text, count } = await tickedRows(source, { selection: scope.selection.get(), query, load })
      await navigator.clipboard.writeText(text)
      notifications.show({ message: t('lists.copied', { count, formatted: format.number(count) }) })
    } catch (error) {
      sayError(t, error)
    }
  }
}

/** One cell onto one cell is an edit like any other. */
function usePasteOne({ editing }: GridScope) {
  const { t } = useText()
  const say = useSaidDone(editing)
  return async (id: number, column: string, text: string) => {
    const before = editing.done.length
    const refusal = await editing.save(id, column, text).catch((error) => {
      sayError(t, error)
      return null
    })
    if (refusal) notifications.show({ color: 'red', message: refusalText(t, refusal) })
    else if (editing.done.length > before) say(t('lists.pastedOne'), editing.done.at(-1) ?? null)
  }
}
