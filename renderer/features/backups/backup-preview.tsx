// What a backup holds, and what would be gone or back if it came back; then the way back.
import { Button, Modal } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { client, trpc } from '#renderer/lib/api.ts'
import { useText } from '#renderer/lib/language.ts'
import { Facts } from '#renderer/ui/facts.tsx'
import { Notice } from '#renderer/ui/notice.tsx'
import tableClasses from '#renderer/ui/plain-table.module.css'
import { QueryState } from '#renderer/ui/query-state.tsx'
import { sayError } from '#renderer/ui/say-error.ts'
import { TableHead } from '#renderer/ui/table-head.tsx'
import { WriteGate } from '#renderer/ui/write-gate.tsx'
import type { BackupPreview } from '#shared/schemas/backups.ts'
import { countName } from './backup-words.ts'
import classes from './backups.module.css'
import { WorkDifferences } from './work-differences.tsx'

export function BackupPreviewDialog({ backup, onClose }: { backup: string; onClose: () => void }) {
  const { t, format } = useText()
  const query = useQuery(trpc.host.backups.preview.queryOptions({ backup }, { staleTime: 0, gcTime: 0 }))
  const title = query.data ? t('backups.preview.title', { at: format.instant(query.data.madeAt) }) : t('backups.title')
  return (
    <Modal opened onClose={onClose} size={720} title={title} closeButtonProps={{ 'aria-label': t('common.close') }}>
      <QueryState query={query}>{(preview) => <Preview preview={preview} onClose={onClose} />}</QueryState>
    </Modal>
  )
}

function Preview({ preview, onClose }: { preview: BackupPreview; onClose: () => void }) {
  const { t } = useText()
  const isSame = preview.since.operations + preview.back.operations === 0
  return (
    <div className={classes.preview}>
      <PreviewFacts preview={preview} />
      {isSame ? <Notice tone="good">{t('backups.preview.same')}</Notice> : null}
      {preview.isOlderFormat ? <Notice>{t('backups.preview.older', { from: preview.schemaVersion })}</Notice> : null}
      <WorkDifferences title={t('backups.preview.since')} work={preview.since} />
      <WorkDifferences title={t('backups.preview.back')} work={preview.back} />
      <Counts preview={preview} />
      <PreviewActions preview={preview} canRestore={!isSame} onClose={onClose} />
    </div>
  )
}

function PreviewFacts({ preview }: { preview: BackupPreview }) {
  const { t, format } = useText()
  const { lastWorkAt, lastPerson } = preview
  const lastWork = lastWorkAt === null ? '' : `${format.instant(lastWorkAt)} ${lastPerson}`
  return (
    <Facts
      facts={[
        { label: t('backups.preview.cause'), value: t(`backups.causes.${preview.cause}`) },
        { label: t('backups.preview.size'), value: format.fileSize(preview.size) },
        { label: t('backups.preview.lastWork'), value: lastWork, optional: true },
        { label: t('backups.preview.company'), value: preview.companyName },
      ]}
    />
  )
}

function Counts({ preview }: { preview: BackupPreview }) {
  const { t, format } = useText()
  return (
    <table className={tableClasses.table} aria-label={t('backups.preview.counts')}>
      <TableHead
        heads={[
          t('backups.preview.counts'),
          { numeric: t('backups.preview.then') },
          { numeric: t('backups.preview.now') },
        ]}
      />
      <tbody>
        {preview.counts.map(({ table, before, now }) => (
          <tr key={table}>
            <th scope="row">{countName(t, table)}</th>
            <td data-numeric>{format.number(before)}</td>
            <td data-numeric>{now === null ? '–' : format.number(now)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

type ActionsProps = { preview: BackupPreview; canRestore: boolean; onClose: () => void }

function PreviewActions({ preview, canRestore, onClose }: ActionsProps) {
  const { t } = useText()
  const navigate = useNavigate()
  const onError = (error: unknown) => sayError(t, error)
  const restore = useMutation({
    mutationFn: () => client.host.backups.restore.mutate({ backup: preview.token }),
    onSuccess: () => {
      onClose()
      notifications.show({ message: t('backups.preview.done') })
    },
    onError,
  })
  const look = useMutation({
    mutationFn: () => client.host.backups.look.mutate({ backup: preview.token }),
    onSuccess: () => {
      onClose()
      void navigate({ to: '/' })
    },
    onError,
  })
  return (
    <>
      {canRestore ? <p className="q-quiet">{t('backups.preview.restoreNote')}</p> : null}
      <div className={classes.actions}>
        <Button onClick={onClose}>{t('common.cancel')}</Button>
        <Button loading={look.isPending} onClick={() => look.mutate()}>
          {t('backups.preview.look')}
        </Button>
        {canRestore ? (
          <WriteGate>
            <Button variant="filled" loading={restore.isPending} onClick={() => restore.mutate()}>
              {t('backups.preview.restore')}
            </Button>
          </WriteGate>
        ) : null}
      </div>
    </>
  )
}
