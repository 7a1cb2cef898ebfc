// What an order earned, part by part: each figure says where it comes from, and whether it is real or expected.
import { Button, UnstyledButton } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { trpc } from '#renderer/lib/api.ts'
import { useText } from '#renderer/lib/language.ts'
import type { PanelProps } from '#renderer/lib/record-panels.ts'
import { ExplainedFigure } from '#renderer/ui/formula-card.tsx'
import { Notice } from '#renderer/ui/notice.tsx'
import table from '#renderer/ui/plain-table.module.css'
import { QueryState } from '#renderer/ui/query-state.tsx'
import { SectionTitle } from '#renderer/ui/section-title.tsx'
import { StatusBadge } from '#renderer/ui/status-badge.tsx'
import { TableHead } from '#renderer/ui/table-head.tsx'
import { WriteGate } from '#renderer/ui/write-gate.tsx'
import type { SalesCostRow } from '#shared/schemas/sales-costs.ts'
import type { OrderProfit, PartState, ProfitLine } from '#shared/schemas/sales-figures.ts'
import { CostDialog } from './cost-dialog.tsx'
import { ProfitSources } from './profit-sources.tsx'
import classes from './sales.module.css'

export function ProfitPanel({ record }: PanelProps) {
  const query = useQuery(trpc.orders.profit.queryOptions({ id: record.id }))
  return (
    <>
      <QueryState query={query}>{(profit) => <Profit profit={profit} />}</QueryState>
      <EnteredCosts orderId={record.id} />
    </>
  )
}

function Profit({ profit }: { profit: OrderProfit }) {
  const { t } = useText()
  const isForeign = profit.currency !== profit.baseCurrency
  const costs = profit.costs.filter(({ state }) => state !== 'none')
  const unknown = [...new Set(profit.unknown)].map((part) => partName(t, part)).join(', ')
  return (
    <>
      {unknown ? <Notice tone="warn">{t('sales.profit.why', { parts: unknown })}</Notice> : null}
      <div className={classes.tableFrame}>
        <table className={table.table}>
          <thead>
            <tr>
              <th scope="col">{t('sales.profit.part')}</th>
              <th scope="col">{t('sales.profit.state')}</th>
              <th scope="col" data-numeric>
                {profit.currency}
              </th>
              {isForeign ? (
                <th scope="col" data-numeric>
                  {profit.baseCurrency}
                </th>
              ) : null}
            </tr>
          </thead>
          <tbody>
            {profit.revenue
              .filter(({ state }) => state !== 'none')
              .map((line) => (
                <PartRow key={line.part} line={line} profit={profit} name={t(`sales.revenueParts.${line.part}`)} />
              ))}
            <TotalRow label={t('sales.profit.revenue')} money={profit.revenueTotal} profit={profit} />
            {costs.map((line) => (
              <PartRow key={line.part} line={line} profit={profit} name={t(`sales.parts.${line.part}`)} isCost />
            ))}
            <TotalRow label={t('sales.profit.costs')} money={profit.costTotal} profit={profit} isCost />
            <TotalRow label={t('sales.profit.profit')} money={profit.profit} profit={profit}>
              <Margin profit={profit} />
            </TotalRow>
          </tbody>
        </table>
      </div>
      {profit.isEstimate ? <p className="q-quiet">{t('sales.profit.estimate')}</p> : null}
    </>
  )
}

type Translate = ReturnType<typeof useText>['t']

/** Goods stand on both sides: sold, and at cost. */
function partName(t: Translate, part: OrderProfit['unknown'][number]): string {
  return part === 'refunds' ? t('sales.revenueParts.refunds') : t(`sales.parts.${part}`)
}

const tones: Readonly<Record<PartState, 'good' | 'warn' | 'bad' | 'neutral' | 'outline'>> = {
  real: 'good',
  mixed: 'warn',
  estimated: 'outline',
  none: 'neutral',
  unknown: 'bad',
}

type PartRowProps = { line: ProfitLine<string>; profit: OrderProfit; name: string; isCost?: boolean }

