// An offer beside its list, with its prices by quantity.
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { trpc } from '#renderer/lib/api.ts'
import { useText } from '#renderer/lib/language.ts'
import { nameIn, namesIn } from '#renderer/lib/names.ts'
import { quantityText } from '#renderer/lib/unit-text.ts'
import { Facts } from '#renderer/ui/facts.tsx'
import { LinkButton } from '#renderer/ui/link-button.tsx'
import { QueryState } from '#renderer/ui/query-state.tsx'
import { RecordDrawer } from '#renderer/ui/record-drawer.tsx'
import { RecordHistory } from '#renderer/ui/record-history/record-history.tsx'
import { WriteGate } from '#renderer/ui/write-gate.tsx'
import type { Offer } from '#shared/schemas/offers.ts'
import { OfferStateBadge } from './offer-state.tsx'
import classes from './sourcing.module.css'

export function OfferDrawer({ id, onClose }: { id: number; onClose: () => void }) {
  const { t, language } = useText()
  const query = useQuery(trpc.offers.get.queryOptions({ id }))
  const offer = query.data
  return (
    <RecordDrawer
      name={offer?.sku ?? t('sourcing.offer.one')}
      title={offer?.sku ?? ''}
      badge={offer ? <OfferStateBadge state={offer.state} /> : null}
      subtitle={offer ? namesIn(language, offer.nameEn, offer.nameZh)[0] : null}
      actions={
        <WriteGate>
          <LinkButton to="/offers/$id/edit" params={{ id: String(id) }}>
            {t('common.edit')}
          </LinkButton>
        </WriteGate>
      }
      onClose={onClose}
    >
      <QueryState query={query}>
        {(found) => (
          <div className={classes.drawer}>
            <PriceFacts offer={found} />
            <OfferFacts offer={found} />
            <RecordHistory entity="offer" id={found.id} />
          </div>
        )}
      </QueryState>
    </RecordDrawer>
  )
}

function PriceFacts({ offer }: { offer: Offer }) {
  const { t, format } = useText()
  return (
    <Facts
      title={t('sourcing.offers.sections.prices')}
      facts={offer.prices.map(({ from, price }) => ({
        label: t('sourcing.offers.breaks.fromText', { quantity: quantityText(format, from, offer.unit) }),
        value: format.money(price, offer.currency),
      }))}
    />
  )
}

function OfferFacts({ offer }: { offer: Offer }) {
  const { t, format, language } = useText()
  const amount = (value: number | null) => value !== null && quantityText(format, value, offer.unit)
  return (
    <Facts
      title={t('sourcing.offers.sections.terms')}
      facts={[
        {
          label: t('sourcing.offer.supplier'),
          value: (
            <Link className="q-link" to="/suppliers/$id" params={{ id: String(offer.supplierId) }}>
              {nameIn(language, { name: offer.supplier, nameZh: offer.supplierZh })}
            </Link>
          ),
        },
        {
          label: t('sourcing.offer.product'),
          value: (
            <Link className="q-link" to="/products/$id" params={{ id: String(offer.productId) }}>
              {offer.sku}
            </Link>
          ),
        },
        { label: t('sourcing.offer.validFrom'), value: offer.validFrom },
        { label: t('sourcing.offer.validTo'), value: offer.validTo ?? t('sourcing.offers.hints.open') },
        { label: t('sourcing.offer.supplierCode'), value: offer.supplierCode, optional: true },
        { label: t('sourcing.offer.supplierName'), value: offer.supplierName, optional: true },
        { label: t('sourcing.offer.minOrder'), value: amount(offer.minOrder), optional: true },
        { label: t('sourcing.offer.carton'), value: amount(offer.carton), optional: true },
        {
          label: t('sourcing.offer.leadTimeDays'),
          value: offer.leadTimeDays !== null && format.number(offer.leadTimeDays),
          optional: true,
        },
        {
          label: t('sourcing.offer.vatIncluded'),
          value: `${t(offer.vatIncluded ? 'common.yes' : 'common.no')} · ${format.percent(offer.vatPercent)}`,
        },
        {
          label: t('sourcing.offer.incoterm'),
          value: [offer.incoterm, offer.place].filter(Boolean).join(' '),
          optional: true,
        },
        {
          label: t('sourcing.offer.answer'),
          value: offer.request && (
            <Link className="q-link" to="/requests/$id" params={{ id: String(offer.request.id) }}>
              {offer.request.number}
            </Link>
          ),
          optional: true,
        },
        { label: t('sourcing.offer.source'), value: offer.source, optional: true },
        { label: t('sourcing.offer.note'), value: offer.note, optional: true },
      ]}
    />
  )
}
