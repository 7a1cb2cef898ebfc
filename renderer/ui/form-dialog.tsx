// A dialog that writes something down: title, form, why it was refused, and the buttons below. Ctrl+S saves, as in every form.
import { Button, Modal, type ModalProps } from '@mantine/core'
import { useHotkeys } from '@mantine/hooks'
import type { FormEvent, ReactNode } from 'react'
import { wholeMessage } from '#renderer/lib/error-message.ts'
import { useText } from '#renderer/lib/language.ts'
import { useMayWrite } from '#renderer/lib/may-write.ts'
import classes from './form-dialog.module.css'
import { KeyHint } from './key-hint.tsx'
import { Notice } from './notice.tsx'
import { WriteGate } from './write-gate.tsx'

type FormDialogProps = {
  title: string
  /** What the button that does it says; "Save" where nothing is said. */
  action?: string
  /** What the button says that leaves all as it is; "Cancel" where nothing is said. */
  cancel?: string
  /** Nothing to fill in: the button that does it stands ready. */
  isBare?: boolean
  size?: ModalProps['size']
  /** Why it was refused, where no field says it. */
  error?: unknown
  isPending: boolean
  isDisabled?: boolean
  onSubmit: () => void
  onClose: () => void
  /** Takes away what the dialog shows. */
  remove?: { label: string; run: () => void; isPending: boolean } | null
  children: ReactNode
}

export function FormDialog(dialog: FormDialogProps) {
  const { t } = useText()
  const { title, action = t('common.save'), cancel = t('common.cancel'), size = 'md', error, remove } = dialog
  const { isPending, isDisabled = false, isBare = false } = dialog
  const { mayWrite } = useMayWrite()
  const submit = () => {
    if (mayWrite && !isPending && !isDisabled) dialog.onSubmit()
  }
  useHotkeys([['mod+S', submit]], [])
  return (
    <Modal
      opened
      size={size}
      onClose={dialog.onClose}
      title={title}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <form
        className={classes.form}
        noValidate
        onSubmit={(event: FormEvent) => {
          event.preventDefault()
          submit()
        }}
      >
        {dialog.children}
        {error ? <Notice tone="bad">{wholeMessage(t, error)}</Notice> : null}
        <div className={classes.actions}>
          {remove ? (
            <WriteGate>
              <Button variant="subtle" mr="auto" onClick={remove.run} loading={remove.isPending}>
                {remove.label}
              </Button>
            </WriteGate>
          ) : null}
          <KeyHint keys="Ctrl S" />
          <Button onClick={dialog.onClose}>{cancel}</Button>
          <WriteGate>
            <Button
              type="submit"
              variant="filled"
              loading={isPending}
              disabled={isDisabled}
              data-autofocus={isBare || undefined}
            >
              {action}
            </Button>
          </WriteGate>
        </div>
      </form>
    </Modal>
  )
}
