// The backups of the book, newest first: looked into, saved elsewhere, deleted.
import { Button } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { client, trpc } from '#renderer/lib/api.ts'
import { useText } from '#renderer/lib/language.ts'
import { EmptyState } from '#renderer/ui/empty-state.tsx'
import { choosePlace } from '#renderer/ui/places/choose-place.ts'
import tableClasses from '#renderer/ui/plain-table.module.css'
import { QueryState } from '#renderer/ui/query-state.tsx'
import { sayError } from '#renderer/ui/say-error.ts'
import { StatusBadge } from '#renderer/ui/status-badge.tsx'
import { TableHead } from '#renderer/ui/table-head.tsx'
import type { BackupPlace, BackupRow } from '#shared/schemas/backups.ts'

const shownAtFirst = 20

type ListProps = { places: readonly BackupPlace[]; onLook: (token: string) => void }

export function BackupList({ places, onLook }: ListProps) {
  const { t, format } = useText()
  const query = useQuery(trpc.host.backups.list.queryOptions())
  const [showsAll, setShowsAll] = useState(false)
  return (
    <QueryState query={query}>
      {(rows) =>
        rows.length === 0 ? (
          <EmptyState title={t('backups.list.empty')}>{t('backups.list.emptyText')}</EmptyState>
        ) : (
          <>
            <BackupTable rows={showsAll ? rows : rows.slice(0, shownAtFirst)} places={places} onLook={onLook} />
            {showsAll || rows.length <= shownAtFirst ? null : (
              <Button variant="subtle" onClick={() => setShowsAll(true)}>
                {t('backups.list.more', { formatted: format.number(rows.length) })}
              </Button>
            )}
          </>
        )
      }
    </QueryState>
  )
}

function BackupTable({ rows, places, onLook }: ListProps & { rows: readonly BackupRow[] }) {
  const { t, format } = useText()
  const nameOf = (place: BackupRow['place']) =>
    places.find(({ kind }) => kind === place)?.folder || t('backups.places.beside')
  return (
    <table className={tableClasses.table} aria-label={t('backups.list.title')}>
      <TableHead
        heads={[
          t('backups.list.when'),
          t('backups.list.why'),
          t('backups.list.last'),
          t('backups.list.where'),
          { numeric: t('backups.list.size') },
          '',
        ]}
      />
      <tbody>
        {rows.map((row) => (
          <tr key={row.token}>
            <th scope="row" title={row.fileName}>
              {format.instant(row.madeAt)}
            </th>
            <td>{t(`backups.causes.${row.cause}`)}</td>
            <td>
              <LastWork facts={row.facts} />
            </td>
            <td>{nameOf(row.place)}</td>
            <td data-numeric>{format.fileSize(row.size)}</td>
            <td data-numeric>
              <RowButtons row={row} onLook={onLook} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function LastWork({ facts }: { facts: BackupRow['facts'] }) {
  const { t, format } = useText()
  if (facts === null) return <StatusBadge tone="bad">{t('backups.list.unreadable')}</StatusBadge>
  if (facts.lastWorkAt === null) return <span className="q-quiet">{t('backups.list.nobody')}</span>
  return (
    <>
      {format.instant(facts.lastWorkAt)} <span className="q-quiet">{facts.lastPerson}</span>
    </>
  )
}

/** Deleting asks once, in its own place: the second click deletes. */
function RowButtons({ row, onLook }: { row: BackupRow; onLook: (token: string) => void }) {
  const { t, format } = useText()
  const [isAsking, setAsking] = useState(false)
  const of = format.instant(row.madeAt)
  const remove = useMutation({
    mutationFn: () => client.host.backups.remove.mutate({ backup: row.token }),
    onSuccess: () => notifications.show({ message: t('backups.list.deleted') }),
    onError: (error) => sayError(t, error),
  })
  const copy = useCopy(row)
  if (isAsking) {
    return (
      <>
        <Button variant="subtle" data-autofocus onClick={() => setAsking(false)}>
          {t('common.cancel')}
        </Button>
        <Button variant="subtle" color="red" loading={remove.isPending} onClick={() => remove.mutate()}>
          {t('backups.list.sure')}
        </Button>
      </>
    )
  }
  return (
    <>
      {row.facts ? (
        <>
          <Button variant="subtle" aria-label={`${t('backups.list.look')}: ${of}`} onClick={() => onLook(row.token)}>
            {t('backups.list.look')}
          </Button>
          <Button variant="subtle" aria-label={`${t('backups.list.copy')}: ${of}`} onClick={() => copy.mutate()}>
            {t('backups.list.copy')}
          </Button>
        </>
      ) : null}
      <Button variant="subtle" aria-label={`${t('backups.list.delete')}: ${of}`} onClick={() => setAsking(true)}>
        {t('backups.list.delete')}
      </Button>
    </>
  )
}

function useCopy(row: BackupRow) {
  const { t } = useText()
  return useMutation({
    mutationFn: async () => {
      const title = t('backups.list.copy')
      const target = await choosePlace({ what: 'target', kind: 'book', name: row.fileName, title })
      if (!target) return
      await client.host.backups.saveAs.mutate({ backup: row.token, target: target.token })
      notifications.show({ message: t('backups.list.copied') })
    },
    onError: (error) => sayError(t, error),
  })
}
