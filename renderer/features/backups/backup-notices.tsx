// What every screen says of backups: that they fail, and why; that the book was brought up to this version, with the way back.
import { Button } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { client, trpc } from '#renderer/lib/api.ts'
import { errorMessage } from '#renderer/lib/error-message.ts'
import { useBook } from '#renderer/lib/host-state.ts'
import { useText } from '#renderer/lib/language.ts'
import { LinkButton } from '#renderer/ui/link-button.tsx'
import { Notice } from '#renderer/ui/notice.tsx'
import { sayError } from '#renderer/ui/say-error.ts'
import { useUndoUpgrade } from './last-upgrade.tsx'

export function BackupNotices() {
  const { t } = useText()
  const { access } = useBook()
  const { data } = useQuery(trpc.host.backups.notices.queryOptions())
  if (access.mode === 'read' && access.reason === 'backup') return <LookingNotice />
  if (!data) return null
  return (
    <>
      {data.failures.map(({ place, folder, error }) => (
        <Notice key={place} tone="warn" actions={<LinkButton to="/backups">{t('backups.failure.look')}</LinkButton>}>
          {t(`backups.failure.${place}`, { folder, reason: errorMessage(t, error) })}
        </Notice>
      ))}
      {data.upgradedAt === null ? null : <UpgradeNotice />}
    </>
  )
}

function UpgradeNotice() {
  const { t } = useText()
  const undo = useUndoUpgrade()
  const see = useMutation({ mutationFn: () => client.host.backups.seeUpgrade.mutate() })
  return (
    <Notice
      actions={
        <>
          <Button loading={undo.isPending} onClick={() => undo.mutate(false)}>
            {t('backups.upgrade.undo')}
          </Button>
          <Button onClick={() => see.mutate()}>{t('backups.upgrade.close')}</Button>
        </>
      }
    >
      {t('backups.upgrade.banner')}
    </Notice>
  )
}

function LookingNotice() {
  const { t } = useText()
  const { fileName } = useBook()
  const back = useMutation({
    mutationFn: () => client.host.backups.backToBook.mutate(),
    onError: (error) => sayError(t, error),
  })
  return (
    <Notice
      actions={
        <Button loading={back.isPending} onClick={() => back.mutate()}>
          {t('backups.looking.back')}
        </Button>
      }
    >
      {t('backups.looking.banner', { name: fileName })}
    </Notice>
  )
}
