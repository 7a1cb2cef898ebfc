// The end of a dialog that writes or changes something of an order: why it was refused, and save, cancel, remove.
import { Button } from '@mantine/core'
import { wholeMessage } from '#renderer/lib/error-message.ts'
import { useText } from '#renderer/lib/language.ts'
import { Notice } from '#renderer/ui/notice.tsx'
import classes from './receiving.module.css'

type FooterProps = {
  saving: { error: Error | null; isPending: boolean }
  onClose: () => void
  /** Null while there is nothing to remove yet. */
  remove: { label: string; run: () => void; isPending: boolean } | null
}

export function DialogFooter({ saving, onClose, remove }: FooterProps) {
  const { t } = useText()
  return (
    <>
      {saving.error ? <Notice tone="bad">{wholeMessage(t, saving.error)}</Notice> : null}
      <div className={classes.dialogActions}>
        {remove ? (
          <Button onClick={remove.run} loading={remove.isPending} mr="auto">
            {remove.label}
          </Button>
        ) : null}
        <Button onClick={onClose}>{t('common.cancel')}</Button>
        <Button type="submit" variant="filled" loading={saving.isPending}>
          {t('common.save')}
        </Button>
      </div>
    </>
  )
}
