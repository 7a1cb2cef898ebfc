// Products that have no cost, in the order in which a pasted column falls onto them.

import { useQuery } from '@tanstack/react-query'
import { trpc } from '#renderer/lib/api.ts'
import type { ListQuery } from '#shared/schemas/paging.ts'

/** A family is only the roof over its variants: it is neither bought nor sold. */
const lackingCost: ListQuery = {
  filters: [
    { column: 'cost', op: 'empty', values: [] },
    { column: 'kind', op: 'isNot', values: ['family'] },
  ],
  sort: [{ column: 'sku', direction: 'asc' }],
}

/** As many as one page of a list gives; the rest follows when these are done. */
const pageSize = 1000

export function useLackingCost() {
  return useQuery(trpc.products.list.queryOptions({ ...lackingCost, limit: pageSize }))
}
