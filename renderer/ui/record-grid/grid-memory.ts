// How this machine's user left a list: order, widths and choice of columns, and the sort. Kept as JSON text.
import { z } from 'zod'
import { sortSchema } from '#shared/schemas/paging.ts'

const memorySchema = z.object({
  columns: z.array(z.object({ key: z.string(), width: z.number().nullable(), isHidden: z.boolean() })).default([]),
  sort: z.array(sortSchema).default([]),
})

export type GridMemory = z.output<typeof memorySchema>

const blank: GridMemory = { columns: [], sort: [] }

/** What was kept; nothing where it cannot be read any more. */
export function readMemory(text: string | null | undefined): GridMemory {
  if (!text) return blank
  try {
    return memorySchema.catch(blank).parse(JSON.parse(text))
  } catch {
    // Text that is no JSON was kept by no version of ours; the usual columns are the answer.
    return blank
  }
}

type Layout = { key: string; width: number; isHidden?: boolean; grows?: boolean }

export type PlacedColumn<Column extends Layout> = { column: Column; width: number | null; isHidden: boolean }

/**
 * The list's columns as the memory has them. Columns that came with a newer version stand where the list declares them,
 * behind their neighbour; columns that are gone are forgotten.
 */
export function placeColumns<Column extends Layout>(
  columns: readonly Column[],
  memory: GridMemory,
): PlacedColumn<Column>[] {
  const byKey = new Map(columns.map((column) => [column.key, column]))
  const placed: PlacedColumn<Column>[] = memory.columns.flatMap(({ key, width, isHidden }) => {
    const column = byKey.get(key)
    return column ? [{ column, width, isHidden }] : []
  })
  const known = new Set(placed.map(({ column }) => column.key))
  columns.forEach((column, index) => {
    if (known.has(column.key)) return
    const before = columns[index - 1]
    const at = before ? placed.findIndex((other) => other.column.key === before.key) + 1 : 0
    const width = column.grows ? null : column.width
    placed.splice(at, 0, { column, width, isHidden: column.isHidden ?? false })
  })
  return placed
}
