// Writes a payment to a supplier, or back from one: for one or several amounts of orders, or as an advance for none yet.
import { Select } from '@mantine/core'
import { fieldMessage } from '#renderer/lib/error-message.ts'
import { useText } from '#renderer/lib/language.ts'
import { FormDialog } from '#renderer/ui/form-dialog.tsx'
import { PaymentFields } from '#renderer/ui/payment-fields.tsx'
import { paymentDirections } from '#shared/schemas/payments.ts'
import { sharesTotal } from './payment-form-values.ts'
import { PaymentShares } from './payment-shares.tsx'
import { usePayment, type Wanted } from './use-payment.ts'

type DialogProps = Wanted & { onClose: () => void; onPaid?: () => void }

export function PaymentDialog({ onClose, onPaid, ...asked }: DialogProps) {
  const { t, format } = useText()
  const { wanted } = asked
  const state = usePayment({ ...asked, onClose, onPaid })
  const { form, set, problems, saving } = state
  const wrong = (field: string) => problems[field] && fieldMessage(t, problems[field])
  const total = sharesTotal(form, wanted)
  return (
    <FormDialog
      title={t(wanted.length === 0 ? 'payments.advance.record' : 'payments.pay')}
      action={t('payments.pay')}
      size={760}
      error={saving.error}
      isPending={saving.isPending}
      onSubmit={state.submit}
      onClose={onClose}
    >
      <PaymentFields
        form={form}
        set={set}
        wrong={wrong}
        amount={{ placeholder: total === null || wanted.length === 0 ? '' : format.number(total) }}
      >
        <Select
          label={t('payments.fields.direction')}
          allowDeselect={false}
          data={paymentDirections.toReversed().map((value) => ({ value, label: t(`payments.directions.${value}`) }))}
          value={form.direction}
          onChange={(direction) => set({ direction: direction === 'in' ? 'in' : 'out' })}
        />
      </PaymentFields>
      {wanted.length === 0 ? (
        <p className="q-quiet">{t('payments.advance.about')}</p>
      ) : (
        <PaymentShares state={state} wanted={wanted} wrong={wrong} />
      )}
    </FormDialog>
  )
}
