// What the seller's rules find odd about an order: which rule, why, and the orders behind it; marked as all right by a person.
import { Button } from '@mantine/core'
import { IconFlag } from '@tabler/icons-react'
import { useMutation, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { client, trpc } from '#renderer/lib/api.ts'
import { useText } from '#renderer/lib/language.ts'
import type { PanelProps } from '#renderer/lib/record-panels.ts'
import { Notice } from '#renderer/ui/notice.tsx'
import { QueryState } from '#renderer/ui/query-state.tsx'
import { sayError } from '#renderer/ui/say-error.ts'
import { sayUndoable } from '#renderer/ui/undo-notice.tsx'
import { WriteGate } from '#renderer/ui/write-gate.tsx'
import type { OrderFlag, OrderFlags } from '#shared/schemas/order-flags.ts'
import classes from './sales.module.css'

export function FlagsPanel({ record }: PanelProps) {
  const query = useQuery(trpc.orders.flags.queryOptions({ id: record.id }))
  return <QueryState query={query}>{(flags) => <Flags flags={flags} />}</QueryState>
}

function Flags({ flags: { orderId, flags, clearedOn, blocks } }: { flags: OrderFlags }) {
  const { t } = useText()
  if (flags.length === 0) return <p className="q-quiet">{t('sales.flags.none')}</p>
  return (
    <>
      {blocks ? <Notice tone="warn">{t('sales.flags.blocks')}</Notice> : null}
      <ul className={classes.flags}>
        {flags.map((flag) => (
          <FlagRow key={`${flag.rule} ${flag.value}`} flag={flag} orderId={orderId} />
        ))}
      </ul>
      {clearedOn === null ? null : <p className="q-quiet">{t('sales.flags.cleared', { day: clearedOn })}</p>}
      <ClearButton orderId={orderId} isCleared={clearedOn !== null} />
    </>
  )
}

function FlagRow({ flag, orderId }: { flag: OrderFlag; orderId: number }) {
  const { t, format } = useText()
  const [card = '', shipTo = ''] = flag.value.split(' ')
  const details = {
    found: format.number(flag.found),
    limit: format.number(flag.limit),
    days: format.number(flag.days ?? 0),
    value: flag.value,
    card: format.country(card),
    shipTo: format.country(shipTo),
  }
  const others = flag.orders.filter(({ id }) => id !== orderId)
  return (
    <li>
      <div className={classes.flagTitle}>
        <IconFlag size={14} stroke={1.5} aria-hidden />
        {t(`sales.flags.rules.${flag.rule}`, details)}
      </div>
      <p>{t(`sales.flags.why.${flag.rule}`, details)}</p>
      {others.length === 0 ? null : (
        <ul className={classes.flagOrders} aria-label={t('sales.flags.show')}>
          {others.map((order) => (
            <li key={order.id}>
              <Link className="q-link" to="/orders/$id" params={{ id: String(order.id) }}>
                {order.number}
              </Link>{' '}
              <span className="q-quiet">{[order.name, order.orderedOn].filter(Boolean).join(' · ')}</span>
            </li>
          ))}
        </ul>
      )}
    </li>
  )
}

function ClearButton({ orderId, isCleared }: { orderId: number; isCleared: boolean }) {
  const text = useText()
  const { t } = text
  const clearing = useMutation({
    mutationFn: () => client.orders.clearFlags.mutate({ id: orderId, cleared: !isCleared }),
    onSuccess: ({ operationId }) =>
      sayUndoable(text, t(isCleared ? 'sales.flags.unclearedDone' : 'sales.flags.clearedDone'), operationId),
    onError: (error) => sayError(t, error),
  })
  return (
    <WriteGate>
      <Button loading={clearing.isPending} onClick={() => clearing.mutate()}>
        {t(isCleared ? 'sales.flags.unclear' : 'sales.flags.clear')}
      </Button>
    </WriteGate>
  )
}
