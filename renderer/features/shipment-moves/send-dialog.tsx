// A shipment leaves: when, from where, with which numbers, and of which batches. What is short stands by its line.
import { Radio, Select, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { client, trpc } from '#renderer/lib/api.ts'
import { fieldMessage } from '#renderer/lib/error-message.ts'
import { useText } from '#renderer/lib/language.ts'
import { typedDay } from '#renderer/lib/typed-day.ts'
import { useToday } from '#renderer/lib/use-today.ts'
import { DayInput } from '#renderer/ui/day-input.tsx'
import { FormDialog } from '#renderer/ui/form-dialog.tsx'
import { PartyPicker } from '#renderer/ui/party-picker.tsx'
import type { PickerOption } from '#renderer/ui/picker.tsx'
import { QueryState } from '#renderer/ui/query-state.tsx'
import { asDay, isDay } from '#shared/dates.ts'
import type { DispatchShipmentDraft, LineToSend, ResentGoods, ToSend } from '#shared/schemas/shipment-moves.ts'
import { SendLines } from './send-lines.tsx'
import classes from './shipment-moves.module.css'
import type { StepProps } from './step-dialogs.tsx'
import { StepEffects } from './step-effects.tsx'
import { usePlaces } from './use-places.ts'
import { useStepPreview, useTakeStep } from './use-step.ts'

export function SendDialog({ id, onClose }: StepProps) {
  const query = useQuery({ ...trpc.shipments.toSend.queryOptions({ id }), refetchOnMount: 'always' })
  const fresh = { ...query, data: query.isFetchedAfterMount ? query.data : undefined }
  return <QueryState query={fresh}>{(shipment) => <SendForm shipment={shipment} onClose={onClose} />}</QueryState>
}

export type Chosen = { batchId: string; serials: string[] }
export type SendValues = {
  on: string
  warehouseId: string
  carrier: PickerOption | null
  trackingNumber: string
  goods: ResentGoods | null
  /** By line: which batch or pieces go. */
  chosen: Record<number, Chosen>
}

type FormProps = { shipment: ToSend; onClose: () => void }

function SendForm({ shipment, onClose }: FormProps) {
  const { t } = useText()
  const today = useToday()
  const [values, setValues] = useState<SendValues>(() => begin(shipment, today))
  const set = (part: Partial<SendValues>) => setValues((before) => ({ ...before, ...part }))
  const input = readValues(shipment, values)
  const preview = useStepPreview('previewDispatch', input, client.shipments.previewDispatch.mutate)
  const taking = useTakeStep({
    mutate: client.shipments.dispatch.mutate,
    done: ({ number }) => t('shipments.moves.sent', { number }),
    onClose,
  })
  return (
    <FormDialog
      title={t('shipments.moves.sendTitle', { number: shipment.number })}
      action={t('shipments.verbs.dispatch')}
      size="xl"
      error={taking.error}
      isPending={taking.isPending}
      isDisabled={input === null}
      onSubmit={() => input && taking.mutate(input)}
      onClose={onClose}
    >
      <SendFields {...{ shipment, values, set }} />
      {shipment.goods === null ? null : <ResentChoice goods={values.goods ?? shipment.goods} set={set} />}
      {movesStock(shipment) && shipment.lines.length > 0 ? <SendLines {...{ shipment, values, set }} /> : null}
      {movesStock(shipment) ? (
        <StepEffects preview={preview} isRefused={taking.isError} />
      ) : (
        <p>{t('shipments.moves.noStockYet')}</p>
      )}
    </FormDialog>
  )
}

export function movesStock({ kind }: ToSend): boolean {
  return kind === 'order' || kind === 'transfer'
}

/** What somebody else had already left by then. */
function begin({ warehouseId, carrierId, carrier, lines, movingSince }: ToSend, today: string): SendValues {
  return {
    on: movingSince !== null && movingSince < today ? movingSince : today,
    warehouseId: warehouseId === null ? '' : String(warehouseId),
    carrier: carrierId === null ? null : { id: carrierId, name: carrier },
    trackingNumber: '',
    goods: null,
    chosen: Object.fromEntries(lines.map(({ lineId }) => [lineId, { batchId: '', serials: [] }])),
  }
}

function readValues(shipment: ToSend, values: SendValues): DispatchShipmentDraft | null {
  const on = typedDay(values.on)
  if (!isDay(on)) return null
  return {
    id: shipment.id,
    on: asDay(on),
    warehouseId: values.warehouseId === '' ? null : Number(values.warehouseId),
    carrierId: values.carrier?.id ?? null,
    trackingNumber: values.trackingNumber,
    goods: values.goods,
    lines: shipment.lines.flatMap((line) => toldLine(line, values.chosen[line.lineId])),
  }
}

/** Only what was chosen travels: the rest goes by itself. */
function toldLine({ lineId, quantity }: LineToSend, chosen: Chosen | undefined) {
  if (!chosen || (chosen.batchId === '' && chosen.serials.length === 0)) return []
  const serials = chosen.serials.map(Number)
  const batchId = chosen.batchId === '' ? null : Number(chosen.batchId)
  return [{ lineId, quantity: serials.length > 0 ? serials.length : quantity, batchId, serials }]
}

type FieldsProps = { shipment: ToSend; values: SendValues; set: (part: Partial<SendValues>) => void }

function SendFields({ shipment, values, set }: FieldsProps) {
  const { t } = useText()
  const places = usePlaces()
  const isWrongDay = !isDay(typedDay(values.on))
  return (
    <div className={classes.fields}>
      <DayInput
        label={t('shipments.moves.on')}
        description={shipment.movingSince === null ? undefined : t('shipments.moves.onHeard')}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        required
        data-autofocus
        value={values.on}
        onChange={(on) => set({ on })}
        error={isWrongDay && fieldMessage(t, 'day')}
      />
      {movesStock(shipment) ? (
        <Select
          label={t('shipments.moves.from')}
          allowDeselect={false}
          data={shipment.kind === 'order' ? [{ value: '', label: t('shipments.moves.asOrders') }, ...places] : places}
          value={values.warehouseId}
          onChange={(warehouseId) => set({ warehouseId: warehouseId ?? '' })}
        />
      ) : null}
      <PartyPicker
        label={t('shipments.moves.carrier')}
        partyRole="carrier"
        value={values.carrier}
        onChange={(carrier) => set({ carrier })}
      />
      {shipment.hasNumbers ? null : (
        <TextInput
          label={t('shipments.moves.numbers')}
          description={t('shipments.moves.numbersHint')}
          value={values.trackingNumber}
          onChange={(event) => set({ trackingNumber: event.currentTarget.value })}
        />
      )}
    </div>
  )
}

function ResentChoice({ goods, set }: { goods: ResentGoods; set: FieldsProps['set'] }) {
  const { t } = useText()
  return (
    <Radio.Group
      label={t('shipments.moves.resent.label')}
      value={goods}
      onChange={(chosen) => set({ goods: chosen as ResentGoods })}
    >
      <div className={classes.choices}>
        <Radio value="same" label={t('shipments.moves.resent.same')} />
        <Radio value="new" label={t('shipments.moves.resent.new')} />
      </div>
    </Radio.Group>
  )
}
