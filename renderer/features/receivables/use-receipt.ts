// Money received while it is typed, and how it is written down.
import { notifications } from '@mantine/notifications'
import { useMutation } from '@tanstack/react-query'
import { client } from '#renderer/lib/api.ts'
import { useText } from '#renderer/lib/language.ts'
import { newTypedPayment } from '#renderer/lib/typed-payment.ts'
import { useToday } from '#renderer/lib/use-today.ts'
import { useTypedPayment } from '#renderer/lib/use-typed-payment.ts'
import { sayUndoable } from '#renderer/ui/undo-notice.tsx'
import type { PaymentDirection, PaymentDraft } from '#shared/schemas/payments.ts'
import { readReceipt, type ToSettle } from './receipt-values.ts'

export type ReceiptAsked = {
  /** None: money on account. */
  wanted: readonly ToSettle[]
  partyId: number | null
  currency: string
  direction?: PaymentDirection
  onClose: () => void
  onDone?: (() => void) | undefined
}

export type ReceiptState = ReturnType<typeof useReceipt>

export function useReceipt({ wanted, partyId, currency, direction = 'in', onClose, onDone }: ReceiptAsked) {
  const text = useText()
  const { t } = text
  const today = useToday()
  const typed = useTypedPayment(() => newTypedPayment(wanted, { direction, on: today, currency }))
  const saving = useMutation({
    mutationFn: (payment: PaymentDraft) => client.payments.record.mutate(payment),
    onSuccess: ({ result, operationId }) => {
      sayUndoable(text, t('receivables.receipt.recorded', { number: result.number }), operationId)
      for (const { number, by, currency: of } of result.over)
        notifications.show({ color: 'yellow', message: t('receivables.receipt.over', { number, by, currency: of }) })
      for (const { number, by, currency: of } of result.under)
        notifications.show({ message: t('receivables.receipt.under', { number, by, currency: of }) })
      onDone?.()
      onClose()
    },
  })
  const submit = () => {
    const read = readReceipt(typed.form, wanted, partyId)
    typed.setProblems(read.problems)
    if (read.payment && !saving.isPending) saving.mutate(read.payment)
  }
  return { ...typed, saving, submit }
}
