// The ids behind a selection, asked for before anything is done with them.
import type { ListQuery } from '#shared/schemas/paging.ts'
import type { Selection } from './selection.ts'

/** The rows ticked; for all that match, one question to the book, without those left out. */
export async function selectedIds(
  selection: Selection,
  idsOf: (query: ListQuery) => Promise<number[]>,
  query: ListQuery,
): Promise<number[]> {
  if (!selection.isAll) return [...selection.ids]
  // The list's usual order has an index; which order the ids come in does not matter.
  const ids = await idsOf({ ...query, sort: [] })
  return ids.filter((id) => !selection.ids.has(id))
}
