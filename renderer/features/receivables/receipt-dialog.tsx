// Writes down money from a customer, or back to one: for one or several documents, or on account; what it gains by exchange
// stands there before it is saved.
import { fieldMessage } from '#renderer/lib/error-message.ts'
import { useText } from '#renderer/lib/language.ts'
import { FormDialog } from '#renderer/ui/form-dialog.tsx'
import { PaymentFields } from '#renderer/ui/payment-fields.tsx'
import { ReceiptGain } from './receipt-gain.tsx'
import { ReceiptShares } from './receipt-shares.tsx'
import { receiptRest, receiptTotal } from './receipt-values.ts'
import { type ReceiptAsked, type ReceiptState, useReceipt } from './use-receipt.ts'

export function ReceiptDialog(asked: ReceiptAsked) {
  const { t } = useText()
  const { wanted, onClose } = asked
  const state = useReceipt(asked)
  const isOut = state.form.direction === 'out'
  const wrong = (field: string) => state.problems[field] && fieldMessage(t, state.problems[field])
  return (
    <FormDialog
      title={t(isOut ? 'receivables.receipt.titleOut' : 'receivables.receipt.title')}
      action={t(isOut ? 'receivables.receipt.recordOut' : 'receivables.receipt.record')}
      size={800}
      error={state.saving.error}
      isPending={state.saving.isPending}
      onSubmit={state.submit}
      onClose={onClose}
    >
      <ReceiptFields state={state} wrong={wrong} wanted={wanted} />
      {wanted.length === 0 ? (
        <p className="q-quiet">{t('receivables.receipt.account')}</p>
      ) : (
        <ReceiptShares state={state} wanted={wanted} wrong={wrong} />
      )}
      <ReceiptGain form={state.form} wanted={wanted} partyId={asked.partyId} />
    </FormDialog>
  )
}

type FieldsProps = {
  state: ReceiptState
  wrong: (field: string) => string | undefined
  wanted: ReceiptAsked['wanted']
}

function ReceiptFields({ state: { form, set }, wrong, wanted }: FieldsProps) {
  const { t, format } = useText()
  const total = receiptTotal(form, wanted)
  const rest = wanted.length === 0 ? null : receiptRest(form, wanted)
  return (
    <PaymentFields
      form={form}
      set={set}
      wrong={wrong}
      amount={{
        placeholder: total === null || wanted.length === 0 ? '' : format.amount(total, form.currency),
        ...(rest !== null && {
          description: t('receivables.receipt.rest', { amount: format.money(rest, form.currency) }),
        }),
      }}
      fee={
        form.direction === 'in'
          ? { label: t('receivables.receipt.fee'), description: t('receivables.receipt.feeHint') }
          : undefined
      }
    />
  )
}
