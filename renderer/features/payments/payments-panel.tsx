// What is due of a purchase order and when, deposit and balance apart, and what was paid for it.
import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { trpc } from '#renderer/lib/api.ts'
import { useText } from '#renderer/lib/language.ts'
import type { PanelProps } from '#renderer/lib/record-panels.ts'
import { useToday } from '#renderer/lib/use-today.ts'
import { DueTable } from '#renderer/ui/due-table.tsx'
import { Facts } from '#renderer/ui/facts.tsx'
import { QueryState } from '#renderer/ui/query-state.tsx'
import { SectionTitle } from '#renderer/ui/section-title.tsx'
import { WriteGate } from '#renderer/ui/write-gate.tsx'
import type { OrderDues } from '#shared/schemas/payments.ts'
import { PaymentDialog } from './payment-dialog.tsx'
import type { ToPay } from './payment-form-values.ts'
import { PaymentList } from './payment-list.tsx'
import classes from './payments.module.css'

export function PaymentsPanel({ record }: PanelProps) {
  const query = useQuery(trpc.payments.ofOrder.queryOptions({ orderId: record.id }))
  return <QueryState query={query}>{(dues) => <Dues dues={dues} />}</QueryState>
}

function Dues({ dues }: { dues: OrderDues }) {
  const { t, format } = useText()
  const [isPaying, setPaying] = useState(false)
  const money = (amount: string) => format.money(amount, dues.currency)
  return (
    <>
      <div className={classes.panelActions}>
        <WriteGate>
          <Button onClick={() => setPaying(true)}>{t('payments.pay')}</Button>
        </WriteGate>
      </div>
      <div className={classes.sums}>
        <Facts
          facts={[
            { label: t('payments.fields.payable'), value: money(dues.payable) },
            { label: t('payments.fields.paid'), value: money(dues.paid) },
            { label: t('payments.fields.open'), value: <strong>{money(dues.open)}</strong> },
            {
              label: t('payments.fields.over'),
              value: Number(dues.over) === 0 ? '' : money(dues.over),
              optional: true,
            },
          ]}
        />
      </div>
      <OrderDueTable dues={dues} />
      <SectionTitle>{t('payments.title')}</SectionTitle>
      {dues.payments.length === 0 ? (
        <p className="q-quiet">{t('payments.none')}</p>
      ) : (
        <PaymentList payments={dues.payments} orderId={dues.orderId} />
      )}
      {isPaying ? (
        <PaymentDialog wanted={[nextToPay(dues)]} currency={dues.currency} onClose={() => setPaying(false)} />
      ) : null}
    </>
  )
}

/** The first amount that is open; else whatever the order is paid beyond it. */
function nextToPay(dues: OrderDues): ToPay {
  const open = dues.dues.find((due) => Number(due.open) > 0)
  return {
    key: 'order',
    orderId: dues.orderId,
    orderNumber: '',
    purpose: open?.kind === 'deposit' ? 'deposit' : 'balance',
    open: open?.open ?? '',
    currency: dues.currency,
  }
}

function OrderDueTable({ dues: { dues, currency } }: { dues: OrderDues }) {
  const { t } = useText()
  const today = useToday()
  if (dues.length === 0) return <p className="q-quiet">{t('payments.noDues')}</p>
  const shown = dues.map((due) => ({
    ...due,
    key: `${due.kind}-${due.receiptId}-${due.dueOn}`,
    name: t(`payments.dueKinds.${due.kind}`),
    isOverdue: due.dueOn !== null && due.dueOn < today && Number(due.open) > 0 && due.kind !== 'expected',
  }))
  const words = { what: t('payments.payables.what'), overdue: t('payments.payables.overdue') }
  return <DueTable words={words} currency={currency} dues={shown} />
}
