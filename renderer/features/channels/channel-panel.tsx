// Where an order came from, on its page: who sends, who is paid, what the channel says of it, and SKUs that nobody knows.
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { trpc } from '#renderer/lib/api.ts'
import { useText } from '#renderer/lib/language.ts'
import type { PanelProps } from '#renderer/lib/record-panels.ts'
import { Facts } from '#renderer/ui/facts.tsx'
import { Notice } from '#renderer/ui/notice.tsx'
import { QueryState } from '#renderer/ui/query-state.tsx'
import type { OrderChannel } from '#shared/schemas/channels.ts'

export function ChannelPanel({ record }: PanelProps) {
  const query = useQuery(trpc.channels.ofOrder.queryOptions({ id: record.id }))
  return <QueryState query={query}>{(order) => <OrderChannelFacts order={order} />}</QueryState>
}

function OrderChannelFacts({ order }: { order: OrderChannel }) {
  const { t, format } = useText()
  if (order.code === '') return <p className="q-quiet">{t('channels.panel.none')}</p>
  const { channel, unknownSkus } = order
  const name = channel?.name || order.code
  const kind = channel && t(`channels.kinds.${channel.kind}`)
  return (
    <>
      {unknownSkus.length > 0 ? (
        <Notice
          tone="warn"
          title={t('channels.panel.unknown', {
            count: unknownSkus.length,
            formatted: format.number(unknownSkus.length),
          })}
        >
          <p>
            {unknownSkus.map(({ externalSku }) => externalSku).join(', ')}{' '}
            <Link className="q-link" to="/channels" search={{ tab: 'unknown', channel: order.code }}>
              {t('channels.panel.match')}
            </Link>
          </p>
        </Notice>
      ) : null}
      <Facts
        facts={[
          { label: t('channels.one'), value: [name, kind].filter(Boolean).join(' · ') },
          { label: t('channels.panel.externalId'), value: order.externalId, optional: true },
          { label: t('channels.panel.externalStatus'), value: order.externalStatus, optional: true },
          { label: t('channels.panel.fulfilledBy'), value: t(`channels.sides.${order.fulfilledBy}`) },
          { label: t('channels.panel.collectedBy'), value: t(`channels.sides.${order.collectedBy}`) },
          { label: t('channels.panel.taxBy'), value: t(`channels.sides.${order.taxBy}`) },
          { label: t('channels.panel.shippingService'), value: order.shippingService, optional: true },
          {
            label: t('channels.panel.cardCountry'),
            value: order.cardCountry && format.country(order.cardCountry),
            optional: true,
          },
        ]}
      />
    </>
  )
}
