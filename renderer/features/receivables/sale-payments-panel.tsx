// What is due of a sales order or a credit and when, what came, what that gained by exchange, and what else there is to settle it.
import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { trpc } from '#renderer/lib/api.ts'
import { givenBack } from '#renderer/lib/given-back.ts'
import { useText } from '#renderer/lib/language.ts'
import type { PanelProps } from '#renderer/lib/record-panels.ts'
import { Facts } from '#renderer/ui/facts.tsx'
import { ExplainedFigure } from '#renderer/ui/formula-card.tsx'
import { Notice } from '#renderer/ui/notice.tsx'
import { QueryState } from '#renderer/ui/query-state.tsx'
import { SectionTitle } from '#renderer/ui/section-title.tsx'
import { WriteGate } from '#renderer/ui/write-gate.tsx'
import type { SaleDues } from '#shared/schemas/payments.ts'
import { decimalSum } from './decimal-sum.ts'
import { OtherMoney } from './other-money.tsx'
import { ReceiptDialog } from './receipt-dialog.tsx'
import type { ToSettle } from './receipt-values.ts'
import classes from './receivables.module.css'
import { SaleDueTable } from './sale-due-table.tsx'
import { SalePaymentList } from './sale-payment-list.tsx'

export function SalePaymentsPanel({ record }: PanelProps) {
  const query = useQuery(trpc.payments.ofSale.queryOptions({ orderId: record.id }))
  return <QueryState query={query}>{(dues) => <Dues dues={dues} />}</QueryState>
}

function Dues({ dues }: { dues: SaleDues }) {
  const { t } = useText()
  const [direction, setDirection] = useState<'in' | 'out' | null>(null)
  const isCredit = dues.document === 'credit'
  const isNegative = dues.open.startsWith('-')
  return (
    <>
      {dues.isHistory ? <p className="q-quiet">{t('receivables.panel.history')}</p> : null}
      {dues.collectedBy === 'channel' ? <Notice>{t('receivables.panel.byChannel')}</Notice> : null}
      {dues.isHistory ? null : (
        <div className={classes.panelActions}>
          {isCredit ? null : (
            <WriteGate>
              <Button onClick={() => setDirection('in')}>{t('receivables.receipt.record')}</Button>
            </WriteGate>
          )}
          {isCredit || isNegative ? (
            <WriteGate>
              <Button onClick={() => setDirection('out')}>{t('receivables.receipt.recordOut')}</Button>
            </WriteGate>
          ) : null}
        </div>
      )}
      <Sums dues={dues} />
      {dues.dues.length === 0 ? null : <SaleDueTable dues={dues} />}
      <OtherMoney dues={dues} />
      <SectionTitle>{t('receivables.panel.title')}</SectionTitle>
      {dues.payments.length === 0 ? (
        <p className="q-quiet">{t('receivables.panel.none')}</p>
      ) : (
        <SalePaymentList dues={dues} />
      )}
      {direction === null ? null : (
        <ReceiptDialog
          wanted={[toSettle(dues)]}
          partyId={dues.collectedBy === 'channel' ? null : dues.customerId}
          currency={dues.currency}
          direction={direction}
          onClose={() => setDirection(null)}
        />
      )}
    </>
  )
}

function toSettle({ orderId, number, document, open, currency, dues }: SaleDues): ToSettle {
  const next = dues.find((due) => Number(due.open) > 0)
  const isDeposit = next?.kind === 'deposit'
  const hasMore = isDeposit && open !== next.open
  return {
    ...(hasMore && { openInAll: open }),
    ...{ key: String(orderId), saleId: orderId, number, document, currency },
    purpose: document === 'credit' ? 'refund' : isDeposit ? 'deposit' : 'balance',
    open: isDeposit ? next.open : Number(open) === 0 ? '' : open.replace('-', ''),
  }
}

function Sums({ dues }: { dues: SaleDues }) {
  const { t, format } = useText()
  const isCredit = dues.document === 'credit'
  const own = (amount: string) => format.money(isCredit ? givenBack(amount) : amount, dues.currency)
  return (
    <div className={classes.sums}>
      <Facts
        facts={[
          { label: t(isCredit ? 'orders.money.grossCredit' : 'receivables.panel.payable'), value: own(dues.payable) },
          { label: t(isCredit ? 'orders.money.paidCredit' : 'receivables.panel.paid'), value: own(dues.paid) },
          {
            label: t(openLabel(dues)),
            value: (
              <strong>
                {dues.open.startsWith('-') ? format.money(givenBack(dues.open), dues.currency) : own(dues.open)}
              </strong>
            ),
          },
          {
            label: t('receivables.panel.realised'),
            value: dues.gains.length === 0 || dues.currency === dues.baseCurrency ? '' : <Realised dues={dues} />,
            optional: true,
          },
        ]}
      />
    </div>
  )
}

/** Of an order with too much paid, what goes back is told above zero, as of a credit. */
function openLabel({ document, open }: SaleDues) {
  if (document === 'credit') return 'orders.money.openCredit'
  return open.startsWith('-') ? 'receivables.panel.back' : 'receivables.panel.open'
}

function Realised({ dues: { realised, gains, baseCurrency: base } }: { dues: SaleDues }) {
  const { t, format } = useText()
  if (realised === null) return <span className="q-quiet">{t('receivables.panel.noRealised')}</span>
  const sum = (what: 'settledBase' | 'bookedBase') =>
    format.money(decimalSum(gains.map((gain) => gain[what] ?? '0')), base)
  return (
    <ExplainedFigure
      title={t('receivables.explainGain.title')}
      formula={t('receivables.explainGain.formula', { base })}
      inputs={[
        { label: t('receivables.explainGain.settled', { base }), value: sum('settledBase') },
        { label: t('receivables.explainGain.booked'), value: sum('bookedBase') },
      ]}
      footnote={t('receivables.explainGain.note')}
    >
      <span data-bad={realised.startsWith('-') || undefined}>{format.money(realised, base)}</span>
    </ExplainedFigure>
  )
}
