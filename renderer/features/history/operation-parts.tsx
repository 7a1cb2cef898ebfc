// What one operation did, record by record.
import { Button } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { trpc } from '#renderer/lib/api.ts'
import { useText } from '#renderer/lib/language.ts'
import { ErrorState } from '#renderer/ui/error-state.tsx'
import { LoadingState } from '#renderer/ui/loading-state.tsx'
import { ChangeList } from '#renderer/ui/record-history/change-list.tsx'
import { RecordLink } from '#renderer/ui/record-link.tsx'
import type { OperationPart } from '#shared/schemas/history.ts'
import classes from './history.module.css'

export function OperationParts({ operationId }: { operationId: number }) {
  const { t } = useText()
  const query = useInfiniteQuery(
    trpc.history.operation.infiniteQueryOptions(
      { operationId },
      {
        initialCursor: 0,
        getNextPageParam: (page, pages) =>
          page.hasMore ? pages.reduce((sum, { records }) => sum + records, 0) : undefined,
      },
    ),
  )
  if (query.error) return <ErrorState error={query.error} onRetry={() => query.refetch()} />
  if (!query.data) return <LoadingState />
  const parts = query.data.pages.flatMap((page) => page.parts)
  // A record of which nothing is told here is told by what hangs on it.
  const told = parts.filter((part) => part.kind === 'made' || part.changes.length > 0)
  if (told.length === 0) return <p className="q-quiet">{t('history.book.nothing')}</p>
  return (
    <>
      {told.map((part, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: parts of one operation never change their places
        <Part key={at} part={part} isAlone={told.length === 1} />
      ))}
      {query.hasNextPage ? (
        <Button size="compact-xs" onClick={() => query.fetchNextPage()} loading={query.isFetchingNextPage}>
          {t('history.book.partsMore')}
        </Button>
      ) : null}
    </>
  )
}

/** One record alone has its name in the line above. */
function Part({ part, isAlone }: { part: OperationPart; isAlone: boolean }) {
  const { t } = useText()
  return (
    <div className={classes.part}>
      {part.record && !isAlone ? (
        <p className={classes.partHead}>
          <RecordLink record={part.record} />{' '}
          <span className="q-quiet">{t(part.kind === 'made' ? 'history.made' : 'history.changed')}</span>
        </p>
      ) : null}
      {part.changes.length > 0 ? <ChangeList entry={part} /> : null}
      {part.changes.length === 0 && isAlone ? <p className="q-quiet">{t('history.made')}</p> : null}
    </div>
  )
}
