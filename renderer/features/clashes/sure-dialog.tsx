// Asks before what cannot be undone.
import { Button, Modal } from '@mantine/core'
import type { ReactNode } from 'react'
import { useText } from '#renderer/lib/language.ts'
import classes from './rule-panel.module.css'

type SureDialogProps = { title: string; text: ReactNode; onClose: () => void; onSure: () => void }

export function SureDialog({ title, text, onClose, onSure }: SureDialogProps) {
  const { t } = useText()
  return (
    <Modal opened onClose={onClose} title={title} closeButtonProps={{ 'aria-label': t('common.close') }}>
      <div className={classes.question}>
        <p>{text}</p>
        <div className={classes.questionActions}>
          <Button onClick={onClose} data-autofocus>
            {t('common.cancel')}
          </Button>
          <Button variant="filled" onClick={onSure}>
            {title}
          </Button>
        </div>
      </div>
    </Modal>
  )
}
