// Every payment to and from one company, the newest first; an advance to a supplier is written here, since it has no order.
import { Button } from '@mantine/core'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { client, trpc } from '#renderer/lib/api.ts'
import { useBook } from '#renderer/lib/host-state.ts'
import { useText } from '#renderer/lib/language.ts'
import type { PanelProps } from '#renderer/lib/record-panels.ts'
import { QueryState } from '#renderer/ui/query-state.tsx'
import { WriteGate } from '#renderer/ui/write-gate.tsx'
import type { PaymentPage } from '#shared/schemas/payments.ts'
import { PaymentDialog } from './payment-dialog.tsx'
import { PaymentList } from './payment-list.tsx'
import classes from './payments.module.css'

const pageSize = 50

export function PartyPaymentsPanel({ record }: PanelProps) {
  const { t } = useText()
  const partyId = record.id
  const { data: party } = useQuery(trpc.parties.get.queryOptions({ id: partyId }))
  const query = useInfiniteQuery({
    queryKey: [...trpc.payments.list.queryKey({ partyId, limit: pageSize }), 'pages'],
    queryFn: ({ pageParam }) => client.payments.list.query({ partyId, limit: pageSize, after: pageParam }),
    initialPageParam: null as PaymentPage['next'],
    getNextPageParam: (page: PaymentPage) => page.next,
  })
  return (
    <>
      {party?.roles.includes('supplier') ? <AdvanceButton partyId={partyId} currency={party.currency} /> : null}
      <QueryState query={query}>
        {({ pages }) => {
          const payments = pages.flatMap(({ rows }) => rows)
          return payments.length === 0 ? (
            <p className="q-quiet">{t('payments.ofParty.none')}</p>
          ) : (
            <PaymentList payments={payments} />
          )
        }}
      </QueryState>
      {query.hasNextPage ? (
        <Button loading={query.isFetchingNextPage} onClick={() => query.fetchNextPage()}>
          {t('payments.ofParty.more')}
        </Button>
      ) : null}
    </>
  )
}

function AdvanceButton({ partyId, currency }: { partyId: number; currency: string }) {
  const { t } = useText()
  const { baseCurrency } = useBook()
  const [isPaying, setPaying] = useState(false)
  return (
    <div className={classes.panelActions}>
      <WriteGate>
        <Button onClick={() => setPaying(true)}>{t('payments.advance.record')}</Button>
      </WriteGate>
      {isPaying ? (
        <PaymentDialog
          wanted={[]}
          partyId={partyId}
          currency={currency || baseCurrency}
          onClose={() => setPaying(false)}
        />
      ) : null}
    </div>
  )
}
