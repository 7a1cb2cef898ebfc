// What is owed to suppliers, earliest day first: totals by currency, and one payment for the amounts that are ticked.
import { Button, Checkbox, Select, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { trpc } from '#renderer/lib/api.ts'
import { useText } from '#renderer/lib/language.ts'
import { EmptyState } from '#renderer/ui/empty-state.tsx'
import { LinkButton } from '#renderer/ui/link-button.tsx'
import { Page } from '#renderer/ui/page.tsx'
import { QueryState } from '#renderer/ui/query-state.tsx'
import { ReportExport } from '#renderer/ui/report-export.tsx'
import { WriteGate } from '#renderer/ui/write-gate.tsx'
import type { PayableRow, Payables } from '#shared/schemas/payments.ts'
import { PayableCredits } from './payable-credits.tsx'
import { keyOf, PayableTable } from './payable-table.tsx'
import { PayableTotals } from './payable-totals.tsx'
import { PaymentDialog } from './payment-dialog.tsx'
import classes from './payments.module.css'
import { ShownPayment } from './shown-payment.tsx'

const mostRows = 500
const typingPauseMs = 200

export function PayablesScreen() {
  const { t, format } = useText()
  const [search, setSearch] = useState('')
  const [currency, setCurrency] = useState('')
  const [isOverdueOnly, setOverdueOnly] = useState(false)
  const [withExpected, setWithExpected] = useState(true)
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const [isPaying, setPaying] = useState(false)
  const [asked] = useDebouncedValue(search, typingPauseMs)
  const question = { search: asked, currency, isOverdueOnly, withExpected, limit: mostRows }
  const query = useQuery(trpc.payments.payables.queryOptions(question, { placeholderData: keepPreviousData }))
  const rows = (query.data?.rows ?? []).filter((row) => chosen.has(keyOf(row)))
  const fits = isOnePayment(rows)
  return (
    <Page
      title={t('payments.payables.title')}
      actions={
        <>
          <ReportExport
            asked={{ list: 'payables', payables: question }}
            isEmpty={query.data === undefined || query.data.total === 0}
          />
          <WriteGate>
            <Button variant="filled" disabled={rows.length === 0 || !fits} onClick={() => setPaying(true)}>
              {rows.length === 0
                ? t('payments.pay')
                : t('payments.payThese', { count: rows.length, formatted: format.number(rows.length) })}
            </Button>
          </WriteGate>
        </>
      }
    >
      <div className={classes.bar}>
        <TextInput
          aria-label={t('payments.payables.search')}
          placeholder={t('payments.payables.search')}
          value={search}
          onChange={(event) => setSearch(event.currentTarget.value)}
        />
        <Select
          aria-label={t('payments.fields.currency')}
          allowDeselect={false}
          data={[
            { value: '', label: t('payments.payables.all') },
            ...(query.data?.totals ?? []).map((total) => ({ value: total.currency, label: total.currency })),
          ]}
          value={currency}
          onChange={(code) => setCurrency(code ?? '')}
        />
        <Checkbox
          label={t('payments.payables.overdueOnly')}
          checked={isOverdueOnly}
          onChange={(event) => setOverdueOnly(event.currentTarget.checked)}
        />
        <Checkbox
          label={t('payments.payables.withExpected')}
          checked={withExpected}
          onChange={(event) => setWithExpected(event.currentTarget.checked)}
        />
        {fits ? null : <span role="status">{t('payments.payables.oneSupplier')}</span>}
      </div>
      <QueryState query={query}>
        {(payables) => <Found payables={payables} chosen={chosen} onChoose={setChosen} />}
      </QueryState>
      <AskedPayment />
      {isPaying && rows[0] ? (
        <PaymentDialog
          wanted={rows.map(toPay)}
          currency={rows[0].currency}
          onClose={() => setPaying(false)}
          onPaid={() => setChosen(new Set())}
        />
      ) : null}
    </Page>
  )
}

type FoundProps = {
  payables: Payables
  chosen: ReadonlySet<string>
  onChoose: (chosen: ReadonlySet<string>) => void
}

function Found({ payables, chosen, onChoose }: FoundProps) {
  const { t, format } = useText()
  const rest = payables.total - payables.rows.length
  if (payables.rows.length === 0 && payables.credits.length === 0) {
    return (
      <EmptyState
        title={t('payments.payables.empty')}
        actions={<LinkButton to="/purchases">{t('purchases.title')}</LinkButton>}
      >
        {t('payments.payables.emptyText')}
      </EmptyState>
    )
  }
  return (
    <>
      <PayableTotals payables={payables} />
      <PayableTable rows={payables.rows} chosen={chosen} onChoose={onChoose} />
      {rest > 0 ? (
        <p className="q-quiet">{t('payments.payables.more', { count: rest, formatted: format.number(rest) })}</p>
      ) : null}
      <PayableCredits credits={payables.credits} />
    </>
  )
}

/** The payment that the address names: a hit of the search. */
function AskedPayment() {
  const navigate = useNavigate()
  const { payment } = useSearch({ strict: false }) as { payment?: number }
  if (payment === undefined) return null
  return <ShownPayment id={payment} onClose={() => navigate({ to: '/payables', replace: true })} />
}

/** One payment goes to one supplier in one currency. */
function isOnePayment(rows: readonly PayableRow[]): boolean {
  const [first] = rows
  return rows.every((row) => row.supplierId === first?.supplierId && row.currency === first?.currency)
}

function toPay(row: PayableRow) {
  return {
    key: keyOf(row),
    orderId: row.orderId,
    orderNumber: row.orderNumber,
    purpose: row.kind === 'deposit' ? ('deposit' as const) : ('balance' as const),
    open: row.open,
    currency: row.currency,
  }
}
