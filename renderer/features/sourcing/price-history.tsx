// What suppliers have asked for a product over time: a picture in base currency, and the table one click away.
import { SegmentedControl } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { trpc } from '#renderer/lib/api.ts'
import { useText } from '#renderer/lib/language.ts'
import { nameIn } from '#renderer/lib/names.ts'
import { SectionTitle } from '#renderer/ui/section-title.tsx'
import { TableHead } from '#renderer/ui/table-head.tsx'
import type { PriceHistory as History } from '#shared/schemas/offers.ts'
import { PriceChart } from './price-chart.tsx'
import classes from './sourcing.module.css'
import { unitAmount } from './unit-amount.ts'

export function PriceHistory({ productId, quantity }: { productId: number; quantity: number }) {
  const { t, format } = useText()
  const [view, setView] = useState('chart')
  const { data: history } = useQuery({
    ...trpc.offers.priceHistory.queryOptions({ productId, quantity }),
    placeholderData: keepPreviousData,
  })
  if (!history || history.series.length === 0) return null
  const gaps = history.series.flatMap(({ steps }) => steps).filter(({ basePrice }) => basePrice === null).length
  return (
    <section>
      <div className={classes.head}>
        <SectionTitle>{t('sourcing.offers.panel.history')}</SectionTitle>
        <SegmentedControl
          aria-label={t('sourcing.offers.panel.view')}
          value={view}
          onChange={setView}
          data={[
            { value: 'chart', label: t('sourcing.offers.panel.chart') },
            { value: 'table', label: t('sourcing.offers.panel.table') },
          ]}
        />
      </div>
      {view === 'chart' ? <PriceChart history={history} /> : <HistoryTable history={history} />}
      {gaps > 0 ? (
        <p className={classes.warn}>
          {t('sourcing.offers.panel.historyGap', { count: gaps, formatted: format.number(gaps) })}
        </p>
      ) : null}
    </section>
  )
}

function HistoryTable({ history: { series, baseCurrency: currency } }: { history: History }) {
  const { t, format, language } = useText()
  return (
    <table className={classes.table} aria-label={t('sourcing.offers.panel.historyLabel', { currency })}>
      <TableHead
        heads={[
          t('sourcing.offer.supplier'),
          t('sourcing.offer.validFrom'),
          t('sourcing.offers.panel.until'),
          { numeric: t('sourcing.offers.lowest') },
          { numeric: t('sourcing.offers.panel.base', { currency }) },
        ]}
      />
      <tbody>
        {series.flatMap(({ supplier, supplierZh, steps }) =>
          steps.map((step) => (
            <tr key={step.offerId}>
              <th scope="row">
                <Link className="q-link" to="/offers" search={{ id: step.offerId }}>
                  {nameIn(language, { name: supplier, nameZh: supplierZh })}
                </Link>
              </th>
              <td>{step.on}</td>
              <td>{step.until ?? t('sourcing.offers.panel.still')}</td>
              <td data-numeric>{format.money(step.price, step.currency)}</td>
              <td data-numeric>
                {step.basePrice === null ? (
                  <span className="q-quiet">{t('sourcing.offers.panel.noRate')}</span>
                ) : (
                  unitAmount(format, step.basePrice, currency)
                )}
              </td>
            </tr>
          )),
        )}
      </tbody>
    </table>
  )
}
