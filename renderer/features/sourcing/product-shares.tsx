// How much of a product's purchases hangs on each supplier.
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { trpc } from '#renderer/lib/api.ts'
import { useText } from '#renderer/lib/language.ts'
import { nameIn } from '#renderer/lib/names.ts'
import { SectionTitle } from '#renderer/ui/section-title.tsx'
import { StatusBadge } from '#renderer/ui/status-badge.tsx'
import { TableHead } from '#renderer/ui/table-head.tsx'
import type { PurchaseShare, PurchaseShares } from '#shared/schemas/offers.ts'
import classes from './sourcing.module.css'

export function ProductShares({ productId }: { productId: number }) {
  const { t, format } = useText()
  const { data: shares } = useQuery(trpc.suppliers.purchaseShares.queryOptions({ productId }))
  if (!shares) return null
  const { from, to, baseCurrency: currency, rows } = shares
  const without = rows.reduce((sum, { linesWithoutRate }) => sum + linesWithoutRate, 0)
  return (
    <section>
      <SectionTitle>{t('sourcing.offers.shares.title')}</SectionTitle>
      <p className="q-quiet">{t('sourcing.offers.shares.days', { from, to, currency })}</p>
      {rows.length === 0 ? (
        <p className="q-quiet">{t('sourcing.offers.shares.none')}</p>
      ) : (
        <ShareTable shares={shares} />
      )}
      {without > 0 ? (
        <p className={classes.warn}>
          {t('sourcing.offers.shares.withoutRate', { count: without, formatted: format.number(without) })}
        </p>
      ) : null}
    </section>
  )
}

function ShareTable({ shares: { rows, baseCurrency } }: { shares: PurchaseShares }) {
  const { t, format } = useText()
  return (
    <table className={classes.table} aria-label={t('sourcing.offers.shares.label')}>
      <TableHead
        heads={[
          t('sourcing.offer.supplier'),
          { numeric: t('sourcing.offers.shares.quantity') },
          { numeric: t('sourcing.offers.shares.amount') },
          { numeric: t('sourcing.offers.shares.share') },
        ]}
      />
      <tbody>
        {rows.map((row) => (
          <tr key={row.supplierId ?? 0}>
            <th scope="row">
              <ShareName row={row} />{' '}
              {row.supplierCount === 1 ? (
                <StatusBadge tone="warn">{t('sourcing.offers.shares.single')}</StatusBadge>
              ) : null}
            </th>
            <td data-numeric>{format.number(row.quantity)}</td>
            <td data-numeric>{format.amount(row.amount, baseCurrency)}</td>
            <td data-numeric>
              {row.sharePercent === null ? t('common.noData') : format.share(row.sharePercent / 100)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function ShareName({ row }: { row: PurchaseShare }) {
  const { t, language } = useText()
  if (row.supplierId === null) return <>{t('sourcing.offers.shares.nobody')}</>
  return (
    <Link className="q-link" to="/suppliers/$id" params={{ id: String(row.supplierId) }}>
      {nameIn(language, { name: row.supplier, nameZh: row.supplierZh })}
    </Link>
  )
}
