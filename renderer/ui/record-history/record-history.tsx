// A record's past: who changed what and when, from the log, newest first.
import { useQuery } from '@tanstack/react-query'
import { trpc } from '#renderer/lib/api.ts'
import { useText } from '#renderer/lib/language.ts'
import type { HistoryEntry } from '#shared/schemas/history.ts'
import type { RecordKind } from '#shared/schemas/records.ts'
import { QueryState } from '../query-state.tsx'
import { SectionTitle } from '../section-title.tsx'
import { ChangeList } from './change-list.tsx'
import { InHistory } from './in-history.tsx'
import { operationName } from './operation-name.ts'
import classes from './record-history.module.css'

export function RecordHistory({ entity, id }: { entity: RecordKind; id: number }) {
  const { t } = useText()
  const query = useQuery(trpc.history.ofRecord.queryOptions({ entity, id }))
  return (
    <section className={classes.history}>
      <SectionTitle>{t('history.title')}</SectionTitle>
      <QueryState query={query}>
        {(entries) =>
          entries.length === 0 ? (
            <p className="q-quiet">{t('history.empty')}</p>
          ) : (
            <ol className={classes.list}>
              {entries.map((entry) => (
                <HistoryItem key={`${entry.operationId}-${entry.kind}`} entry={entry} />
              ))}
            </ol>
          )
        }
      </QueryState>
    </section>
  )
}

function HistoryItem({ entry }: { entry: HistoryEntry }) {
  const { t, format } = useText()
  const who = t('history.by', { time: format.instant(entry.at), person: entry.person ?? t('history.unknownPerson') })
  return (
    <li className={classes.entry} data-made={entry.kind === 'made' || undefined}>
      <strong>{operationName(t, entry.name)}</strong>
      <p className={classes.who}>
        <InHistory operationId={entry.operationId}>{who}</InHistory>
        {entry.copy ? ` · ${t('history.copy', { letters: entry.copy })}` : ''}
      </p>
      <ChangeList entry={entry} />
    </li>
  )
}
