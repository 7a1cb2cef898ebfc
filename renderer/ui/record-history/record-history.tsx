// A record's past: who changed what and when, from the log, newest first.
import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { trpc } from '#renderer/lib/api.ts'
import { useText } from '#renderer/lib/language.ts'
import { english } from '#shared/i18n/english.ts'
import type { Translate } from '#shared/i18n/translate.ts'
import type { HistoryEntry } from '#shared/schemas/history.ts'
import type { RecordKind } from '#shared/schemas/records.ts'
import { QueryState } from '../query-state.tsx'
import { SectionTitle } from '../section-title.tsx'
import { changeLines } from './change-lines.ts'
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

const shownAtFirst = 6

function HistoryItem({ entry }: { entry: HistoryEntry }) {
  const { t, format } = useText()
  const [isOpen, setOpen] = useState(false)
  const lines = changeLines(entry, t, format)
  const shown = isOpen ? lines : lines.slice(0, shownAtFirst)
  const rest = lines.length - shown.length
  const who = t('history.by', { time: format.instant(entry.at), person: entry.person ?? t('history.unknownPerson') })
  return (
    <li className={classes.entry} data-made={entry.kind === 'made' || undefined}>
      <strong>{operationName(t, entry.name)}</strong>
      <p className={classes.who}>
        {who}
        {entry.copy ? ` · ${t('history.copy', { letters: entry.copy })}` : ''}
      </p>
      {shown.map((line) => (
        <p key={line.key} className={classes.change}>
          <span className="q-quiet">{line.label}</span> {line.text}
        </p>
      ))}
      {rest > 0 ? (
        <Button variant="subtle" size="compact-xs" onClick={() => setOpen(true)}>
          {t('history.more', { count: rest })}
        </Button>
      ) : null}
    </li>
  )
}

/** `products.edit` as a phrase; an operation that came with a newer version is a change like any other. */
function operationName(t: Translate, name: string): string {
  const { operations } = english.history
  const key = name.replaceAll('.', '_')
  return t(key in operations ? `history.operations.${key as keyof typeof operations}` : 'history.operations.other')
}
