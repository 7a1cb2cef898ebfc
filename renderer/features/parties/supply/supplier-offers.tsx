// What a supplier offers today, and how much of what is bought of each product comes from it.
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { trpc } from '#renderer/lib/api.ts'
import { useText } from '#renderer/lib/language.ts'
import { filtersToText } from '#renderer/lib/list-address.ts'
import { nameIn, namesIn } from '#renderer/lib/names.ts'
import { quantityText } from '#renderer/lib/unit-text.ts'
import { LinkButton } from '#renderer/ui/link-button.tsx'
import table from '#renderer/ui/plain-table.module.css'
import { ScrollRegion } from '#renderer/ui/scroll-region.tsx'
import { SectionTitle } from '#renderer/ui/section-title.tsx'
import { StatusBadge } from '#renderer/ui/status-badge.tsx'
import { TableHead } from '#renderer/ui/table-head.tsx'
import { WriteGate } from '#renderer/ui/write-gate.tsx'
import type { HeldOffer } from '#shared/schemas/offers.ts'
import type { Party } from '#shared/schemas/parties.ts'
import classes from './supply.module.css'

/** More stand in the list. */
const shown = 12

export function SupplierOffers({ party }: { party: Party }) {
  const { t } = useText()
  const { data: offers = [] } = useQuery(trpc.offers.ofSupplier.queryOptions({ supplierId: party.id }))
  const search = { f: filtersToText([{ column: 'supplier', op: 'is', values: [party.name] }]) }
  return (
    <section className={classes.wide} aria-label={t('sourcing.offers.supplier.title')}>
      <div className={classes.head}>
        <SectionTitle>{t('sourcing.offers.supplier.title')}</SectionTitle>
        <div className={classes.actions}>
          <LinkButton variant="subtle" to="/offers" search={search}>
            {t('sourcing.offers.supplier.all')}
          </LinkButton>
          <WriteGate>
            <LinkButton variant="subtle" to="/offers/new" search={{ supplier: party.id }}>
              {t('sourcing.offers.new')}
            </LinkButton>
          </WriteGate>
        </div>
      </div>
      {offers.length === 0 ? (
        <p className="q-quiet">{t('sourcing.offers.supplier.none')}</p>
      ) : (
        <OfferTable offers={offers.slice(0, shown)} />
      )}
    </section>
  )
}

function OfferTable({ offers }: { offers: readonly HeldOffer[] }) {
  const { t, format, language } = useText()
  return (
    <ScrollRegion name={t('sourcing.offers.supplier.label')}>
      <table className={table.table} aria-label={t('sourcing.offers.supplier.label')}>
        <TableHead
          heads={[
            t('sourcing.offer.product'),
            { numeric: t('sourcing.offers.lowest') },
            { numeric: t('sourcing.offer.minOrder') },
            { numeric: t('sourcing.offer.leadTimeDays') },
            t('sourcing.offer.validFrom'),
          ]}
        />
        <tbody>
          {offers.map(({ offer }) => (
            <tr key={offer.id}>
              <th scope="row">
                <Link className="q-link" to="/products/$id" params={{ id: String(offer.productId) }}>
                  {offer.sku} <span className="q-quiet">{namesIn(language, offer.nameEn, offer.nameZh)[0]}</span>
                </Link>
              </th>
              <td data-numeric>{format.money(offer.price, offer.currency)}</td>
              <td data-numeric>{offer.minOrder === null ? '' : quantityText(format, offer.minOrder, offer.unit)}</td>
              <td data-numeric>{format.number(offer.leadTimeDays)}</td>
              <td>{offer.validFrom}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  )
}

export function SupplierShares({ party }: { party: Party }) {
  const { t, format, language } = useText()
  const { data: shares } = useQuery(trpc.suppliers.purchaseShares.queryOptions({ supplierId: party.id }))
  if (!shares) return null
  const { from, to, baseCurrency: currency, rows } = shares
  const label = t('sourcing.offers.shares.ofSupplier')
  return (
    <section className={classes.wide} aria-label={label}>
      <SectionTitle>{label}</SectionTitle>
      <p className="q-quiet">{t('sourcing.offers.shares.days', { from, to, currency })}</p>
      {rows.length === 0 ? (
        <p className="q-quiet">{t('sourcing.offers.shares.none')}</p>
      ) : (
        <ScrollRegion name={label}>
          <table className={table.table} aria-label={label}>
            <TableHead
              heads={[
                t('sourcing.offer.product'),
                { numeric: t('sourcing.offers.shares.amount') },
                { numeric: t('sourcing.offers.shares.share') },
                { numeric: t('sourcing.offers.shares.suppliers') },
              ]}
            />
            <tbody>
              {rows.slice(0, shown).map((row) => (
                <tr key={row.productId}>
                  <th scope="row">
                    <Link className="q-link" to="/products/$id" params={{ id: String(row.productId) }}>
                      {row.sku}{' '}
                      <span className="q-quiet">{nameIn(language, { name: row.nameEn, nameZh: row.nameZh })}</span>
                    </Link>
                  </th>
                  <td data-numeric>{format.amount(row.amount, currency)}</td>
                  <td data-numeric>
                    {row.sharePercent === null ? t('common.noData') : format.share(row.sharePercent / 100)}
                  </td>
                  <td data-numeric>
                    {row.supplierCount === 1 ? (
                      <StatusBadge tone="warn">{t('sourcing.offers.shares.single')}</StatusBadge>
                    ) : (
                      format.number(row.supplierCount)
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollRegion>
      )}
    </section>
  )
}
