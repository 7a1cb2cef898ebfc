// Writes a payment to a supplier, or back from one: for one or several amounts of orders, or as an advance for none yet.
import { Button, Modal, Select, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { trpc } from '#renderer/lib/api.ts'
import { fieldMessage, wholeMessage } from '#renderer/lib/error-message.ts'
import { useBook } from '#renderer/lib/host-state.ts'
import { useText } from '#renderer/lib/language.ts'
import { CurrencySelect } from '#renderer/ui/currency-select.tsx'
import { DayInput } from '#renderer/ui/day-input.tsx'
import { DecimalInput } from '#renderer/ui/decimal-input.tsx'
import { Notice } from '#renderer/ui/notice.tsx'
import { isDay } from '#shared/dates.ts'
import { paymentDirections, paymentMethods } from '#shared/schemas/payments.ts'
import { type PaymentForm, sharesTotal } from './payment-form-values.ts'
import { PaymentShares } from './payment-shares.tsx'
import classes from './payments.module.css'
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
    <Modal
      opened
      onClose={onClose}
      size={760}
      title={t(wanted.length === 0 ? 'payments.advance.record' : 'payments.pay')}
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
            onChange={(next) => set({ currency: next })}
          />
          <DecimalInput
            label={t('payments.fields.amount')}
            required
            unit={form.currency}
            placeholder={total === null || wanted.length === 0 ? '' : format.number(total)}
            value={form.amount}
            onChange={(amount: string) => set({ amount })}
            error={wrong('amount')}
          />
          <RateField form={form} set={set} />
          <DecimalInput
            label={t('payments.fields.fee')}
            unit={form.currency}
            value={form.fee}
            onChange={(fee: string) => set({ fee })}
            error={wrong('fee')}
          />
          <Select
            label={t('payments.fields.direction')}
            allowDeselect={false}
            data={paymentDirections.toReversed().map((value) => ({ value, label: t(`payments.directions.${value}`) }))}
            value={form.direction}
            onChange={(direction) => set({ direction: direction === 'in' ? 'in' : 'out' })}
          />
          <Select
            label={t('payments.fields.method')}
            allowDeselect={false}
            data={paymentMethods.map((value) => ({
              value,
              label: value === '' ? '–' : t(`payments.methods.${value}`),
            }))}
            value={form.method}
            onChange={(method) => set({ method: (method ?? '') as PaymentForm['method'] })}
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
        {wanted.length === 0 ? (
          <p className="q-quiet">{t('payments.advance.about')}</p>
        ) : (
          <PaymentShares state={state} wanted={wanted} wrong={wrong} />
        )}
        {saving.error ? <Notice tone="bad">{wholeMessage(t, saving.error)}</Notice> : null}
        <div className={classes.dialogActions}>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button type="submit" variant="filled" loading={saving.isPending}>
            {t('payments.pay')}
          </Button>
        </div>
      </form>
    </Modal>
  )
}

/** The rate of the day stands ready where the table knows it; it is asked for where not. */
function RateField({ form, set }: { form: PaymentForm; set: (part: Partial<PaymentForm>) => void }) {
  const { t, format } = useText()
  const { baseCurrency: to } = useBook()
  const { currency: from, on } = form
  const isForeign = from !== '' && from !== to
  const options = trpc.rates.convert.queryOptions({ amount: '1', from, to, on })
  const { data } = useQuery({ ...options, enabled: isForeign && isDay(on) })
  if (!isForeign) return null
  const known = data && data.status !== 'missing' ? data : null
  return (
    <DecimalInput
      label={t('payments.rateOf', { from, to })}
      placeholder={known ? format.number(known.rate) : ''}
      description={
        known ? t('purchases.rate.found', { rate: format.number(known.rate), day: known.rateOn }) : undefined
      }
      required={data?.status === 'missing'}
      value={form.rate}
      onChange={(rate: string) => set({ rate })}
    />
  )
}
