// A shipment has come in: counted line by line. A transfer goes into its place, a supplier's goods become the receipts of their
// purchase orders.
import { Checkbox, Select, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { client, trpc } from '#renderer/lib/api.ts'
import { fieldMessage } from '#renderer/lib/error-message.ts'
import { useText } from '#renderer/lib/language.ts'
import { typedDay } from '#renderer/lib/typed-day.ts'
import { useToday } from '#renderer/lib/use-today.ts'
import { DayInput } from '#renderer/ui/day-input.tsx'
import { DecimalInput } from '#renderer/ui/decimal-input.tsx'
import { EmptyState } from '#renderer/ui/empty-state.tsx'
import { FormDialog } from '#renderer/ui/form-dialog.tsx'
import { QueryState } from '#renderer/ui/query-state.tsx'
import { isDay } from '#shared/dates.ts'
import type { ToArrive } from '#shared/schemas/shipment-moves.ts'
import { ArriveLines } from './arrive-lines.tsx'
import { type ArriveValues, newArriveValues, readArrival } from './arrive-values.ts'
import classes from './shipment-moves.module.css'
import type { StepProps } from './step-dialogs.tsx'
import { StepEffects } from './step-effects.tsx'
import { usePlaces } from './use-places.ts'
import { useStepPreview, useTakeStep } from './use-step.ts'

export function ArriveDialog({ id, onClose }: StepProps) {
  const query = useQuery({ ...trpc.shipments.toArrive.queryOptions({ id }), refetchOnMount: 'always' })
  const fresh = { ...query, data: query.isFetchedAfterMount ? query.data : undefined }
  return <QueryState query={fresh}>{(shipment) => <ArriveForm shipment={shipment} onClose={onClose} />}</QueryState>
}

type FormProps = { shipment: ToArrive; onClose: () => void }

function ArriveForm({ shipment, onClose }: FormProps) {
  const { t } = useText()
  const today = useToday()
  const [values, setValues] = useState(() => newArriveValues(shipment, today))
  const set = (part: Partial<ArriveValues>) => setValues((before) => ({ ...before, ...part }))
  const reading = readArrival(shipment, values)
  const { input } = reading
  // What is wrong is said once somebody has tried: nothing is red before it was looked at.
  const [wasTried, setTried] = useState(false)
  const problems = wasTried ? reading.problems : {}
  const preview = useStepPreview('previewArrival', input, client.shipments.previewArrival.mutate)
  const taking = useTakeStep({
    mutate: client.shipments.arrive.mutate,
    done: ({ number }) => t('shipments.moves.arrived', { number }),
    onClose,
  })
  const isOver = shipment.transit.length === 0 && shipment.purchases.every(({ open }) => open === 0)
  return (
    <FormDialog
      title={t('shipments.moves.arriveTitle', { number: shipment.number })}
      action={t('shipments.verbs.arrive')}
      size="xl"
      error={taking.error}
      isPending={taking.isPending}
      isDisabled={isOver}
      onSubmit={() => (input ? taking.mutate(input) : setTried(true))}
      onClose={onClose}
    >
      {isOver ? (
        <EmptyState title={t('shipments.moves.allIn')} />
      ) : (
        <>
          <ArriveFields {...{ shipment, values, set }} />
          <ArriveLines {...{ shipment, values, set, problems }} />
          <Further {...{ shipment, values, set }} />
          {input === null ? null : <StepEffects preview={preview} isRefused={taking.isError} />}
        </>
      )}
    </FormDialog>
  )
}

type FieldsProps = { shipment: ToArrive; values: ArriveValues; set: (part: Partial<ArriveValues>) => void }

function ArriveFields({ shipment, values, set }: FieldsProps) {
  const { t } = useText()
  const places = usePlaces()
  return (
    <div className={classes.fields}>
      <DayInput
        label={t('shipments.moves.cameOn')}
        required
        data-autofocus
        value={values.on}
        onChange={(on) => set({ on })}
        error={!isDay(typedDay(values.on)) && fieldMessage(t, 'day')}
      />
      {shipment.kind === 'transfer' ? null : (
        <Select
          label={t('shipments.moves.into')}
          allowDeselect={false}
          data={[{ value: '', label: t('shipments.moves.asPurchases') }, ...places]}
          value={values.warehouseId}
          onChange={(warehouseId) => set({ warehouseId: warehouseId ?? '' })}
        />
      )}
      <TextInput
        label={t('shipments.moves.reference')}
        value={values.reference}
        onChange={(event) => set({ reference: event.currentTarget.value })}
      />
      {shipment.rateOf ? (
        <DecimalInput
          label={t('receiving.screen.rate', { from: shipment.rateOf.currency, to: shipment.rateOf.baseCurrency })}
          description={t('shipments.moves.rateHint')}
          value={values.rate}
          onChange={(rate) => set({ rate })}
        />
      ) : null}
    </div>
  )
}

/** What happens to the rest, and to what was rejected. */
function Further({ shipment, values, set }: FieldsProps) {
  const { t } = useText()
  const places = usePlaces()
  if (shipment.kind === 'transfer') {
    return (
      <Select
        label={t('shipments.moves.rest')}
        maw={420}
        allowDeselect={false}
        data={(['', 'lost', 'damaged', 'other'] as const).map((value) => ({
          value,
          label: t(`shipments.moves.rests.${value === '' ? 'later' : value}`),
        }))}
        value={values.missing}
        onChange={(missing) => set({ missing: (missing ?? '') as ArriveValues['missing'] })}
      />
    )
  }
  return (
    <div className={classes.fields}>
      <Select
        label={t('shipments.moves.rejectsTo')}
        allowDeselect={false}
        data={[{ value: '', label: t('shipments.moves.outside') }, ...places.filter(({ isSellable }) => !isSellable)]}
        value={values.rejectsTo}
        onChange={(rejectsTo) => set({ rejectsTo: rejectsTo ?? '' })}
      />
      <Checkbox
        label={t('shipments.moves.acceptOver')}
        checked={values.acceptOver}
        onChange={(event) => set({ acceptOver: event.currentTarget.checked })}
      />
      <Checkbox
        label={t('shipments.moves.letGoRest')}
        checked={values.letGoRest}
        onChange={(event) => set({ letGoRest: event.currentTarget.checked })}
      />
    </div>
  )
}
