// After an erasure: the backups that still hold the person, and what else may.
import { Button } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { client, trpc } from '#renderer/lib/api.ts'
import { useText } from '#renderer/lib/language.ts'
import { LoadingState } from '#renderer/ui/loading-state.tsx'
import { Notice } from '#renderer/ui/notice.tsx'
import { sayError } from '#renderer/ui/say-error.ts'
import { SectionTitle } from '#renderer/ui/section-title.tsx'
import type { BackupRow } from '#shared/schemas/backups.ts'
import type { Erased } from './erase-dialog.tsx'
import classes from './erasure.module.css'
import { Mentions } from './mentions.tsx'

export function AfterErasure({ erased, onClose }: { erased: Erased; onClose: () => void }) {
  const { t } = useText()
  const backups = useQuery(trpc.host.backups.list.queryOptions())
  return (
    <div className={classes.form}>
      <Notice tone="good" title={t('erasure.done', { name: erased.name })}>
        {erased.isPurged ? null : <p>{t('erasure.notPurged')}</p>}
      </Notice>
      <Mentions mentions={erased.mentions} />
      <section>
        <SectionTitle>{t('erasure.backupsTitle')}</SectionTitle>
        {backups.isPending ? <LoadingState /> : null}
        {backups.isError ? <p>{t('erasure.backupsUnknown')}</p> : null}
        {backups.data ? <OldBackups rows={backups.data.filter((row) => row.madeAt <= erased.before)} /> : null}
        <p className={classes.quiet}>{t('erasure.backupsElsewhere')}</p>
      </section>
      <div className={classes.actions}>
        <Button variant="filled" onClick={onClose} data-autofocus>
          {t('erasure.finish')}
        </Button>
      </div>
    </div>
  )
}

function OldBackups({ rows }: { rows: readonly BackupRow[] }) {
  const { t, format } = useText()
  const count = { count: rows.length, formatted: format.number(rows.length) }
  const remove = useMutation({
    mutationFn: async () => {
      // Without any backup a broken disk would take the book along, so a clean one comes first.
      await client.host.backups.make.mutate({ target: null })
      for (const { token } of rows) await client.host.backups.remove.mutate({ backup: token })
      return rows.length
    },
    onError: (error) => sayError(t, error),
  })
  if (remove.data !== undefined) {
    return <p>{t('erasure.removed', { count: remove.data, formatted: format.number(remove.data) })}</p>
  }
  if (rows.length === 0) return <p>{t('erasure.backupsNone')}</p>
  return (
    <>
      <p>{t('erasure.backupsText', count)}</p>
      <ul className={classes.backups}>
        {rows.slice(0, 8).map((row) => (
          <li key={row.token}>
            {format.instant(row.madeAt)} · {row.fileName}
          </li>
        ))}
      </ul>
      <p className={classes.quiet}>{t('erasure.keepOne')}</p>
      <Button onClick={() => remove.mutate()} loading={remove.isPending}>
        {t('erasure.removeBackups', count)}
      </Button>
    </>
  )
}
