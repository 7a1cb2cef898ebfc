// What a selection means to the book: the rows ticked, or all that match but some.
import type { RecordListName } from '#shared/schemas/lists.ts'
import type { ListInput, ListQuery } from '#shared/schemas/paging.ts'
import type { RecordTarget } from '#shared/schemas/record-target.ts'
import type { Selection } from './selection.ts'

export function selectedTarget(selection: Selection, list: RecordListName, query: ListQuery): RecordTarget {
  if (!selection.isAll) return { ids: [...selection.ids] }
  return { list, query: wholeQuery(query), except: [...selection.ids] }
}

/** The question without a window. */
function wholeQuery({ search = '', filters = [], sort = [], archived = false }: ListQuery): ListInput {
  return { search, filters, sort, archived, offset: 0, limit: 100 }
}
