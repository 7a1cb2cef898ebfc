// What the host says of itself: the book that is open, preferences. Everything else stands on it.
import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { client, queryClient, trpc } from '#renderer/lib/api.ts'
import type { BookState, HostState, Preferences } from '#shared/schemas/host.ts'

export function useHostQuery() {
  return useQuery(trpc.host.state.queryOptions())
}

export function useHostState(): HostState {
  return useSuspenseQuery(trpc.host.state.queryOptions()).data
}

/** The open book; only below the shell, where there is one. */
export function useBook(): BookState {
  const { book } = useHostState()
  if (!book) throw new Error('no book is open')
  return book
}

/** Shows the preference at once and keeps it at the host. */
export async function savePreferences(change: Partial<Preferences>): Promise<void> {
  const key = trpc.host.state.queryKey()
  const before = queryClient.getQueryData(key)
  if (!before) return
  const preferences = { ...before.preferences, ...change }
  queryClient.setQueryData(key, { ...before, preferences })
  await client.host.savePreferences.mutate(preferences)
}
