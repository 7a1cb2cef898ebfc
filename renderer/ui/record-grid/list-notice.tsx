// Lies over the body of a list that has no rows: nothing is there yet, nothing matches, or it could not be read.
import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { errorMessage } from '#renderer/lib/error-message.ts'
import { useText } from '#renderer/lib/language.ts'
import { EmptyState } from '../empty-state.tsx'
import { ErrorState } from '../error-state.tsx'
import { HelpButton } from '../help-button.tsx'
import { Notice } from '../notice.tsx'
import classes from './record-list.module.css'
import type { RecordListProps } from './record-list.tsx'
import type { useRecordList } from './use-record-list.ts'

type ListNoticeProps<Row extends { id: number }> = {
  list: ReturnType<typeof useRecordList<Row>>
  props: RecordListProps<Row>
}

export function ListNotice<Row extends { id: number }>({ list, props }: ListNoticeProps<Row>) {
  const { first, total, state } = list
  if (first.error) return <ErrorState error={first.error} onRetry={() => first.refetch()} />
  if (!first.data || total > 0) return null
  const isNarrowed = state.search !== '' || state.filters.length > 0
  return (
    <div className={classes.notice}>
      {isNarrowed ? <NoMatch list={list} /> : state.archived ? <NoneArchived /> : <NoneYet list={list} props={props} />}
    </div>
  )
}

function NoMatch<Row extends { id: number }>({ list }: Pick<ListNoticeProps<Row>, 'list'>) {
  const { t } = useText()
  const clear = <Button onClick={() => list.change({ search: '', filters: [] })}>{t('lists.clearFilters')}</Button>
  return (
    <EmptyState title={t('lists.empty.noMatch')} actions={clear}>
      {t('lists.empty.noMatchText')}
    </EmptyState>
  )
}

function NoneArchived() {
  const { t } = useText()
  return <EmptyState title={t('lists.empty.archived')}>{t('lists.empty.archivedText')}</EmptyState>
}

/** Nothing yet, or nothing any more: what was archived is not gone. */
function NoneYet<Row extends { id: number }>({ list, props }: ListNoticeProps<Row>) {
  const { t, format } = useText()
  const archived = useQuery({
    queryKey: [[props.feature, 'list'], props.list, 'archived count'],
    queryFn: () => props.load({ archived: true, limit: 1 }),
    enabled: props.hasArchive !== false,
  })
  const count = archived.data?.total ?? 0
  if (archived.isLoading) return null
  if (count > 0) {
    const show = <Button onClick={() => list.change({ archived: true })}>{t('lists.empty.showArchived')}</Button>
    return (
      <EmptyState title={t('lists.empty.allArchived')} actions={show}>
        {t('lists.empty.allArchivedText', { count, formatted: format.number(count) })}
      </EmptyState>
    )
  }
  return (
    <EmptyState
      title={props.empty.title}
      actions={
        <>
          {props.empty.actions}
          <HelpButton />
        </>
      }
    >
      {props.empty.text}
    </EmptyState>
  )
}

/** Rows further down could not be read: the others stay, and another try is one click. */
export function MissingRows<Row extends { id: number }>({ list }: Pick<ListNoticeProps<Row>, 'list'>) {
  const { t } = useText()
  const { blockError, api } = list
  if (!blockError) return null
  const again = <Button onClick={() => api?.refreshInfiniteCache()}>{t('common.tryAgain')}</Button>
  return (
    <Notice tone="bad" title={t('lists.pageFailed')} actions={again}>
      {errorMessage(t, blockError)}
    </Notice>
  )
}
