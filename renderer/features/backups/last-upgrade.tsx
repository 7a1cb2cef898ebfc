// The last upgrade of the book, and the way back from it: one click, two where work was done since.
import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { client } from '#renderer/lib/api.ts'
import { useText } from '#renderer/lib/language.ts'
import { Notice } from '#renderer/ui/notice.tsx'
import { sayError } from '#renderer/ui/say-error.ts'
import type { UpgradeOffer } from '#shared/schemas/backups.ts'

export function LastUpgrade({ offer }: { offer: UpgradeOffer | null }) {
  const { t, format } = useText()
  const [isAsking, setAsking] = useState(false)
  const undo = useUndoUpgrade()
  if (offer === null) return null
  const count = offer.workSince
  const isSure = count === 0 || isAsking
  return (
    <Notice
      title={t('backups.upgrade.title')}
      actions={
        <Button loading={undo.isPending} onClick={() => (isSure ? undo.mutate(count > 0) : setAsking(true))}>
          {t(isAsking ? 'backups.upgrade.undoSure' : 'backups.upgrade.undo')}
        </Button>
      }
    >
      {t('backups.upgrade.text', { at: format.instant(offer.upgradedAt), from: offer.fromVersion })}{' '}
      {isAsking ? t('backups.upgrade.worked', { count, formatted: format.number(count) }) : null}
    </Notice>
  )
}

/** The book is closed when it is done: the first screen then says what opens it. */
export function useUndoUpgrade() {
  const { t } = useText()
  return useMutation({
    mutationFn: (anyway: boolean) => client.host.backups.undoUpgrade.mutate({ anyway }),
    onError: (error) => sayError(t, error),
  })
}
