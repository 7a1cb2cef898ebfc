// What was deleted, and its way back: one by one or many at once.
import { Button, Checkbox, Select, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconSearch, IconTrash } from '@tabler/icons-react'
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { trpc } from '#renderer/lib/api.ts'
import { useText } from '#renderer/lib/language.ts'
import { EmptyState } from '#renderer/ui/empty-state.tsx'
import { ErrorState } from '#renderer/ui/error-state.tsx'
import { LoadingState } from '#renderer/ui/loading-state.tsx'
import { Page } from '#renderer/ui/page.tsx'
import rows from '#renderer/ui/row-list.module.css'
import { WriteGate } from '#renderer/ui/write-gate.tsx'
import { type BinCursor, type BinItem, type BinKind, binKinds } from '#shared/schemas/bin.ts'
import classes from './bin.module.css'
import { BinRow } from './bin-row.tsx'
import { type Restoring, useRestore } from './use-restore.tsx'

const typingPauseMs = 250

export function BinScreen() {
  const { t } = useText()
  const [search, setSearch] = useState('')
  const [kind, setKind] = useState<BinKind | null>(null)
  const [asked] = useDebouncedValue(search.trim(), typingPauseMs)
  return (
    <Page title={t('bin.title')} subtitle={t('bin.subtitle')}>
      <search className={classes.filters} aria-label={t('bin.title')}>
        <TextInput
          type="search"
          aria-label={t('bin.search')}
          placeholder={t('bin.search')}
          leftSection={<IconSearch size={14} stroke={1.6} />}
          maxLength={200}
          value={search}
          onChange={(event) => setSearch(event.currentTarget.value)}
          w={220}
        />
        <Select
          aria-label={t('bin.kind')}
          placeholder={t('bin.anyKind')}
          clearable
          clearButtonProps={{ 'aria-label': t('common.clear') }}
          data={binKinds.map((one) => ({ value: one, label: t(`bin.kinds.${one}`) }))}
          value={kind}
          onChange={(one) => setKind(one as BinKind | null)}
          w={200}
        />
      </search>
      <BinList key={`${asked} ${kind}`} search={asked} kind={kind} />
    </Page>
  )
}

export const keyOf = ({ kind, id }: Pick<BinItem, 'kind' | 'id'>) => `${kind} ${id}`

function BinList({ search, kind }: { search: string; kind: BinKind | null }) {
  const { t } = useText()
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const query = useInfiniteQuery(
    trpc.bin.list.infiniteQueryOptions(
      { search, kind },
      {
        initialCursor: null as BinCursor | null,
        getNextPageParam: (page) => page.next,
        placeholderData: keepPreviousData,
      },
    ),
  )
  const restoring = useRestore(() => setChosen(new Set()))
  if (query.error) return <ErrorState error={query.error} onRetry={() => query.refetch()} />
  if (!query.data) return <LoadingState />
  const items = query.data.pages.flatMap((page) => page.items)
  if (items.length === 0) return <Nothing isFiltered={search !== '' || kind !== null} />
  const picked = items.filter((item) => chosen.has(keyOf(item)))
  const choose = (some: readonly BinItem[]) => setChosen(new Set(some.map(keyOf)))
  const toggle = (item: BinItem) =>
    choose(picked.includes(item) ? picked.filter((other) => other !== item) : [...picked, item])
  return (
    <div className={rows.list}>
      <Bar items={items} picked={picked} choose={choose} restoring={restoring} />
      <ul className={rows.rows} aria-label={t('bin.list')}>
        {items.map((item) => (
          <BinRow
            key={keyOf(item)}
            item={item}
            isChosen={chosen.has(keyOf(item))}
            onChoose={() => toggle(item)}
            restoring={restoring}
          />
        ))}
      </ul>
      {query.hasNextPage ? (
        <Button className={rows.more} onClick={() => query.fetchNextPage()} loading={query.isFetchingNextPage}>
          {t('bin.more')}
        </Button>
      ) : null}
      {restoring.question}
    </div>
  )
}

type BarProps = {
  items: readonly BinItem[]
  picked: readonly BinItem[]
  choose: (some: readonly BinItem[]) => void
  restoring: Restoring
}

function Bar({ items, picked, choose, restoring }: BarProps) {
  const { t, format } = useText()
  const counted = { count: picked.length, formatted: format.number(picked.length) }
  return (
    <div className={`${rows.bar} ${classes.bar}`}>
      <Checkbox
        aria-label={t('bin.selectAll')}
        checked={picked.length === items.length}
        indeterminate={picked.length > 0 && picked.length < items.length}
        onChange={() => choose(picked.length === items.length ? [] : items)}
      />
      {picked.length > 0 ? (
        <>
          <span role="status">{t('bin.chosen', counted)}</span>
          <WriteGate>
            <Button variant="filled" loading={restoring.isUnder} onClick={() => restoring.run(picked)}>
              {t('bin.restoreMany', counted)}
            </Button>
          </WriteGate>
        </>
      ) : null}
    </div>
  )
}

function Nothing({ isFiltered }: { isFiltered: boolean }) {
  const { t } = useText()
  return (
    <EmptyState icon={<IconTrash size={28} stroke={1.4} />} title={t(isFiltered ? 'bin.none' : 'bin.empty')}>
      {isFiltered ? null : t('bin.emptyText')}
    </EmptyState>
  )
}
