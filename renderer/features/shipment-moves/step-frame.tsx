// What the dialogs of a shipment's steps have in common: title, form, refusal, and the buttons below.
import { Button, Modal } from '@mantine/core'
import { useHotkeys } from '@mantine/hooks'
import type { FormEvent, ReactNode } from 'react'
import { wholeMessage } from '#renderer/lib/error-message.ts'
import { useText } from '#renderer/lib/language.ts'
import { KeyHint } from '#renderer/ui/key-hint.tsx'
import { Notice } from '#renderer/ui/notice.tsx'
import { WriteGate } from '#renderer/ui/write-gate.tsx'
import classes from './shipment-moves.module.css'

type FrameProps = {
  title: string
  /** What the button that does it says. */
  action: string
  size?: 'md' | 'xl'
  error: Error | null
  isPending: boolean
  isDisabled?: boolean
  onSubmit: () => void
  onClose: () => void
  children: ReactNode
}

export function StepFrame(frame: FrameProps) {
  const { t } = useText()
  const { title, action, size = 'xl', error, isPending, isDisabled = false, onSubmit, onClose, children } = frame
  const submit = () => {
    if (!isPending && !isDisabled) onSubmit()
  }
  useHotkeys([['mod+S', submit]], [])
  return (
    <Modal opened size={size} onClose={onClose} title={title} closeButtonProps={{ 'aria-label': t('common.close') }}>
      <form
        className={classes.dialog}
        noValidate
        onSubmit={(event: FormEvent) => {
          event.preventDefault()
          submit()
        }}
      >
        {children}
        {error ? <Notice tone="bad">{wholeMessage(t, error)}</Notice> : null}
        <div className={classes.actions}>
          <KeyHint keys="Ctrl S" />
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <WriteGate>
            <Button type="submit" variant="filled" loading={isPending} disabled={isDisabled}>
              {action}
            </Button>
          </WriteGate>
        </div>
      </form>
    </Modal>
  )
}
