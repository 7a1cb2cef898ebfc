// What an event means, said by a person; what was said by the carrier stays beside it.
import { Select } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { client } from '#renderer/lib/api.ts'
import { useText } from '#renderer/lib/language.ts'
import { FormDialog } from '#renderer/ui/form-dialog.tsx'
import { sayUndoable } from '#renderer/ui/undo-notice.tsx'
import { type TrackingState, trackingStates } from '#shared/schemas/shipment-words.ts'
import type { ShipmentEvent } from '#shared/schemas/tracking.ts'
import classes from './tracking.module.css'

const byRules = 'rules'

export function StateDialog({ event, onClose }: { event: ShipmentEvent; onClose: () => void }) {
  const text = useText()
  const { t } = text
  const [chosen, choose] = useState<string>(event.state)
  const saving = useMutation({
    mutationFn: () =>
      client.tracking.setState.mutate({
        id: event.id,
        state: chosen === byRules ? null : (chosen as TrackingState | ''),
      }),
    onSuccess: ({ operationId }) => {
      sayUndoable(text, t('tracking.panel.stateSet'), operationId)
      onClose()
    },
  })
  return (
    <FormDialog
      title={t('tracking.dialog.stateTitle')}
      error={saving.error}
      isPending={saving.isPending}
      onSubmit={() => saving.mutate()}
      onClose={onClose}
    >
      <p className={classes.eventText}>{event.text || event.sourceCode}</p>
      <Select
        label={t('tracking.dialog.state')}
        data-autofocus
        allowDeselect={false}
        data={[
          { value: byRules, label: t('tracking.panel.setBack') },
          { value: '', label: t('tracking.event.noState') },
          ...trackingStates.map((value) => ({ value, label: t(`shipments.states.${value}`) })),
        ]}
        value={chosen}
        onChange={(value) => choose(value ?? '')}
      />
    </FormDialog>
  )
}
