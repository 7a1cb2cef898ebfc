// A list of orders with the numbers that a carrier or a warehouse gave them, pasted: what is understood of each line stands below, and
// all that is ready leaves in one step.
import { Button, Select, Textarea } from '@mantine/core'
import { useHotkeys } from '@mantine/hooks'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { client } from '#renderer/lib/api.ts'
import { fieldMessage, wholeMessage } from '#renderer/lib/error-message.ts'
import { useText } from '#renderer/lib/language.ts'
import { typedDay } from '#renderer/lib/typed-day.ts'
import { useToday } from '#renderer/lib/use-today.ts'
import { DayInput } from '#renderer/ui/day-input.tsx'
import { Notice } from '#renderer/ui/notice.tsx'
import { Page } from '#renderer/ui/page.tsx'
import { PartyPicker } from '#renderer/ui/party-picker.tsx'
import type { PickerOption } from '#renderer/ui/picker.tsx'
import { sayUndoable } from '#renderer/ui/undo-notice.tsx'
import { WriteGate } from '#renderer/ui/write-gate.tsx'
import { asDay, isDay } from '#shared/dates.ts'
import type { SentListDraft, SentListRow } from '#shared/schemas/shipment-moves.ts'
import { SentListTable } from './sent-list-table.tsx'
import classes from './shipment-moves.module.css'
import { usePlaces } from './use-places.ts'
import { useStepPreview } from './use-step.ts'

type Values = {
  text: string
  on: string
  carrier: PickerOption | null
  warehouseId: string
  dayOrder: NonNullable<SentListDraft['dayOrder']>
}

export function SentListScreen() {
  const { t, format } = useText()
  const today = useToday()
  const [values, setValues] = useState<Values>({
    ...{ text: '', on: today, carrier: null, warehouseId: '', dayOrder: '' },
  })
  const [done, setDone] = useState<readonly SentListRow[] | null>(null)
  const set = (part: Partial<Values>) => {
    setDone(null)
    setValues((before) => ({ ...before, ...part }))
  }
  const input = readValues(values)
  const preview = useStepPreview('previewList', done ? null : input, client.shipments.previewList.mutate)
  const sending = useSending((rows) => {
    setValues((before) => ({ ...before, text: '' }))
    setDone(rows)
  })
  const ready = input === null ? 0 : (preview.data?.ready ?? 0)
  const submit = () => {
    if (input && ready > 0 && !sending.isPending) sending.mutate(input)
  }
  useHotkeys([['mod+S', submit]], [])
  return (
    <Page title={t('shipments.moves.list.title')} subtitle={t('shipments.moves.list.subtitle')}>
      <form
        className={classes.list}
        noValidate
        onSubmit={(event: FormEvent) => {
          event.preventDefault()
          submit()
        }}
      >
        <ListFields {...{ values, set }} asksOrder={preview.data?.needsDayOrder ?? false} />
        <Rows rows={done ?? (input === null ? [] : (preview.data?.rows ?? []))} isDone={done !== null} />
        {preview.error && !done ? <Notice tone="warn">{wholeMessage(t, preview.error)}</Notice> : null}
        {sending.error ? <Notice tone="bad">{wholeMessage(t, sending.error)}</Notice> : null}
        <div>
          <WriteGate>
            <Button type="submit" variant="filled" disabled={ready === 0} loading={sending.isPending}>
              {t('shipments.moves.list.send', { count: ready, formatted: format.number(ready) })}
            </Button>
          </WriteGate>
        </div>
      </form>
    </Page>
  )
}

function useSending(onDone: (rows: readonly SentListRow[]) => void) {
  const text = useText()
  return useMutation({
    mutationFn: (input: SentListDraft) => client.shipments.sendList.mutate(input),
    onSuccess: ({ rows, sent, numbered, operationId }) => {
      const count = sent + numbered
      const said = text.t('shipments.moves.list.done', { count, formatted: text.format.number(count) })
      sayUndoable(text, said, operationId)
      onDone(rows)
    },
  })
}

function Rows({ rows, isDone }: { rows: readonly SentListRow[]; isDone: boolean }) {
  return rows.length === 0 ? null : <SentListTable rows={rows} isDone={isDone} />
}

function readValues({ text, on, carrier, warehouseId, dayOrder }: Values): SentListDraft | null {
  const day = typedDay(on)
  if (text.trim() === '' || !isDay(day)) return null
  const warehouse = warehouseId === '' ? null : Number(warehouseId)
  return { text, on: asDay(day), carrierId: carrier?.id ?? null, warehouseId: warehouse, dayOrder }
}

type FieldsProps = { values: Values; set: (part: Partial<Values>) => void; asksOrder: boolean }

function ListFields({ values, set, asksOrder }: FieldsProps) {
  const { t } = useText()
  const places = usePlaces()
  return (
    <>
      <Textarea
        label={t('shipments.moves.list.text')}
        description={t('shipments.moves.list.hint')}
        autoFocus
        autosize
        minRows={6}
        maxRows={16}
        spellCheck={false}
        value={values.text}
        onChange={(event) => set({ text: event.currentTarget.value })}
      />
      <div className={classes.fields}>
        <DayInput
          label={t('shipments.moves.list.on')}
          value={values.on}
          onChange={(on) => set({ on })}
          error={!isDay(typedDay(values.on)) && fieldMessage(t, 'day')}
        />
        <PartyPicker
          label={t('shipments.moves.list.carrier')}
          partyRole="carrier"
          value={values.carrier}
          onChange={(carrier) => set({ carrier })}
        />
        <Select
          label={t('shipments.moves.from')}
          allowDeselect={false}
          data={[{ value: '', label: t('shipments.moves.asOrders') }, ...places]}
          value={values.warehouseId}
          onChange={(warehouseId) => set({ warehouseId: warehouseId ?? '' })}
        />
        {asksOrder || values.dayOrder !== '' ? (
          <Select
            label={t('shipments.moves.list.dayOrder')}
            data={(['dmy', 'mdy', 'ymd'] as const).map((value) => ({
              value,
              label: t(`shipments.moves.list.dayOrders.${value}`),
            }))}
            value={values.dayOrder || null}
            onChange={(dayOrder) => set({ dayOrder: (dayOrder ?? '') as Values['dayOrder'] })}
          />
        ) : null}
      </div>
    </>
  )
}
