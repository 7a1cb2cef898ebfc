// A payment while it is typed, and how it is written down.
import { notifications } from '@mantine/notifications'
import { useMutation } from '@tanstack/react-query'
import { client } from '#renderer/lib/api.ts'
import { useText } from '#renderer/lib/language.ts'
import { newTypedPayment } from '#renderer/lib/typed-payment.ts'
import { useToday } from '#renderer/lib/use-today.ts'
import { useTypedPayment } from '#renderer/lib/use-typed-payment.ts'
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
  const typed = useTypedPayment(() => newTypedPayment(wanted, { direction: 'out', on: today, currency }))
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
    const read = readPaymentForm(typed.form, wanted, partyId)
    typed.setProblems(read.problems)
    if (read.payment && !saving.isPending) saving.mutate(read.payment)
  }
  return { ...typed, saving, submit }
}
