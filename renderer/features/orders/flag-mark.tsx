// A flag beside the number of an order that a rule finds odd, while something can still be done about it. Rows that come into sight
// together are asked for together.
import { IconFlag } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { client, trpc } from '#renderer/lib/api.ts'
import { useText } from '#renderer/lib/language.ts'
import type { FlagRule } from '#shared/schemas/order-flags.ts'
import type { OrderRow, OrderStatus } from '#shared/schemas/orders.ts'
import classes from './orders.module.css'

const looked: readonly OrderStatus[] = ['draft', 'confirmed', 'on_hold', 'part_shipped']

export function FlagMark({ row }: { row: OrderRow }) {
  const isAsked = row.document === 'order' && looked.includes(row.status)
  return isAsked ? <AskedMark id={row.id} /> : null
}

function AskedMark({ id }: { id: number }) {
  const { t } = useText()
  const { data = [] } = useQuery({
    queryKey: [...trpc.orders.flagged.queryKey(), id],
    queryFn: () => rulesOf(id),
  })
  if (data.length === 0) return null
  const said = t('sales.flags.mark', { rules: data.map((rule) => t(`sales.settings.rules.${rule}`)).join(' · ') })
  return <IconFlag className={classes.flag} size={14} role="img" aria-label={said} title={said} />
}

type Waiting = { id: number; tell: (rules: readonly FlagRule[]) => void; fail: (error: unknown) => void }

const togetherMs = 30
let waiting: Waiting[] = []

function rulesOf(id: number): Promise<readonly FlagRule[]> {
  return new Promise((tell, fail) => {
    if (waiting.length === 0) setTimeout(askAll, togetherMs)
    waiting.push({ id, tell, fail })
  })
}

async function askAll(): Promise<void> {
  const asked = waiting
  waiting = []
  try {
    const found = await client.orders.flagged.query({ ids: asked.map(({ id }) => id) })
    const rules = new Map(found.map((order) => [order.orderId, order.rules]))
    for (const { id, tell } of asked) tell(rules.get(id) ?? [])
  } catch (error) {
    for (const { fail } of asked) fail(error)
  }
}
