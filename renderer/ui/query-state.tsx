// What a query has to show: its data, else waiting, else the error with another try.
import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { ErrorState } from './error-state.tsx'
import { LoadingState } from './loading-state.tsx'

type QueryStateProps<Data> = {
  query: Pick<UseQueryResult<Data, unknown>, 'data' | 'error' | 'refetch'>
  children: (data: Data) => ReactNode
}

export function QueryState<Data>({ query, children }: QueryStateProps<Data>) {
  if (query.data !== undefined) return children(query.data)
  if (query.error) return <ErrorState error={query.error} onRetry={() => query.refetch()} />
  return <LoadingState />
}
