// One timeline of a record: a note to write on top, pinned notes, what presses now, then all that happened, newest first.
import { Button, Select } from '@mantine/core'
import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { trpc } from '#renderer/lib/api.ts'
import { useText } from '#renderer/lib/language.ts'
import { nameIn } from '#renderer/lib/names.ts'
import type { PanelProps } from '#renderer/lib/record-panels.ts'
import { ErrorState } from '#renderer/ui/error-state.tsx'
import { LoadingState } from '#renderer/ui/loading-state.tsx'
import type { RecordRef } from '#shared/schemas/records.ts'
import type { TimelineInput, TimelineKind } from '#shared/schemas/timeline.ts'
import { AlertsNow, AlertsSummary } from './alerts-now.tsx'
import { NoteComposer } from './note-composer.tsx'
import { PinnedNotes } from './pinned-notes.tsx'
import classes from './timeline.module.css'
import { TimelineEntryItem } from './timeline-entry.tsx'

type Filter = { kind: TimelineKind | typeof alerts | null; personId: number | null }

/** They have no time of their own: they stand on top while their cause does. */
const alerts = 'alerts'

export function TimelinePanel({ record }: PanelProps) {
  const [filter, setFilter] = useState<Filter>({ kind: null, personId: null })
  const key = `${record.kind} ${record.id}`
  return (
    <>
      <NoteComposer key={key} record={record} />
      <PinnedNotes record={record} />
      <Filters record={record} filter={filter} onChange={setFilter} />
      {filter.kind === alerts ? (
        <AlertsNow record={record} />
      ) : (
        <>
          {filter.kind === null && filter.personId === null ? (
            <AlertsSummary record={record} onShow={() => setFilter({ kind: alerts, personId: null })} />
          ) : null}
          <Entries record={record} kind={filter.kind} personId={filter.personId} />
        </>
      )}
    </>
  )
}

type FiltersProps = { record: RecordRef; filter: Filter; onChange: (filter: Filter) => void }

const all = 'all'

/** Kinds that records of this kind can have. */
function kindsOf({ kind }: RecordRef): TimelineKind[] {
  return ['change', 'note', 'file', 'task', ...(moreKinds[kind] ?? [])]
}

const moreKinds: Partial<Record<RecordRef['kind'], readonly TimelineKind[]>> = {
  order: ['paper', 'version', 'dispatch', 'shipment', 'payment', 'message'],
  party: ['order', 'dispatch', 'shipment', 'payment', 'letter', 'message', 'consent', 'paper'],
  purchase: ['paper', 'version', 'shipment'],
  product: ['stock'],
}

function Filters({ record, filter, onChange }: FiltersProps) {
  const { t, language } = useText()
  const { data: people = [] } = useQuery(trpc.timeline.people.queryOptions(record))
  const kinds = kindsOf(record).map((kind) => ({ value: kind as string, label: t(`timeline.kinds.${kind}`) }))
  const persons = people.map((person) => ({ value: String(person.id), label: nameIn(language, person) }))
  return (
    <div className={classes.filters}>
      <Select
        aria-label={t('timeline.kind')}
        data={[
          { value: all, label: t('timeline.everything') },
          ...kinds,
          { value: alerts, label: t('timeline.alerts') },
        ]}
        value={filter.kind ?? all}
        onChange={(value) =>
          onChange({ ...filter, kind: value === all ? null : (value as TimelineKind | typeof alerts) })
        }
      />
      {persons.length > 1 || filter.personId !== null ? (
        <Select
          aria-label={t('timeline.person')}
          data={[{ value: all, label: t('timeline.everyone') }, ...persons]}
          value={filter.personId === null ? all : String(filter.personId)}
          onChange={(value) => onChange({ ...filter, personId: value === all ? null : Number(value) })}
        />
      ) : null}
    </div>
  )
}

type EntriesProps = { record: RecordRef; kind: TimelineKind | null; personId: number | null }

function Entries({ record, kind, personId }: EntriesProps) {
  const { t } = useText()
  const input = { record, kinds: kind ? [kind] : [], personId }
  const query = useInfiniteQuery(
    trpc.timeline.ofRecord.infiniteQueryOptions(input, {
      initialCursor: null as TimelineInput['cursor'],
      getNextPageParam: (page) => page.next,
      placeholderData: keepPreviousData,
    }),
  )
  if (query.error) return <ErrorState error={query.error} onRetry={() => query.refetch()} />
  if (!query.data) return <LoadingState />
  const entries = query.data.pages.flatMap((page) => page.entries)
  const isFiltered = kind !== null || personId !== null
  if (entries.length === 0)
    return <p className="q-quiet">{t(isFiltered ? 'timeline.emptyFiltered' : 'timeline.empty')}</p>
  return (
    <>
      <ol className={classes.list} aria-label={t('timeline.list')}>
        {entries.map((entry) => (
          <TimelineEntryItem key={entry.key} entry={entry} />
        ))}
      </ol>
      {query.hasNextPage ? (
        <Button className={classes.more} onClick={() => query.fetchNextPage()} loading={query.isFetchingNextPage}>
          {t('timeline.older')}
        </Button>
      ) : null}
    </>
  )
}
