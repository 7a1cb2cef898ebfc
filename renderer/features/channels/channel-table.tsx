// The channels with their terms, and what came through each.
import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { trpc } from '#renderer/lib/api.ts'
import { useText } from '#renderer/lib/language.ts'
import { EmptyState } from '#renderer/ui/empty-state.tsx'
import tableClasses from '#renderer/ui/plain-table.module.css'
import { QueryState } from '#renderer/ui/query-state.tsx'
import { ScrollRegion } from '#renderer/ui/scroll-region.tsx'
import { TableHead } from '#renderer/ui/table-head.tsx'
import { WriteGate } from '#renderer/ui/write-gate.tsx'
import type { Channel } from '#shared/schemas/channels.ts'
import type { Revised } from '#shared/schemas/records.ts'
import classes from './channels.module.css'

type TableProps = { archived: boolean; onEdit: (channel: Revised<Channel>) => void }

export function ChannelTable({ archived, onEdit }: TableProps) {
  const { t } = useText()
  const query = useQuery(trpc.channels.list.queryOptions({ archived }))
  return (
    <QueryState query={query}>
      {(channels) =>
        channels.length === 0 ? (
          <EmptyState title={t(archived ? 'channels.empty.archived' : 'channels.empty.title')}>
            {archived ? null : t('channels.empty.text')}
          </EmptyState>
        ) : (
          <ScrollRegion name={t('channels.list')}>
            <table className={tableClasses.table} aria-label={t('channels.list')}>
              <TableHead
                heads={[
                  t('channels.fields.name'),
                  t('channels.fields.kind'),
                  t('channels.fields.site'),
                  t('channels.fields.terms'),
                  t('channels.fields.warehouse'),
                  { numeric: t('channels.fields.fee') },
                  { numeric: t('channels.fields.orders') },
                  { numeric: t('channels.fields.unknown') },
                  '',
                ]}
              />
              <tbody>
                {channels.map((channel) => (
                  <ChannelRow key={channel.id} channel={channel} onEdit={onEdit} />
                ))}
              </tbody>
            </table>
          </ScrollRegion>
        )
      }
    </QueryState>
  )
}

function ChannelRow({ channel, onEdit }: { channel: Revised<Channel>; onEdit: TableProps['onEdit'] }) {
  const { t, format } = useText()
  const name = channel.name || channel.code
  const terms = (['pricesWithTax', 'collectsMoney', 'collectsTax'] as const).filter((key) => channel[key])
  return (
    <tr>
      <th scope="row" className={classes.name}>
        {name}{' '}
        {channel.name !== '' && channel.name !== channel.code ? <span className="q-quiet">{channel.code}</span> : null}
      </th>
      <td>{t(`channels.kinds.${channel.kind}`)}</td>
      <td>{[format.country(channel.country), channel.currency].filter(Boolean).join(' · ')}</td>
      <td>{terms.map((key) => t(`channels.terms.${key}`)).join(' · ')}</td>
      <td>{channel.warehouseName ?? ''}</td>
      <td data-numeric>{feesInWords(channel, format)}</td>
      <td data-numeric>{format.number(channel.orderCount)}</td>
      <td data-numeric>
        {channel.unknownSkus > 0 ? (
          <Link className="q-link" to="/channels" search={{ tab: 'unknown', channel: channel.code }}>
            {format.number(channel.unknownSkus)}
          </Link>
        ) : (
          format.number(0)
        )}
      </td>
      <td data-numeric>
        <WriteGate>
          <Button variant="subtle" onClick={() => onEdit(channel)} aria-label={`${t('common.edit')}: ${name}`}>
            {t('common.edit')}
          </Button>
        </WriteGate>
      </td>
    </tr>
  )
}

function feesInWords(
  { feePercent, paymentFeePercent, orderFee, currency }: Channel,
  format: ReturnType<typeof useText>['format'],
): string {
  const shares = [feePercent, paymentFeePercent]
    .filter((share) => share > 0)
    .map((share) => `${format.number(share)} %`)
  const fixed = Number(orderFee) > 0 ? [currency ? format.money(orderFee, currency) : orderFee] : []
  return [...shares, ...fixed].join(' + ')
}
