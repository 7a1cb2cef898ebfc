// What will never arrive of a transfer goes out of transit, with the reason.
import { Select, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { client, trpc } from '#renderer/lib/api.ts'
import { useText } from '#renderer/lib/language.ts'
import { typedDay } from '#renderer/lib/typed-day.ts'
import { newFieldReader, numberToText } from '#renderer/lib/typed-number.ts'
import { useToday } from '#renderer/lib/use-today.ts'
import { DayInput } from '#renderer/ui/day-input.tsx'
import { FormDialog } from '#renderer/ui/form-dialog.tsx'
import { QueryState } from '#renderer/ui/query-state.tsx'
import { asDay, isDay } from '#shared/dates.ts'
import type { ToArrive } from '#shared/schemas/shipment-moves.ts'
import { CountedLines } from './counted-lines.tsx'
import classes from './shipment-moves.module.css'
import type { StepProps } from './step-dialogs.tsx'
import { useTakeStep } from './use-step.ts'

const reasons = ['lost', 'damaged', 'other'] as const

export function MissingDialog({ id, onClose }: StepProps) {
  const query = useQuery({ ...trpc.shipments.toArrive.queryOptions({ id }), refetchOnMount: 'always' })
  const fresh = { ...query, data: query.isFetchedAfterMount ? query.data : undefined }
  return <QueryState query={fresh}>{(shipment) => <MissingForm shipment={shipment} onClose={onClose} />}</QueryState>
}

function MissingForm({ shipment, onClose }: { shipment: ToArrive; onClose: () => void }) {
  const { t } = useText()
  const [on, setOn] = useState<string>(useToday())
  const [reason, setReason] = useState<(typeof reasons)[number]>('lost')
  const [note, setNote] = useState('')
  const [typed, setTyped] = useState<Record<string, string>>(() =>
    Object.fromEntries(shipment.transit.map(({ movementId, open }) => [movementId, numberToText(open, 'quantity')])),
  )
  const taking = useTakeStep({
    mutate: client.shipments.settleMissing.mutate,
    done: ({ number }) => t('shipments.moves.settled', { number }),
    onClose,
  })
  const reader = newFieldReader()
  const lines = shipment.transit.flatMap(({ movementId }) => {
    const quantity = reader.number(String(movementId), typed[movementId] ?? '', 'quantity')
    return quantity === null || quantity === 0 ? [] : [{ movementId, quantity }]
  })
  const day = typedDay(on)
  return (
    <FormDialog
      title={t('shipments.moves.missingTitle', { number: shipment.number })}
      action={t('shipments.moves.settle')}
      size="xl"
      error={taking.error}
      isPending={taking.isPending}
      isDisabled={!isDay(day) || lines.length === 0 || Object.keys(reader.problems).length > 0}
      onSubmit={() => isDay(day) && taking.mutate({ id: shipment.id, on: asDay(day), reason, note, lines })}
      onClose={onClose}
    >
      <div className={classes.fields}>
        <DayInput label={t('shipments.moves.on')} required data-autofocus value={on} onChange={setOn} />
        <Select
          label={t('shipments.moves.reason')}
          allowDeselect={false}
          data={reasons.map((value) => ({ value, label: t(`shipments.moves.rests.${value}`) }))}
          value={reason}
          onChange={(value) => value && setReason(value as typeof reason)}
        />
        <TextInput
          label={t('shipments.moves.note')}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
      </div>
      <CountedLines
        heads={[t('shipments.moves.sentOut'), t('shipments.moves.open')]}
        asked={t('shipments.moves.missing')}
        onChange={(key, quantity) => setTyped((before) => ({ ...before, [key]: quantity }))}
        lines={shipment.transit.map(({ movementId, batch, sent, open, ...words }) => ({
          ...{ ...words, key: String(movementId), of: batch, figures: [sent, open] },
          typed: typed[movementId] ?? '',
          problem: reader.problems[movementId],
        }))}
      />
    </FormDialog>
  )
}
