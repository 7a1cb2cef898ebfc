// The seller's own note of a settlement.
import { Button, Modal, Textarea } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { client } from '#renderer/lib/api.ts'
import { wholeMessage } from '#renderer/lib/error-message.ts'
import { useText } from '#renderer/lib/language.ts'
import { Notice } from '#renderer/ui/notice.tsx'
import { sayUndoable } from '#renderer/ui/undo-notice.tsx'
import type { Settlement } from '#shared/schemas/settlements.ts'
import classes from './sales.module.css'

export function SettlementNoteDialog({ settlement, onClose }: { settlement: Settlement; onClose: () => void }) {
  const text = useText()
  const { t } = text
  const [note, setNote] = useState(settlement.note)
  const noting = useMutation({
    mutationFn: () => client.settlements.note.mutate({ id: settlement.id, note }),
    onSuccess: ({ operationId }) => {
      sayUndoable(text, t('sales.settlements.noted'), operationId)
      onClose()
    },
  })
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('sales.settlements.editNote')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <form
        className={classes.dialog}
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          if (!noting.isPending) noting.mutate()
        }}
      >
        <Textarea
          label={t('sales.settlements.fields.note')}
          autosize
          minRows={3}
          maxRows={12}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
          data-autofocus
        />
        {noting.error ? <Notice tone="bad">{wholeMessage(t, noting.error)}</Notice> : null}
        <div className={classes.footer}>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button type="submit" variant="filled" loading={noting.isPending}>
            {t('common.save')}
          </Button>
        </div>
      </form>
    </Modal>
  )
}
