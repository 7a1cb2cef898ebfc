// "Mark shipped" for ticked orders: asks for the day, sends all that can be sent, and tells what became of each that could not.
import { Button, Modal, Select } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { type FormEvent, type ReactNode, useState } from 'react'
import { client, trpc } from '#renderer/lib/api.ts'
import { wholeMessage } from '#renderer/lib/error-message.ts'
import { useText } from '#renderer/lib/language.ts'
import { placeName, transitPlace } from '#renderer/lib/place-name.ts'
import { typedDay } from '#renderer/lib/typed-day.ts'
import { useToday } from '#renderer/lib/use-today.ts'
import { asDay, isDay } from '#shared/dates.ts'
import type { DispatchedMany } from '#shared/schemas/dispatch.ts'
import type { RecordTarget } from '#shared/schemas/record-target.ts'
import { DayInput } from '../day-input.tsx'
import { Notice } from '../notice.tsx'
import type { BulkAction } from '../record-grid/run-action.ts'
import classes from './mark-shipped.module.css'
import { SentOutcome } from './sent-outcome.tsx'

type Done = { operationId: number | null } | null
type Asked = { target: RecordTarget; count: number; answer: (done: Done) => void }

/** The action for a list's bar, and the dialog that it opens. */
export function useMarkShipped(): { action: BulkAction; dialog: ReactNode } {
  const { t, format } = useText()
  const [asked, ask] = useState<Asked | null>(null)
  const action: BulkAction = {
    key: 'dispatch',
    label: t('dispatch.many.action'),
    runOn: (target, count) => new Promise<Done>((answer) => ask({ target, count, answer })),
  }
  const close = (done: Done) => {
    asked?.answer(done)
    ask(null)
  }
  const title = asked && t('dispatch.many.title', { count: asked.count, formatted: format.number(asked.count) })
  const dialog = asked ? <MarkShippedDialog title={title ?? ''} target={asked.target} onClose={close} /> : null
  return { action, dialog }
}

type DialogProps = { title: string; target: RecordTarget; onClose: (done: Done) => void }

function MarkShippedDialog({ title, target, onClose }: DialogProps) {
  const { t } = useText()
  const [done, setDone] = useState<(DispatchedMany & { operationId: number | null }) | null>(null)
  const close = () => onClose(done && done.sent > 0 ? { operationId: done.operationId } : null)
  return (
    <Modal opened size="lg" onClose={close} title={title} closeButtonProps={{ 'aria-label': t('common.close') }}>
      {done ? (
        <div className={classes.dialog}>
          <SentOutcome done={done} />
          <div className={classes.actions}>
            <Button variant="filled" onClick={close} autoFocus>
              {t('common.close')}
            </Button>
          </div>
        </div>
      ) : (
        <AskHow target={target} onClose={close} onDone={setDone} />
      )}
    </Modal>
  )
}

type AskProps = {
  target: RecordTarget
  onClose: () => void
  onDone: (done: DispatchedMany & { operationId: number | null }) => void
}

function AskHow({ target, onClose, onDone }: AskProps) {
  const { t } = useText()
  const [on, setOn] = useState<string>(useToday())
  const [warehouseId, setWarehouseId] = useState('')
  const { data = [] } = useQuery(trpc.warehouses.list.queryOptions({ archived: false }))
  const day = typedDay(on)
  const sending = useMutation({
    mutationFn: () =>
      client.orders.dispatchMany.mutate({
        target,
        on: asDay(day),
        warehouseId: warehouseId === '' ? null : Number(warehouseId),
      }),
    onSuccess: onDone,
  })
  const places = data
    .filter(({ id }) => id !== transitPlace)
    .map((place) => ({ value: String(place.id), label: placeName(t, place) }))
  return (
    <form
      className={classes.dialog}
      noValidate
      onSubmit={(event: FormEvent) => {
        event.preventDefault()
        if (isDay(day) && !sending.isPending) sending.mutate()
      }}
    >
      <p className="q-quiet">{t('dispatch.many.text')}</p>
      <DayInput label={t('dispatch.screen.on')} value={on} onChange={setOn} data-autofocus />
      <Select
        label={t('dispatch.many.from')}
        allowDeselect={false}
        data={[{ value: '', label: t('dispatch.many.own') }, ...places]}
        value={warehouseId}
        onChange={(value) => setWarehouseId(value ?? '')}
      />
      {sending.error ? <Notice tone="bad">{wholeMessage(t, sending.error)}</Notice> : null}
      <div className={classes.actions}>
        <Button onClick={onClose}>{t('common.cancel')}</Button>
        <Button type="submit" variant="filled" loading={sending.isPending} disabled={!isDay(day)}>
          {t('dispatch.many.run')}
        </Button>
      </div>
    </form>
  )
}
