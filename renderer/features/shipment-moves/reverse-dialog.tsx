// Taking back that a shipment left: asked once more, since stock and orders go back with it.
import { TextInput } from '@mantine/core'
import { useState } from 'react'
import { client } from '#renderer/lib/api.ts'
import { useText } from '#renderer/lib/language.ts'
import { FormDialog } from '#renderer/ui/form-dialog.tsx'
import type { StepProps } from './step-dialogs.tsx'
import { useTakeStep } from './use-step.ts'

export function ReverseDialog({ id, onClose }: StepProps) {
  const { t } = useText()
  const [note, setNote] = useState('')
  const taking = useTakeStep({
    mutate: client.shipments.reverse.mutate,
    done: ({ number }) => t('shipments.moves.reversed', { number }),
    onClose,
  })
  return (
    <FormDialog
      title={t('shipments.moves.reverseTitle')}
      action={t('shipments.moves.reverse')}
      error={taking.error}
      isPending={taking.isPending}
      onSubmit={() => taking.mutate({ id, note })}
      onClose={onClose}
    >
      <p>{t('shipments.moves.reverseText')}</p>
      <TextInput
        label={t('shipments.moves.note')}
        data-autofocus
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
    </FormDialog>
  )
}
