// Writes a payment to a supplier for one or several amounts of orders: what it settles, and what was paid in all.
import { Button, Modal, Select, TextInput } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { client, trpc } from '#renderer/lib/api.ts'
import { fieldMessage, wholeMessage } from '#renderer/lib/error-message.ts'
import { useBook } from '#renderer/lib/host-state.ts'
import { useText } from '#renderer/lib/language.ts'
import { useToday } from '#renderer/lib/use-today.ts'
import { CurrencySelect } from '#renderer/ui/currency-select.tsx'
import { DayInput } from '#renderer/ui/day-input.tsx'
import { DecimalInput } from '#renderer/ui/decimal-input.tsx'
import { Notice } from '#renderer/ui/notice.tsx'
import { sayUndoable } from '#renderer/ui/undo-notice.tsx'
import { isDay } from '#shared/dates.ts'
import { type PaymentDraft, paymentMethods } from '#shared/schemas/payments.ts'
import { newPaymentForm, type PaymentForm, readPaymentForm, sharesTotal, type ToPay } from './payment-form-values.ts'
import classes from './payments.module.css'

type DialogProps = {
  /** Of one supplier and one currency. */
  wanted: readonly ToPay[]
  currency: string
  onClose: () => void
  onPaid?: () => void
}

export function PaymentDialog({ wanted, currency, onClose, onPaid }: DialogProps) {
  const { t, format } = useText()
  const state = usePayment({ wanted, currency, onClose, onPaid })
  const { form, set, problems, saving } = state
  const wrong = (field: string) => problems[field] && fieldMessage(t, problems[field])
  const total = sharesTotal(form, wanted)
  return (
    <Modal
      opened
      onClose={onClose}
      size={760}
      title={t('payments.pay')}
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
            placeholder={total === null ? '' : format.number(total)}
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
        </div>
        <Shares state={state} wanted={wanted} wrong={wrong} />
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

type SharesProps = {
  state: ReturnType<typeof usePayment>
  wanted: readonly ToPay[]
  wrong: (field: string) => string | undefined
}

function Shares({ state, wanted, wrong }: SharesProps) {
  const { t, format } = useText()
  const { form, changeShare } = state
  const hasOther = wanted.some(({ currency }) => currency !== form.currency)
  const isNamed = wanted.some(({ orderNumber }) => orderNumber !== '')
  return (
    <table className={`${classes.table} ${classes.edit}`}>
      <thead>
        <tr>
          {isNamed ? <th scope="col">{t('payments.fields.order')}</th> : null}
          <th scope="col">{t('payments.fields.purpose')}</th>
          <th scope="col" data-numeric>
            {t('payments.fields.open')}
          </th>
          <th scope="col">{t('payments.settles')}</th>
          {hasOther ? <th scope="col">{t('payments.paidWith', { currency: form.currency })}</th> : null}
        </tr>
      </thead>
      <tbody>
        {wanted.map((one) => {
          const share = form.shares.find(({ key }) => key === one.key)
          return share ? (
            <tr key={one.key}>
              {isNamed ? <td className={classes.figure}>{one.orderNumber}</td> : null}
              <td className={classes.figure}>{t(`payments.purposes.${one.purpose}`)}</td>
              <td data-numeric className={classes.figure}>
                {format.money(one.open, one.currency)}
              </td>
              <td>
                <DecimalInput
                  w={130}
                  aria-label={[t('payments.settles'), one.orderNumber].filter(Boolean).join(': ')}
                  unit={one.currency}
                  value={share.amount}
                  onChange={(amount: string) => changeShare(one.key, { amount })}
                  error={wrong(`${one.key}.amount`)}
                />
              </td>
              {hasOther ? (
                <td>
                  <DecimalInput
                    w={130}
                    aria-label={`${t('payments.paidWith', { currency: form.currency })}: ${one.orderNumber}`}
                    unit={form.currency}
                    value={share.paid}
                    onChange={(paid: string) => changeShare(one.key, { paid })}
                    error={wrong(`${one.key}.paid`)}
                  />
                </td>
              ) : null}
            </tr>
          ) : null
        })}
      </tbody>
    </table>
  )
}

function usePayment({ wanted, currency, onClose, onPaid }: DialogProps) {
  const text = useText()
  const { t } = text
  const today = useToday()
  const [form, setForm] = useState(() => newPaymentForm(wanted, today, currency))
  const [problems, setProblems] = useState<Record<string, string>>({})
  const set = (part: Partial<PaymentForm>) => {
    setForm((before) => ({ ...before, ...part }))
    setProblems({})
  }
  const changeShare = (key: string, part: Partial<PaymentForm['shares'][number]>) =>
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
    const read = readPaymentForm(form, wanted)
    setProblems(read.problems)
    if (read.payment && !saving.isPending) saving.mutate(read.payment)
  }
  return { form, set, changeShare, problems, saving, submit }
}
