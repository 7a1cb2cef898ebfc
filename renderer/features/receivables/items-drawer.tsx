// The documents behind a figure of ageing, beside it; those of one customer can be ticked for one payment.
import { Button, Checkbox } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { client, trpc } from '#renderer/lib/api.ts'
import { useText } from '#renderer/lib/language.ts'
import { nameIn } from '#renderer/lib/names.ts'
import { QueryState } from '#renderer/ui/query-state.tsx'
import { RecordDrawer } from '#renderer/ui/record-drawer.tsx'
import { StatusBadge } from '#renderer/ui/status-badge.tsx'
import { WriteGate } from '#renderer/ui/write-gate.tsx'
import type { OpenItem } from '#shared/schemas/receivables.ts'
import { ReceiptDialog } from './receipt-dialog.tsx'
import type { ToSettle } from './receipt-values.ts'
import classes from './receivables.module.css'
import type { ReceivablesAddress } from './receivables-address.ts'

const pageSize = 100

export function ItemsDrawer({ address, onClose }: { address: ReceivablesAddress; onClose: () => void }) {
  const { t, format } = useText()
  const [chosen, setChosen] = useState<ReadonlySet<number>>(new Set())
  const [isReceiving, setReceiving] = useState(false)
  const query = useItems(address)
  const items = query.data?.pages.flatMap(({ rows }) => rows) ?? []
  const ticked = items.filter(({ orderId }) => orderId !== null && chosen.has(orderId))
  const fits = isOnePayment(ticked)
  const toggle = (id: number) => {
    const next = new Set(chosen)
    if (!next.delete(id)) next.add(id)
    setChosen(next)
  }
  const what = address.bucket ? t(`receivables.buckets.${address.bucket}`) : t('receivables.fields.totalOpen')
  return (
    <RecordDrawer
      name={[what, address.currency].filter(Boolean).join(' ')}
      title={what}
      subtitle={address.currency ?? ''}
      actions={
        <WriteGate>
          <Button disabled={ticked.length === 0 || !fits} onClick={() => setReceiving(true)}>
            {ticked.length === 0
              ? t('receivables.receipt.record')
              : t('receivables.receipt.these', { count: ticked.length, formatted: format.number(ticked.length) })}
          </Button>
        </WriteGate>
      }
      onClose={onClose}
    >
      {fits ? null : <p role="status">{t('receivables.receipt.oneCustomer')}</p>}
      <QueryState query={query}>
        {() => (
          <>
            {items.length === 0 ? <p className="q-quiet">{t('receivables.items.none')}</p> : null}
            <ul className={classes.items}>
              {items.map((item) => (
                <Item
                  key={`${item.orderId}-${item.paymentId}`}
                  item={item}
                  isChosen={item.orderId !== null && chosen.has(item.orderId)}
                  onToggle={toggle}
                />
              ))}
            </ul>
          </>
        )}
      </QueryState>
      {query.hasNextPage ? (
        <Button loading={query.isFetchingNextPage} onClick={() => query.fetchNextPage()}>
          {t('receivables.items.more')}
        </Button>
      ) : null}
      {isReceiving && ticked[0] ? (
        <ReceiptDialog
          wanted={ticked.map(toSettle)}
          partyId={ticked[0].channel === '' ? ticked[0].customerId : null}
          currency={ticked[0].currency}
          onClose={() => setReceiving(false)}
          onDone={() => setChosen(new Set())}
        />
      ) : null}
    </RecordDrawer>
  )
}

function useItems({ on, currency, bucket, customer, channel }: ReceivablesAddress) {
  const asked = {
    ...{ asOf: (on ?? null) as never, currency: (currency ?? '') as never, bucket: bucket ?? ('' as const) },
    ...{ customerId: customer ?? null, channel: channel ?? '', limit: pageSize },
  }
  return useInfiniteQuery({
    queryKey: [...trpc.receivables.items.queryKey(asked), 'pages'],
    queryFn: ({ pageParam }) => client.receivables.items.query({ ...asked, offset: pageParam }),
    initialPageParam: 0,
    getNextPageParam: (page, pages) => {
      const shown = pages.reduce((sum, { rows }) => sum + rows.length, 0)
      return shown < page.total ? shown : null
    },
  })
}

type ItemProps = { item: OpenItem; isChosen: boolean; onToggle: (id: number) => void }

function Item({ item, isChosen, onToggle }: ItemProps) {
  const { t, format, language } = useText()
  const { orderId, number, customer, customerZh, channel, daysOverdue } = item
  const whose = channel || nameIn(language, { name: customer, nameZh: customerZh })
  return (
    <li>
      {orderId === null ? (
        <span />
      ) : (
        <Checkbox aria-label={number} checked={isChosen} onChange={() => onToggle(orderId)} />
      )}
      <span>
        {orderId === null ? (
          number
        ) : (
          <Link className="q-link" to="/orders/$id" params={{ id: String(orderId) }} search={{ panel: 'payments' }}>
            {number}
          </Link>
        )}{' '}
        {item.document === 'order' ? null : (
          <StatusBadge>{t(`receivables.items.documents.${item.document}`)}</StatusBadge>
        )}
      </span>
      <span className={classes.itemFigure}>{format.money(item.open, item.currency)}</span>
      <span className={classes.itemName} title={whose}>
        {whose}
      </span>
      <span className={classes.itemDay}>
        {item.document === 'order' ? item.dueOn : item.orderedOn}{' '}
        {item.isEstimate ? t('receivables.items.estimate') : null}
        {daysOverdue > 0
          ? t('receivables.items.daysOverdue', { count: daysOverdue, formatted: format.number(daysOverdue) })
          : null}
      </span>
    </li>
  )
}

function isOnePayment(items: readonly OpenItem[]): boolean {
  const [first] = items
  return items.every(
    ({ customerId, channel, currency }) =>
      currency === first?.currency && channel === first.channel && (channel !== '' || customerId === first.customerId),
  )
}

function toSettle({ orderId, number, document, open, currency }: OpenItem): ToSettle {
  const isCredit = document === 'credit'
  return {
    ...{ key: String(orderId), saleId: orderId ?? 0, number, currency },
    document: isCredit ? 'credit' : 'order',
    purpose: isCredit || open.startsWith('-') ? 'refund' : 'balance',
    open: open.replace('-', ''),
  }
}
