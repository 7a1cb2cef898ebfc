// The one operation that a link led to: on top of the list, wherever in the past it lies.
import { ActionIcon } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { trpc } from '#renderer/lib/api.ts'
import { errorMessage } from '#renderer/lib/error-message.ts'
import { useText } from '#renderer/lib/language.ts'
import { Notice } from '#renderer/ui/notice.tsx'
import classes from './history.module.css'
import { HistoryRow } from './history-row.tsx'

export function OpenedOperation({ operationId, onClose }: { operationId: number; onClose: () => void }) {
  const { t, format } = useText()
  const { data, error } = useQuery(trpc.history.operation.queryOptions({ operationId, cursor: 0 }))
  if (error) return <Notice tone="warn">{errorMessage(t, error)}</Notice>
  if (!data) return null
  return (
    <section className={classes.opened} aria-label={format.instant(data.entry.at)}>
      <header className={classes.dayHead}>
        <h2 className={classes.dayName}>{format.instant(data.entry.at)}</h2>
        <ActionIcon variant="subtle" aria-label={t('common.close')} onClick={onClose}>
          <IconX size={14} stroke={1.6} />
        </ActionIcon>
      </header>
      <ol className={classes.rows} aria-label={t('history.book.list')}>
        <HistoryRow entry={data.entry} isOpen onToggle={onClose} />
      </ol>
    </section>
  )
}
