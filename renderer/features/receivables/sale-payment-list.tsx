// The payments of a sales order with what each gained by exchange; one that was a mistake is taken back by a counter-entry.
import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { client } from '#renderer/lib/api.ts'
import { useText } from '#renderer/lib/language.ts'
import { sayError } from '#renderer/ui/say-error.ts'
import { StatusBadge } from '#renderer/ui/status-badge.tsx'
import { sayUndoable } from '#renderer/ui/undo-notice.tsx'
import { WriteGate } from '#renderer/ui/write-gate.tsx'
import type { PaymentRow, SaleDues } from '#shared/schemas/payments.ts'
import { decimalSum } from './decimal-sum.ts'
import classes from './receivables.module.css'

export function SalePaymentList({ dues }: { dues: SaleDues }) {
  const { t } = useText()
  const isForeign = dues.payments.some(({ currency }) => currency !== dues.baseCurrency)
  return (
    <div className={classes.tableFrame}>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">{t('payments.fields.number')}</th>
            <th scope="col">{t('payments.fields.on')}</th>
            <th scope="col">{t('payments.fields.reference')}</th>
            <th scope="col" data-numeric>
              {t('payments.fields.amount')}
            </th>
            <th scope="col" data-numeric>
              {t('payments.settles')} {dues.currency}
            </th>
            {isForeign ? (
              <th scope="col" data-numeric>
                {t('receivables.panel.gain')} {dues.baseCurrency}
              </th>
            ) : null}
            <td />
          </tr>
        </thead>
        <tbody>
          {dues.payments.map((payment) => (
            <Payment key={payment.id} payment={payment} dues={dues} isForeign={isForeign} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Payment({ payment, dues, isForeign }: { payment: PaymentRow; dues: SaleDues; isForeign: boolean }) {
  const { t, format } = useText()
  const reverse = useReverse()
  const { number } = payment
  const own = payment.shares.filter(({ saleId }) => saleId === dues.orderId)
  const settles = decimalSum(own.map(({ amount }) => amount))
  const gains = dues.gains.filter(({ paymentId }) => paymentId === payment.id).map(({ gain }) => gain)
  const isOpen = payment.reversesId === null && payment.reversedById === null
  const back = payment.direction === 'out'
  return (
    <tr>
      <td>
        {number} {back ? <StatusBadge>{t('receivables.receipt.out')}</StatusBadge> : null}{' '}
        {payment.reversedById === null ? null : <StatusBadge>{t('payments.isReversed')}</StatusBadge>}
        {payment.reversesId === null ? null : <StatusBadge>{t('payments.isReversal')}</StatusBadge>}
      </td>
      <td>{payment.on}</td>
      <td className={classes.what}>{[payment.reference, payment.note].filter(Boolean).join(' · ')}</td>
      <td data-numeric>{format.money(back ? opposite(payment.amount) : payment.amount, payment.currency)}</td>
      <td data-numeric>{format.amount(settles, dues.currency)}</td>
      {isForeign ? (
        <td data-numeric>
          {gains.some((gain) => gain === null)
            ? '–'
            : format.amount(decimalSum(gains.map((gain) => gain ?? '0')), dues.baseCurrency)}
        </td>
      ) : null}
      <td data-numeric>
        {isOpen ? (
          <WriteGate>
            <Button
              variant="subtle"
              size="compact-xs"
              aria-label={`${t('payments.reverse')}: ${number}`}
              loading={reverse.isPending}
              onClick={() => reverse.mutate(payment)}
            >
              {t('payments.reverse')}
            </Button>
          </WriteGate>
        ) : null}
      </td>
    </tr>
  )
}

function opposite(amount: string): string {
  return amount.startsWith('-') ? amount.slice(1) : `-${amount}`
}

/** It can be undone where it was a slip: no question before it. */
function useReverse() {
  const text = useText()
  const { t } = text
  return useMutation({
    mutationFn: ({ id }: PaymentRow) => client.payments.reverse.mutate({ id, note: '' }),
    onSuccess: ({ operationId }, { number }) => sayUndoable(text, t('payments.reversed', { number }), operationId),
    onError: (error) => sayError(t, error),
  })
}
