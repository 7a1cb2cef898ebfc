// A payment while it is typed, and how it is written down.
import { notifications } from '@mantine/notifications'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { client } from '#renderer/lib/api.ts'
import { useText } from '#renderer/lib/language.ts'
import { newTypedPayment, type TypedPayment, type TypedShare } from '#renderer/lib/typed-payment.ts'
import { useToday } from '#renderer/lib/use-today.ts'
import { sayUndoable } from '#renderer/ui/undo-notice.tsx'
import type { PaymentDraft } from '#shared/schemas/payments.ts'
import { readPaymentForm, type ToPay } from './payment-form-values.ts'

/** What is to be paid: amounts of one supplier and one currency; none of them is an advance to the supplier. */
export type Wanted = { wanted: readonly ToPay[]; partyId?: number | null; currency: string }

type PaymentAsked = Wanted & { onClose: () => void; onPaid?: (() => void) | undefined }

export type PaymentState = ReturnType<typeof usePayment>

export function usePayment({ wanted, partyId = null, currency, onClose, onPaid }: PaymentAsked) {
  const text = useText()
  const { t } = text
  const today = useToday()
  const [form, setForm] = useState(() => newTypedPayment(wanted, { direction: 'out', on: today, currency }))
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
      sayUndoable(text, t('payments.recorded', { number: result.number }), operationId)
      for (const { number, by, currency: of } of result.over) {
        notifications.show({ color: 'yellow', message: t('payments.over', { number, by, currency: of }) })
      }
      onPaid?.()
      onClose()
    },
  })
  const submit = () => {
    const read = readPaymentForm(form, wanted, partyId)
    setProblems(read.problems)
    if (read.payment && !saving.isPending) saving.mutate(read.payment)
  }
  return { form, set, changeShare, problems, saving, submit }
}
