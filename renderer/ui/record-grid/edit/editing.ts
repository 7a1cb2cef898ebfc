// Which cells of a list can be changed where they stand, what their editor begins with, and how a change is kept.
import { useQuery } from '@tanstack/react-query'
import { useMemo, useRef } from 'react'
import { client, trpc } from '#renderer/lib/api.ts'
import { useMayWrite } from '#renderer/lib/may-write.ts'
import type { CellRefusal, EditableColumnInfo } from '#shared/schemas/cells.ts'
import type { RecordListName } from '#shared/schemas/lists.ts'
import type { GridColumn } from '../grid-column.ts'

/** A text that was not taken, with the reason; it is still there when its cell is opened again. */
export type CellDraft = { text: string; refusal: CellRefusal | null }

export type Editing = {
  list: RecordListName
  /** By the grid's column; what it is called at the book stands in `column`. */
  columns: ReadonlyMap<string, EditableColumnInfo>
  /** What could be changed in a book that takes changes: cells by pasting, and many records at once. */
  offers: { paste: boolean; bulk: boolean }
  drafts: Map<string, CellDraft>
  /** The operations done here, the last one at the end. */
  done: number[]
  /** Null where it was taken; else why it was not. */
  save: (id: number, column: string, text: string) => Promise<CellRefusal | null>
}

export function draftKey(id: number, column: string): string {
  return `${id} ${column}`
}

export function useEditing(list: RecordListName, columns: readonly GridColumn<never>[]): Editing {
  const { data } = useQuery(trpc.lists.editableColumns.queryOptions({ list }))
  const { mayWrite } = useMayWrite()
  const drafts = useRef(new Map<string, CellDraft>())
  const done = useRef<number[]>([])
  const editable = useMemo(() => {
    const known = new Map((data ?? []).map((info) => [info.column, info]))
    return new Map(
      columns.flatMap((column) => {
        const info = known.get(column.edit?.column ?? column.key)
        return info ? [[column.key, info] as const] : []
      }),
    )
  }, [data, columns])
  return useMemo(
    () => ({
      list,
      columns: mayWrite ? editable : none,
      offers: { paste: editable.size > 0, bulk: [...editable.values()].some(({ isBulk }) => isBulk) },
      drafts: drafts.current,
      done: done.current,
      async save(id, key, text) {
        const column = editable.get(key)?.column ?? key
        const { outcomes, operationId } = await client.lists.setCells.mutate({ list, cells: [{ id, column, text }] })
        if (operationId) done.current.push(operationId)
        return outcomes[0]?.refusal ?? null
      },
    }),
    [list, editable, mayWrite],
  )
}

const none: ReadonlyMap<string, EditableColumnInfo> = new Map()

/** What the editor of a cell begins with: the value as it would be typed. */
export function editText<Row>(column: Pick<GridColumn<Row>, 'key' | 'edit'>, row: Row): string {
  if (column.edit?.text) return column.edit.text(row)
  const value = (row as Record<string, unknown>)[column.edit?.column ?? column.key]
  return value === null || value === undefined ? '' : String(value)
}
