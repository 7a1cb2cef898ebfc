// The saved views of a list, the one that is shown, and what can be done with them.
import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { trpc } from '#renderer/lib/api.ts'
import type { ListState } from '#renderer/lib/list-address.ts'
import type { SavedView } from '#shared/schemas/views.ts'
import type { ListAddressState } from '../use-list-address.ts'

/** The address that says "the list as it is", where the list would open with a view. */
const noView = 0

export type Views = ReturnType<typeof useViews>

export function useViews(list: string, { state, change }: ListAddressState) {
  const query = useQuery(trpc.views.list.queryOptions({ list }))
  const views = query.data?.views ?? []
  const defaultId = query.data?.defaultId ?? null
  const active = views.find(({ id }) => id === state.view) ?? null
  const opening = useOpening(state, { isReady: !query.isPending, views, defaultId })
  const show = (view: SavedView | null, isStep = true) => {
    const plain = { search: '', filters: [], sort: [], archived: false }
    const { search, filters, sort, archived } = view?.state ?? plain
    const id = view?.id ?? (defaultId === null ? null : noView)
    change({ search, filters, sort, archived, view: id }, isStep)
  }
  const latest = useRef(show)
  latest.current = show
  useEffect(() => {
    if (opening) latest.current(opening, false)
  }, [opening])
  return { views, active, defaultId, show, isReady: !query.isPending && opening === null }
}

type Opening = { isReady: boolean; views: readonly SavedView[]; defaultId: number | null }

/** The view that an address without anything else opens: the one it names, or the one this machine begins with. */
function useOpening(state: ListState, { isReady, views, defaultId }: Opening): SavedView | null {
  const isFirst = useRef(true)
  const isBare = state.search === '' && state.filters.length === 0 && state.sort.length === 0 && !state.archived
  const isNamed = isFirst.current && typeof state.view === 'number' && state.view !== noView
  if (!isReady) return null
  const named = isNamed && isBare ? views.find(({ id, state: own }) => id === state.view && !isBlank(own)) : undefined
  isFirst.current = false
  if (named) return named
  if (!isBare || (state.view ?? null) !== null || state.openId !== null) return null
  return views.find(({ id }) => id === defaultId) ?? null
}

/** A view that only chooses columns says nothing in the address. */
function isBlank({ search, filters, sort, archived }: SavedView['state']): boolean {
  return search === '' && filters.length === 0 && sort.length === 0 && !archived
}
