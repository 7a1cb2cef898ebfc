// What a query has to show: its data, else waiting, else the error with another try.
import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { ErrorState } from './error-state.tsx'
import { LoadingState } from './loading-state.tsx'
import { OldAnswer } from './old-answer.ts'

type Result<Data> = UseQueryResult<Data, unknown>

type QueryStateProps<Data> = {
  query: Pick<Result<Data>, 'data' | 'error' | 'refetch'> & Partial<Pick<Result<Data>, 'isPlaceholderData'>>
  children: (data: Data) => ReactNode
}

export function QueryState<Data>({ query, children }: QueryStateProps<Data>) {
  if (query.data !== undefined)
    return <OldAnswer value={query.isPlaceholderData ?? false}>{children(query.data)}</OldAnswer>
  if (query.error) return <ErrorState error={query.error} onRetry={() => query.refetch()} />
  return <LoadingState />
}
