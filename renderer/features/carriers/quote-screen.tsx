// What it would cost to send something: cartons and a country by hand, or what is in a shipment; all services side by side.

import { useQuery } from '@tanstack/react-query'
import { Link, useSearch } from '@tanstack/react-router'
import { trpc } from '#renderer/lib/api.ts'
import { useText } from '#renderer/lib/language.ts'
import { LinkButton } from '#renderer/ui/link-button.tsx'
import { Page } from '#renderer/ui/page.tsx'
import { QueryState } from '#renderer/ui/query-state.tsx'
import type { QuoteAddress } from './quote-address.ts'
import { QuoteByHand } from './quote-by-hand.tsx'
import { QuoteOfShipment } from './quote-of-shipment.tsx'

export function QuoteScreen() {
  const { t } = useText()
  const { shipment } = useSearch({ strict: false }) as QuoteAddress
  return (
    <Page
      title={t('carriers.quote.title')}
      actions={<LinkButton to="/freight-bills">{t('charges.bills.title')}</LinkButton>}
      subtitle={shipment === undefined ? t('carriers.quote.subtitle') : <OfShipment id={shipment} />}
    >
      {shipment === undefined ? <QuoteByHand /> : <QuoteOfShipment key={shipment} shipmentId={shipment} />}
    </Page>
  )
}

function OfShipment({ id }: { id: number }) {
  const { t } = useText()
  const query = useQuery(trpc.shipments.get.queryOptions({ id }))
  return (
    <QueryState query={query}>
      {({ number }) => (
        <>
          {t('carriers.quote.forShipment')}{' '}
          <Link className="q-link" to="/shipments/$id" params={{ id: String(id) }}>
            {number}
          </Link>
        </>
      )}
    </QueryState>
  )
}
