// "Record as paid" for ticked orders: asks for the day and the way, and records one payment for each order of which something is
// open.
import { Select, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { client } from '#renderer/lib/api.ts'
import { useText } from '#renderer/lib/language.ts'
import { typedDay } from '#renderer/lib/typed-day.ts'
import { useToday } from '#renderer/lib/use-today.ts'
import { DayInput } from '#renderer/ui/day-input.tsx'
import { FormDialog } from '#renderer/ui/form-dialog.tsx'
import type { BulkAction } from '#renderer/ui/record-grid/run-action.ts'
import { sayUndoable } from '#renderer/ui/undo-notice.tsx'
import { asDay, isDay } from '#shared/dates.ts'
import { type PaymentMethod, paymentMethods } from '#shared/schemas/payments.ts'
import type { RecordTarget } from '#shared/schemas/record-target.ts'

type Done = { operationId: number | null } | null
type Asked = { target: RecordTarget; count: number; answer: (done: Done) => void }

/** The action for the list's bar, and the dialog that it opens. */
export function useReceiveMany(): { action: BulkAction; dialog: ReactNode } {
  const { t } = useText()
  const [asked, ask] = useState<Asked | null>(null)
  const action: BulkAction = {
    key: 'receive',
    label: t('orders.selected.receive'),
    runOn: (target, count) => new Promise<Done>((answer) => ask({ target, count, answer })),
  }
  const close = (done: Done) => {
    asked?.answer(done)
    ask(null)
  }
  return { action, dialog: asked ? <ReceiveDialog asked={asked} onClose={close} /> : null }
}

function ReceiveDialog({ asked: { target, count }, onClose }: { asked: Asked; onClose: (done: Done) => void }) {
  const text = useText()
  const { t, format } = text
  const [on, setOn] = useState<string>(useToday())
  const [method, setMethod] = useState<PaymentMethod>('transfer')
  const [reference, setReference] = useState('')
  const day = typedDay(on)
  const receiving = useMutation({
    mutationFn: () => client.payments.receiveAll.mutate({ target, on: asDay(day), method, reference }),
    onSuccess: ({ result: { payments }, operationId }) => {
      const said = { count: payments, formatted: format.number(payments) }
      sayUndoable(text, payments === 0 ? t('orders.receive.none') : t('orders.receive.done', said), operationId)
      onClose({ operationId: null })
    },
  })
  return (
    <FormDialog
      title={t('orders.receive.title', { count, formatted: format.number(count) })}
      action={t('orders.receive.run')}
      error={receiving.error}
      isPending={receiving.isPending}
      isDisabled={!isDay(day)}
      onSubmit={() => receiving.mutate()}
      onClose={() => onClose(null)}
    >
      <p className="q-quiet">{t('orders.receive.text')}</p>
      <DayInput label={t('payments.fields.on')} value={on} onChange={setOn} data-autofocus />
      <Select
        label={t('payments.fields.method')}
        allowDeselect={false}
        data={paymentMethods.flatMap((value) =>
          value === '' ? [] : [{ value, label: t(`payments.methods.${value}`) }],
        )}
        value={method}
        onChange={(value) => setMethod(value as PaymentMethod)}
      />
      <TextInput
        label={t('payments.fields.reference')}
        value={reference}
        onChange={(event) => setReference(event.currentTarget.value)}
      />
    </FormDialog>
  )
}
