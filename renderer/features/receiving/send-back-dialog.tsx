// Goods of a receipt that go back to the supplier: how many of each line, on which day.
import { TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { client } from '#renderer/lib/api.ts'
import { useText } from '#renderer/lib/language.ts'
import { nameIn } from '#renderer/lib/names.ts'
import { typedDay } from '#renderer/lib/typed-day.ts'
import { textToNumber } from '#renderer/lib/typed-number.ts'
import { unitText } from '#renderer/lib/unit-text.ts'
import { useToday } from '#renderer/lib/use-today.ts'
import { DayInput } from '#renderer/ui/day-input.tsx'
import { DecimalInput } from '#renderer/ui/decimal-input.tsx'
import { FormDialog } from '#renderer/ui/form-dialog.tsx'
import { sayUndoable } from '#renderer/ui/undo-notice.tsx'
import { asDay, isDay } from '#shared/dates.ts'
import type { PurchaseReceipt } from '#shared/schemas/receiving.ts'

export function SendBackDialog({ receipt, onClose }: { receipt: PurchaseReceipt; onClose: () => void }) {
  const text = useText()
  const { t, format, language } = text
  const today = useToday()
  const [on, setOn] = useState<string>(today)
  const [reference, setReference] = useState('')
  const [typed, setTyped] = useState<Record<number, string>>({})
  const open = receipt.lines.filter(({ canGoBack }) => canGoBack > 0)
  const lines = open.flatMap(({ id }) => {
    const read = textToNumber(typed[id] ?? '', 'quantity')
    return 'value' in read && read.value !== null && read.value > 0
      ? [{ receiptLineId: id, quantity: read.value, note: '' }]
      : []
  })
  const day = typedDay(on)
  const sending = useMutation({
    mutationFn: () =>
      client.receiving.sendBack.mutate({ receiptId: receipt.id, on: asDay(day), reference, note: '', lines }),
    onSuccess: ({ operationId }) => {
      sayUndoable(text, t('receiving.receipts.sendBackDone'), operationId)
      onClose()
    },
  })
  const isReady = lines.length > 0 && isDay(day)
  return (
    <FormDialog
      title={t('receiving.receipts.sendBackTitle')}
      action={t('receiving.receipts.sendBack')}
      error={sending.error}
      isPending={sending.isPending}
      isDisabled={!isReady}
      onSubmit={() => sending.mutate()}
      onClose={onClose}
    >
      <DayInput label={t('receiving.screen.on')} value={on} onChange={setOn} data-autofocus />
      <TextInput
        label={t('receiving.fields.reference')}
        value={reference}
        onChange={(event) => setReference(event.currentTarget.value)}
      />
      {open.map((line) => (
        <DecimalInput
          key={line.id}
          label={`${line.sku || nameIn(language, line)} ${line.batch}`.trim()}
          description={`${t('receiving.receipts.canGoBack')}: ${format.number(line.canGoBack)}`}
          unit={unitText(format, line.unit, 2)}
          value={typed[line.id] ?? ''}
          onChange={(value: string) => setTyped((before) => ({ ...before, [line.id]: value }))}
        />
      ))}
    </FormDialog>
  )
}
