// The changes by day, page after page as one looks further down.
import { Button } from '@mantine/core'
import { IconHistory } from '@tabler/icons-react'
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { trpc } from '#renderer/lib/api.ts'
import { useBook } from '#renderer/lib/host-state.ts'
import { useText } from '#renderer/lib/language.ts'
import { EmptyState } from '#renderer/ui/empty-state.tsx'
import { ErrorState } from '#renderer/ui/error-state.tsx'
import { LoadingState } from '#renderer/ui/loading-state.tsx'
import { type Day, dayOf, type Instant } from '#shared/dates.ts'
import type { BookHistoryEntry, HistoryCursor } from '#shared/schemas/history.ts'
import { DayHead } from './day-head.tsx'
import classes from './history.module.css'
import { type HistoryAddress, isNarrowed } from './history-address.ts'
import { HistoryRow } from './history-row.tsx'

type ListProps = { address: HistoryAddress; onChange: (address: HistoryAddress) => void }

/** Pages without a change that fits are followed at once, so many in a row before one asks whether to go on. */
const pagesUnasked = 8

export function HistoryList({ address, onChange }: ListProps) {
  const { t } = useText()
  const { timeZone } = useBook()
  const { query, entries, isLookingOn } = useHistoryPages(address)
  if (query.error) return <ErrorState error={query.error} onRetry={() => query.refetch()} />
  if (!query.data) return <LoadingState />
  if (entries.length === 0 && !query.hasNextPage) return <Nothing isNarrowed={isNarrowed(address)} />
  const days = Map.groupBy(entries, (entry) => dayOf(entry.at as Instant, timeZone))
  const toggle = (operationId: number) =>
    onChange({ ...address, operation: address.operation === operationId ? undefined : operationId } as HistoryAddress)
  return (
    <div className={classes.list} aria-busy={query.isPlaceholderData || isLookingOn}>
      {[...days].map(([day, some]) => (
        <section key={day} aria-labelledby={`day-${day}`}>
          <DayHead day={day} />
          <ol className={classes.rows} aria-label={t('history.book.list')}>
            {some.map((entry) => (
              <HistoryRow
                key={entry.operationId}
                entry={entry}
                isOpen={address.operation === entry.operationId}
                onToggle={() => toggle(entry.operationId)}
              />
            ))}
          </ol>
        </section>
      ))}
      <Foot pages={query} isLookingOn={isLookingOn} />
    </div>
  )
}

function useHistoryPages(address: HistoryAddress) {
  const input = {
    search: address.search ?? '',
    personId: address.person ?? null,
    record: address.record ?? null,
    action: address.action ?? null,
    replica: address.copy ?? null,
    from: (address.from ?? null) as Day | null,
    to: (address.to ?? null) as Day | null,
  }
  const query = useInfiniteQuery(
    trpc.history.ofBook.infiniteQueryOptions(input, {
      initialCursor: null as HistoryCursor | null,
      getNextPageParam: (page) => page.next,
      placeholderData: keepPreviousData,
    }),
  )
  const pages = query.data?.pages ?? []
  const entries: BookHistoryEntry[] = pages.flatMap((page) => page.entries)
  const emptyAtEnd = pages.length - 1 - pages.findLastIndex((page) => page.entries.length > 0)
  const isLookingOn =
    query.hasNextPage && !query.isPlaceholderData && !query.isError && emptyAtEnd > 0 && emptyAtEnd < pagesUnasked
  const { fetchNextPage, isFetchingNextPage } = query
  useEffect(() => {
    if (isLookingOn && !isFetchingNextPage) void fetchNextPage()
  }, [isLookingOn, isFetchingNextPage, fetchNextPage])
  return { query, entries, isLookingOn }
}

type Pages = ReturnType<typeof useHistoryPages>['query']

/** Says how far it was looked, and goes on from there. */
function Foot({ pages, isLookingOn }: { pages: Pages; isLookingOn: boolean }) {
  const { t } = useText()
  const last = pages.data?.pages.at(-1)
  if (!pages.hasNextPage) return <p className={classes.foot}>{t('history.book.end')}</p>
  const isShort = (last?.entries.length ?? 0) === 0
  return (
    <div className={classes.foot} role="status">
      {isShort && last?.lookedBackTo ? <span>{t('history.book.lookedBack', { day: last.lookedBackTo })}</span> : null}
      {isLookingOn ? (
        <span>{t('history.book.looking')}</span>
      ) : (
        <Button onClick={() => pages.fetchNextPage()} loading={pages.isFetchingNextPage}>
          {t(isShort ? 'history.book.lookOn' : 'history.book.older')}
        </Button>
      )}
    </div>
  )
}

function Nothing({ isNarrowed: isFiltered }: { isNarrowed: boolean }) {
  const { t } = useText()
  return (
    <EmptyState
      icon={<IconHistory size={28} stroke={1.4} />}
      title={t(isFiltered ? 'history.book.none' : 'history.book.empty')}
    >
      {t(isFiltered ? 'history.book.noneText' : 'history.book.emptyText')}
    </EmptyState>
  )
}
