// Asks on which days a leg really left and came in.
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { client } from '#renderer/lib/api.ts'
import { fieldMessage } from '#renderer/lib/error-message.ts'
import { useText } from '#renderer/lib/language.ts'
import { typedDay } from '#renderer/lib/typed-day.ts'
import { DayInput } from '#renderer/ui/day-input.tsx'
import { FormDialog } from '#renderer/ui/form-dialog.tsx'
import { sayUndoable } from '#renderer/ui/undo-notice.tsx'
import { asDay, type Day, isDay } from '#shared/dates.ts'
import type { Leg } from '#shared/schemas/shipments.ts'

export function LegDaysDialog({ leg, onClose }: { leg: Leg; onClose: () => void }) {
  const text = useText()
  const { t } = text
  const [departed, setDeparted] = useState(leg.departedOn ?? '')
  const [arrived, setArrived] = useState(leg.arrivedOn ?? '')
  const [problems, setProblems] = useState<{ departed?: boolean; arrived?: boolean }>({})
  const saving = useMutation({
    mutationFn: (days: { departedOn: Day | null; arrivedOn: Day | null }) =>
      client.shipments.legDays.mutate({ legId: leg.id, ...days }),
    onSuccess: ({ operationId }) => {
      sayUndoable(text, t('shipments.done.legs'), operationId)
      onClose()
    },
  })
  const submit = () => {
    const [departedOn, arrivedOn] = [readDay(departed), readDay(arrived)]
    setProblems({ departed: departedOn === undefined, arrived: arrivedOn === undefined })
    if (departedOn !== undefined && arrivedOn !== undefined) saving.mutate({ departedOn, arrivedOn })
  }
  const wrong = fieldMessage(t, 'day')
  return (
    <FormDialog
      title={t('shipments.legs.days', { number: leg.position })}
      error={saving.error}
      isPending={saving.isPending}
      onSubmit={submit}
      onClose={onClose}
    >
      <DayInput
        label={t('shipments.fields.departedOn')}
        data-autofocus
        value={departed}
        error={problems.departed ? wrong : undefined}
        onChange={setDeparted}
      />
      <DayInput
        label={t('shipments.fields.arrivedOn')}
        value={arrived}
        error={problems.arrived ? wrong : undefined}
        onChange={setArrived}
      />
    </FormDialog>
  )
}

/** Null where nothing is written; undefined where it is no day. */
function readDay(text: string): Day | null | undefined {
  const typed = typedDay(text)
  if (typed === '') return null
  return isDay(typed) ? asDay(typed) : undefined
}
