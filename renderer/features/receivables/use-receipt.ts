// Money received while it is typed, and how it is written down.
import { notifications } from '@mantine/notifications'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { client } from '#renderer/lib/api.ts'
import { useText } from '#renderer/lib/language.ts'
import { newTypedPayment, type TypedPayment, type TypedShare } from '#renderer/lib/typed-payment.ts'
import { useToday } from '#renderer/lib/use-today.ts'
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
  const [form, setForm] = useState(() => newTypedPayment(wanted, { direction, on: today, currency }))
  const [problems, setProblems] = useState<Record<string, string>>({})
  const set = (part: Partial<TypedPayment>) => {
    setForm((before) => ({ ...before, ...part }))
    setProblems({})
  }
  const changeShare = (key: string, part: Partial<TypedShare>) =>
    set({ shares: form.shares.map((share) => (share.key === key ? { ...share, ...part } : share)) })
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
    const read = readReceipt(form, wanted, partyId)
    setProblems(read.problems)
    if (read.payment && !saving.isPending) saving.mutate(read.payment)
  }
  return { form, set, changeShare, problems, saving, submit }
}