function PartRow({ line, profit, name, isCost = false }: PartRowProps) {
  const { t, format } = useText()
  const sign = (amount: string | null) => (isCost && amount !== null ? negated(amount) : amount)
  const isForeign = profit.currency !== profit.baseCurrency
  const shown = (amount: string | null, currency: string) =>
    amount === null ? t('sales.profit.noData') : format.amount(sign(amount), currency)
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>
        <StatusBadge tone={tones[line.state]}>{t(`sales.states.${line.state}`)}</StatusBadge>
      </td>
      <td data-numeric>
        <ExplainedFigure
          title={name}
          label={`${name}: ${shown(line.amount, profit.currency)} ${profit.currency}`}
          formula={t('sales.profit.of', { part: name })}
          inputs={[]}
          rows={<ProfitSources line={line} profit={profit} />}
        >
          {shown(line.amount, profit.currency)}
        </ExplainedFigure>
      </td>
      {isForeign ? <td data-numeric>{shown(line.base, profit.baseCurrency)}</td> : null}
    </tr>
  )
}

function negated(amount: string): string {
  if (/^-?0*\.?0*$/.test(amount)) return amount
  return amount.startsWith('-') ? amount.slice(1) : `-${amount}`
}

type TotalRowProps = {
  label: string
  money: OrderProfit['profit']
  profit: OrderProfit
  /** What goes off stands below zero, as its parts do. */
  isCost?: boolean
  children?: React.ReactNode
}

function TotalRow({ label, money, profit, isCost = false, children }: TotalRowProps) {
  const { t, format } = useText()
  const shown = (amount: string | null, currency: string) =>
    amount === null ? t('sales.profit.noData') : format.amount(isCost ? negated(amount) : amount, currency)
  return (
    <tr className={classes.total}>
      <th scope="row">{label}</th>
      <td>{children}</td>
      <td data-numeric>{shown(money.amount, profit.currency)}</td>
      {profit.currency === profit.baseCurrency ? null : <td data-numeric>{shown(money.base, profit.baseCurrency)}</td>}
    </tr>
  )
}

function Margin({ profit }: { profit: OrderProfit }) {
  const { t, format } = useText()
  if (profit.marginPercent === null) return null
  const [revenue, costs, left] = [profit.revenueTotal, profit.costTotal, profit.profit].map(({ amount }) =>
    format.money(amount, profit.currency),
  )
  return (
    <ExplainedFigure
      title={t('sales.profit.margin')}
      formula={t('sales.profit.formula')}
      inputs={[
        { label: t('sales.profit.revenue'), value: revenue },
        { label: t('sales.profit.costs'), value: costs },
        { label: t('sales.profit.profit'), value: left },
      ]}
    >
      {format.percent(profit.marginPercent)}
    </ExplainedFigure>
  )
}

function EnteredCosts({ orderId }: { orderId: number }) {
  const { t, format } = useText()
  const query = useQuery(trpc.salesCosts.ofOrder.queryOptions({ orderId }))
  const [open, setOpen] = useState<SalesCostRow | 'new' | null>(null)
  const rows = query.data ?? []
  return (
    <section className={classes.entered}>
      <SectionTitle>{t('sales.profit.entered')}</SectionTitle>
      <div className={classes.panelActions}>
        <WriteGate>
          <Button onClick={() => setOpen('new')}>{t('sales.profit.addCost')}</Button>
        </WriteGate>
      </div>
      {rows.length === 0 ? (
        <p className="q-quiet">{t('sales.profit.none')}</p>
      ) : (
        <div className={classes.tableFrame}>
          <table className={table.table}>
            <TableHead
              heads={[
                t('sales.costs.fields.on'),
                t('sales.costs.fields.kind'),
                t('sales.costs.fields.reference'),
                { numeric: t('sales.costs.fields.amount') },
              ]}
            />
            <tbody>
              {rows.map((row) => (
                <tr key={row.id}>
                  <td data-day>{row.on}</td>
                  <td>
                    {row.settlementId === null ? (
                      <UnstyledButton className="q-link" fz="inherit" onClick={() => setOpen(row)}>
                        {t(`sales.kinds.${row.kind}`)}
                      </UnstyledButton>
                    ) : (
                      t(`sales.kinds.${row.kind}`)
                    )}{' '}
                    {row.isEstimate ? <StatusBadge tone="outline">{t('sales.states.estimated')}</StatusBadge> : null}
                  </td>
                  <td>{row.reference}</td>
                  <td data-numeric>{format.money(row.amount, row.currency)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {open === null ? null : (
        <CostDialog orderId={orderId} costId={open === 'new' ? null : open.id} onClose={() => setOpen(null)} />
      )}
    </section>
  )
}
