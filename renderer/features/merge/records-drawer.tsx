// The records behind a number of the report: who, when, and what changed in each.
import { Button } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { client } from '#renderer/lib/api.ts'
import { useText } from '#renderer/lib/language.ts'
import { QueryState } from '#renderer/ui/query-state.tsx'
import { RecordDrawer } from '#renderer/ui/record-drawer.tsx'
import { ChangeList } from '#renderer/ui/record-history/change-list.tsx'
import { RecordLink } from '#renderer/ui/record-link.tsx'
import { type MergedRecord, mergeSides } from '#shared/schemas/merge.ts'
import { entryOf } from './conflict-fields.ts'
import { placeInWords } from './kinds-table.tsx'
import { authorInWords, counted, nameElsewhere, nameOfThing } from './merge-words.ts'
import classes from './records-drawer.module.css'
import type { OpenList } from './report-step.tsx'
import type { SideNames } from './side-names.ts'

const pageSize = 50

type RecordsDrawerProps = { look: string; list: OpenList; names: SideNames; onClose: () => void }

export function RecordsDrawer({ look, list: { kind, place }, names, onClose }: RecordsDrawerProps) {
  const { t, format } = useText()
  const query = useInfiniteQuery({
    // Under the host's own key, as all that it answers.
    queryKey: [['host', 'merge', 'records'], { look, kind, place }],
    queryFn: ({ pageParam }) =>
      client.host.merge.records.query({ look, kind, place, offset: pageParam, limit: pageSize }),
    initialPageParam: 0,
    getNextPageParam: (last, pages) => {
      const seen = pages.reduce((sum, page) => sum + page.rows.length, 0)
      return seen < last.total && last.rows.length > 0 ? seen : undefined
    },
  })
  const name = `${t(`merge.kinds.${kind}`)}: ${placeInWords(place, names, t)}`
  return (
    <RecordDrawer
      name={name}
      title={t(`merge.kinds.${kind}`)}
      subtitle={placeInWords(place, names, t)}
      onClose={onClose}
    >
      <QueryState query={query}>
        {({ pages }) => (
          <>
            <ul className={classes.list}>
              {pages
                .flatMap((page) => page.rows)
                .map((record) => (
                  <RecordItem key={record.key} record={record} names={names} />
                ))}
            </ul>
            {query.hasNextPage ? (
              <Button onClick={() => query.fetchNextPage()} loading={query.isFetchingNextPage}>
                {t('merge.table.more', counted(format, rest(pages)))}
              </Button>
            ) : null}
          </>
        )}
      </QueryState>
    </RecordDrawer>
  )
}

function rest(pages: readonly { rows: readonly unknown[]; total: number }[]): number {
  return (pages.at(-1)?.total ?? 0) - pages.reduce((sum, page) => sum + page.rows.length, 0)
}

function RecordItem({ record, names }: { record: MergedRecord; names: SideNames }) {
  const words = useText()
  const { t, format } = words
  const elsewhere = nameElsewhere(record, words)
  // What is new there has no page here yet.
  const isHere = record.record !== null && record.place !== 'newTheirs'
  return (
    <li className={classes.item}>
      <p className={classes.name}>
        {isHere && record.record ? <RecordLink record={record.record} /> : nameOfThing(record, words)}
        {isHere && elsewhere ? ` / ${elsewhere}` : ''}
        {isHere && record.label ? ` · ${record.label}` : ''}
      </p>
      {mergeSides.map((side) => {
        const author = record[side]
        if (!author) return null
        return (
          <div key={side}>
            <p className={classes.who}>
              {record.place === 'both' ? `${names[side]} · ` : ''}
              {authorInWords(author, words)}
            </p>
            <ChangeList entry={entryOf(record, side)} />
          </div>
        )
      })}
      {record.moreFields > 0 ? (
        <p className="q-quiet">{t('merge.table.moreFields', counted(format, record.moreFields))}</p>
      ) : null}
    </li>
  )
}
