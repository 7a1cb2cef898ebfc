// Writes down money from a customer, or back to one: for one or several documents, or on account; what it gains by exchange
// stands there before it is saved.
import { Button, Modal, Select, TextInput } from '@mantine/core'
import { fieldMessage, wholeMessage } from '#renderer/lib/error-message.ts'
import { useText } from '#renderer/lib/language.ts'
import { CurrencySelect } from '#renderer/ui/currency-select.tsx'
import { DayInput } from '#renderer/ui/day-input.tsx'
import { DecimalInput } from '#renderer/ui/decimal-input.tsx'
import { Notice } from '#renderer/ui/notice.tsx'
import { paymentMethods } from '#shared/schemas/payments.ts'
import { ReceiptGain, ReceiptRate } from './receipt-gain.tsx'
import { ReceiptShares } from './receipt-shares.tsx'
import { type ReceiptForm, receiptRest, receiptTotal } from './receipt-values.ts'
import classes from './receivables.module.css'
import { type ReceiptAsked, useReceipt } from './use-receipt.ts'

export function ReceiptDialog(asked: ReceiptAsked) {
  const { t } = useText()
  const { wanted, onClose } = asked
  const state = useReceipt(asked)
  const isOut = state.form.direction === 'out'
  const wrong = (field: string) => state.problems[field] && fieldMessage(t, state.problems[field])
  return (
    <Modal
      opened
      onClose={onClose}
      size={800}
      title={t(isOut ? 'receivables.receipt.titleOut' : 'receivables.receipt.title')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <form
        className={classes.dialog}
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          state.submit()
        }}
      >
        <ReceiptFields state={state} wrong={wrong} wanted={wanted} />
        {wanted.length === 0 ? (
          <p className="q-quiet">{t('receivables.receipt.account')}</p>
        ) : (
          <ReceiptShares state={state} wanted={wanted} wrong={wrong} />
        )}
        <ReceiptGain form={state.form} wanted={wanted} partyId={asked.partyId} />
        {state.saving.error ? <Notice tone="bad">{wholeMessage(t, state.saving.error)}</Notice> : null}
        <div className={classes.dialogActions}>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button type="submit" variant="filled" loading={state.saving.isPending}>
            {t(isOut ? 'receivables.receipt.recordOut' : 'receivables.receipt.record')}
          </Button>
        </div>
      </form>
    </Modal>
  )
}

type FieldsProps = {
  state: ReturnType<typeof useReceipt>
  wrong: (field: string) => string | undefined
  wanted: ReceiptAsked['wanted']
}

function ReceiptFields({ state: { form, set }, wrong, wanted }: FieldsProps) {
  const { t, format } = useText()
  const total = receiptTotal(form, wanted)
  const rest = receiptRest(form, wanted)
  return (
    <div className={classes.fields}>
      <DayInput
        label={t('payments.fields.on')}
        required
        value={form.on}
        onChange={(on) => set({ on })}
        error={wrong('on')}
        data-autofocus
      />
      <CurrencySelect
        label={t('payments.fields.currency')}
        value={form.currency}
        onChange={(currency) => set({ currency })}
      />
      <DecimalInput
        label={t('payments.fields.amount')}
        required
        unit={form.currency}
        placeholder={total === null || wanted.length === 0 ? '' : format.amount(total, form.currency)}
        {...(rest !== null &&
          wanted.length > 0 && {
            description: t('receivables.receipt.rest', { amount: format.money(rest, form.currency) }),
          })}
        value={form.amount}
        onChange={(amount: string) => set({ amount })}
        error={wrong('amount')}
      />
      <ReceiptRate form={form} set={set} />
      <DecimalInput
        label={form.direction === 'in' ? t('receivables.receipt.fee') : t('payments.fields.fee')}
        {...(form.direction === 'in' && { description: t('receivables.receipt.feeHint') })}
        unit={form.currency}
        value={form.fee}
        onChange={(fee: string) => set({ fee })}
        error={wrong('fee')}
      />
      <Select
        label={t('payments.fields.method')}
        allowDeselect={false}
        data={paymentMethods.map((value) => ({ value, label: value === '' ? '–' : t(`payments.methods.${value}`) }))}
        value={form.method}
        onChange={(method) => set({ method: (method ?? '') as ReceiptForm['method'] })}
      />
      <TextInput
        label={t('payments.fields.reference')}
        value={form.reference}
        onChange={(event) => set({ reference: event.currentTarget.value })}
      />
      <TextInput
        label={t('payments.fields.note')}
        value={form.note}
        onChange={(event) => set({ note: event.currentTarget.value })}
      />
    </div>
  )
}
