// Asks before something is taken away or back. The answer that leaves all as it is stands ready.
import { Button, Modal, type ModalProps } from '@mantine/core'
import type { ReactNode } from 'react'
import { wholeMessage } from '#renderer/lib/error-message.ts'
import { useText } from '#renderer/lib/language.ts'
import classes from './form-dialog.module.css'
import { Notice } from './notice.tsx'

type AskDialogProps = {
  title: string
  text: ReactNode
  yes: string
  /** What the button says that leaves all as it is; "Cancel" where nothing is said. */
  no?: string
  size?: ModalProps['size']
  /** Why it was refused. */
  error?: unknown
  isPending: boolean
  isDisabled?: boolean
  onYes: () => void
  onClose: () => void
  children?: ReactNode
}

export function AskDialog(dialog: AskDialogProps) {
  const { t } = useText()
  const { title, text, yes, no = t('common.cancel'), size = 'sm', error, isPending, isDisabled = false } = dialog
  return (
    <Modal
      opened
      size={size}
      onClose={dialog.onClose}
      title={title}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <div className={classes.form}>
        <p>{text}</p>
        {error ? <Notice tone="bad">{wholeMessage(t, error)}</Notice> : null}
        {dialog.children}
        <div className={classes.actions}>
          <Button onClick={dialog.onYes} loading={isPending} disabled={isDisabled}>
            {yes}
          </Button>
          <Button variant="filled" onClick={dialog.onClose} data-autofocus>
            {no}
          </Button>
        </div>
      </div>
    </Modal>
  )
}
