// The offers for a product on its page: side by side at a quantity, what they were before, and on whom its purchases hang.
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { trpc } from '#renderer/lib/api.ts'
import { useBook } from '#renderer/lib/host-state.ts'
import { useText } from '#renderer/lib/language.ts'
import { nameIn } from '#renderer/lib/names.ts'
import type { PanelProps } from '#renderer/lib/record-panels.ts'
import { textToNumber } from '#renderer/lib/typed-number.ts'
import { quantityText } from '#renderer/lib/unit-text.ts'
import { DecimalInput } from '#renderer/ui/decimal-input.tsx'
import { EmptyState } from '#renderer/ui/empty-state.tsx'
import { LinkButton } from '#renderer/ui/link-button.tsx'
import { QueryState } from '#renderer/ui/query-state.tsx'
import { ScrollRegion } from '#renderer/ui/scroll-region.tsx'
import { StatusBadge } from '#renderer/ui/status-badge.tsx'
import { TableHead } from '#renderer/ui/table-head.tsx'
import { WriteGate } from '#renderer/ui/write-gate.tsx'
import type { HeldOffer } from '#shared/schemas/offers.ts'
import { PriceHistory } from './price-history.tsx'
import { ProductShares } from './product-shares.tsx'
import classes from './sourcing.module.css'
import { unitAmount } from './unit-amount.ts'

export function OffersPanel({ record }: PanelProps) {
  const { t } = useText()
  const [typed, setTyped] = useState('1')
  const read = textToNumber(typed, 'quantity')
  const quantity = 'value' in read && read.value !== null && read.value > 0 ? read.value : 1
  const query = useQuery({
    ...trpc.offers.ofProduct.queryOptions({ productId: record.id, quantity }),
    placeholderData: keepPreviousData,
  })
  return (
    <div className={classes.stack}>
      <section>
        <div className={classes.head}>
          <div className={classes.bar}>
            <DecimalInput w={140} label={t('sourcing.offers.panel.quantity')} value={typed} onChange={setTyped} />
          </div>
          <div className={classes.actions}>
            <WriteGate>
              <LinkButton to="/requests/new" search={{ product: record.id }}>
                {t('sourcing.offers.panel.request')}
              </LinkButton>
            </WriteGate>
            <WriteGate>
              <LinkButton to="/offers/new" search={{ product: record.id }}>
                {t('sourcing.offers.panel.add')}
              </LinkButton>
            </WriteGate>
          </div>
        </div>
        <QueryState query={query}>
          {(offers) =>
            offers.length === 0 ? (
              <EmptyState title={t('sourcing.offers.panel.none')}>{t('sourcing.offers.panel.noneText')}</EmptyState>
            ) : (
              <OfferTable offers={offers} />
            )
          }
        </QueryState>
      </section>
      <PriceHistory productId={record.id} quantity={quantity} />
      <ProductShares productId={record.id} />
    </div>
  )
}

function OfferTable({ offers }: { offers: readonly HeldOffer[] }) {
  const { t } = useText()
  const { baseCurrency: currency } = useBook()
  return (
    <ScrollRegion name={t('sourcing.offers.panel.label')} className={classes.frame ?? ''}>
      <table className={classes.table} aria-label={t('sourcing.offers.panel.label')}>
        <TableHead
          heads={[
            t('sourcing.offer.supplier'),
            { numeric: t('sourcing.offers.lowest') },
            { numeric: t('sourcing.offers.panel.base', { currency }) },
            { numeric: t('sourcing.offer.minOrder') },
            { numeric: t('sourcing.offer.leadTimeDays') },
            t('sourcing.offer.validTo'),
          ]}
        />
        <tbody>
          {offers.map((held) => (
            <OfferRow key={held.offer.id} held={held} currency={currency} />
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  )
}

function OfferRow({ held, currency }: { held: HeldOffer; currency: string }) {
  const { t, format, language } = useText()
  const { offer } = held
  return (
    <tr>
      <th scope="row">
        <Link className="q-link" to="/offers" search={{ id: offer.id }}>
          {nameIn(language, { name: offer.supplier, nameZh: offer.supplierZh })}
        </Link>
        {held.isCheapest ? (
          <>
            {' '}
            <StatusBadge tone="good">{t('sourcing.offers.panel.cheapest')}</StatusBadge>
          </>
        ) : null}
        {held.isBelowMinimum ? <span className={classes.warn}>{t('sourcing.offers.panel.below')}</span> : null}
      </th>
      <td data-numeric>{format.money(held.price, offer.currency)}</td>
      <td data-numeric>
        {held.basePrice === null ? (
          <span className="q-quiet">{t('sourcing.offers.panel.noRate')}</span>
        ) : (
          unitAmount(format, held.basePrice, currency)
        )}
      </td>
      <td data-numeric>{offer.minOrder === null ? '' : quantityText(format, offer.minOrder, offer.unit)}</td>
      <td data-numeric>{format.number(offer.leadTimeDays)}</td>
      <td>{offer.validTo ?? ''}</td>
    </tr>
  )
}
