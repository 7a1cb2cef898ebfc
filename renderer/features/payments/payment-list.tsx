// Payments, newest as they come; one that was a mistake is taken back by a counter-entry.
import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { client } from '#renderer/lib/api.ts'
import { useText } from '#renderer/lib/language.ts'
import { AskDialog } from '#renderer/ui/ask-dialog.tsx'
import { sayError } from '#renderer/ui/say-error.ts'
import { StatusBadge } from '#renderer/ui/status-badge.tsx'
import { TableHead } from '#renderer/ui/table-head.tsx'
import { sayUndoable } from '#renderer/ui/undo-notice.tsx'
import { WriteGate } from '#renderer/ui/write-gate.tsx'
import type { PaymentRow } from '#shared/schemas/payments.ts'
import classes from './payments.module.css'
import { ShownPayment } from './shown-payment.tsx'

type PaymentListProps = {
  payments: readonly PaymentRow[]
  /** The order whose page this is; left out, each payment says which orders it was for. */
  orderId?: number
}

export function PaymentList({ payments, orderId }: PaymentListProps) {
  const { t } = useText()
  const [shown, show] = useState<number | null>(null)
  const [asked, ask] = useState<PaymentRow | null>(null)
  return (
    <div className={classes.tableFrame}>
      <table className={classes.table}>
        <TableHead
          heads={[
            t('payments.fields.number'),
            t('payments.fields.on'),
            t('payments.fields.purpose'),
            t('payments.fields.reference'),
            { numeric: t('payments.fields.amount') },
            '',
          ]}
        />
        <tbody>
          {payments.map((payment) => (
            <Payment
              key={payment.id}
              payment={payment}
              orderId={orderId}
              onOpen={() => show(payment.id)}
              onReverse={() => ask(payment)}
            />
          ))}
        </tbody>
      </table>
      {shown === null ? null : <ShownPayment id={shown} onClose={() => show(null)} />}
      {asked ? <ReverseDialog payment={asked} onClose={() => ask(null)} /> : null}
    </div>
  )
}

type PaymentProps = { payment: PaymentRow; orderId: number | undefined; onOpen: () => void; onReverse: () => void }

function Payment({ payment, orderId, onOpen, onReverse }: PaymentProps) {
  const { t, format } = useText()
  const isOpen = payment.reversesId === null && payment.reversedById === null
  const shares = payment.shares.filter((share) => orderId === undefined || share.orderId === orderId)
  const purposes = [...new Set(shares.map(({ purpose }) => t(`payments.purposes.${purpose}`)))].join(', ')
  const orders = orderId === undefined ? [...new Set(shares.map(({ orderNumber }) => orderNumber))] : []
  return (
    <tr>
      <td>
        <Button
          variant="subtle"
          size="compact-xs"
          px={0}
          aria-label={t('payments.open', { number: payment.number })}
          onClick={onOpen}
        >
          {payment.number}
        </Button>{' '}
        {payment.reversedById === null ? null : <StatusBadge>{t('payments.isReversed')}</StatusBadge>}
        {payment.reversesId === null ? null : <StatusBadge>{t('payments.isReversal')}</StatusBadge>}
      </td>
      <td>{payment.on}</td>
      <td>{shares.length === 0 ? t('payments.payables.advance') : [purposes, ...orders].join(' ')}</td>
      <td className={classes.what}>{payment.reference}</td>
      <td data-numeric>{format.money(payment.amount, payment.currency)}</td>
      <td data-numeric>
        {isOpen ? (
          <WriteGate>
            <Button
              variant="subtle"
              size="compact-xs"
              aria-label={`${t('payments.reverse')}: ${payment.number}`}
              onClick={onReverse}
            >
              {t('payments.reverse')}
            </Button>
          </WriteGate>
        ) : null}
      </td>
    </tr>
  )
}

function ReverseDialog({ payment, onClose }: { payment: PaymentRow; onClose: () => void }) {
  const text = useText()
  const { t } = text
  const { number } = payment
  const reversing = useMutation({
    mutationFn: () => client.payments.reverse.mutate({ id: payment.id, note: '' }),
    onSuccess: ({ operationId }) => {
      sayUndoable(text, t('payments.reversed', { number }), operationId)
      onClose()
    },
    onError: (error) => sayError(t, error),
  })
  return (
    <AskDialog
      title={t('payments.reverseSure', { number })}
      text={t('payments.reverseText')}
      yes={t('payments.reverse')}
      isPending={reversing.isPending}
      onYes={() => reversing.mutate()}
      onClose={onClose}
    />
  )
}
