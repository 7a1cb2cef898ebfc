// Chosen lines become purchase orders, one draft for each supplier and currency, or goods on order at once: one click, taken
// back by one.
import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { client } from '#renderer/lib/api.ts'
import { useText } from '#renderer/lib/language.ts'
import { sayError } from '#renderer/ui/say-error.ts'
import { sayUndoable } from '#renderer/ui/undo-notice.tsx'
import { WriteGate } from '#renderer/ui/write-gate.tsx'
import type { ReplenishmentState } from './use-replenishment.ts'

/** Lines that one request may have. */
const mostAsked = 500

export function OrderChosen({ state }: { state: ReplenishmentState }) {
  const text = useText()
  const { t, format } = text
  const lines = (state.query.data?.groups ?? []).flatMap((group) =>
    group.lines.flatMap(({ productId, quantity }) =>
      state.chosen.has(productId) && quantity > 0 ? [{ productId, quantity, supplierId: group.supplierId }] : [],
    ),
  )
  const counted = { count: lines.length, formatted: format.number(lines.length) }
  const { making, marking } = useOrdering(lines, state)
  const isNone = lines.length === 0
  return (
    <>
      <AskForQuotes lines={lines} />
      <WriteGate>
        <Button disabled={isNone} loading={marking.isPending} onClick={() => marking.mutate()}>
          {isNone ? t('replenishment.order') : t('replenishment.orderLines', counted)}
        </Button>
      </WriteGate>
      <WriteGate>
        <Button variant="filled" disabled={isNone} loading={making.isPending} onClick={() => making.mutate()}>
          {isNone ? t('purchases.fromReplenishment.make') : t('purchases.fromReplenishment.makeLines', counted)}
        </Button>
      </WriteGate>
    </>
  )
}

/** A request for quotation about the chosen lines; the address carries them, since nothing is written yet. */
function AskForQuotes({ lines }: { lines: Chosen }) {
  const { t } = useText()
  const navigate = useNavigate()
  const ask = () => {
    const goods = lines.map(({ productId, quantity }) => `${productId}x${quantity}`).join('-')
    navigate({ to: '/requests/new', search: { goods } })
  }
  return (
    <WriteGate>
      <Button disabled={lines.length === 0 || lines.length > mostAsked} onClick={ask}>
        {t('replenishment.ask')}
      </Button>
    </WriteGate>
  )
}

type Chosen = { productId: number; quantity: number; supplierId: number | null }[]

function useOrdering(lines: Chosen, state: ReplenishmentState) {
  const text = useText()
  const { t, format } = text
  const navigate = useNavigate()
  const onError = (error: unknown) => sayError(t, error)
  const making = useMutation({
    mutationFn: () => client.purchases.fromReplenishment.mutate({ lines }),
    onSuccess: ({ result: { orders, withoutPrice }, operationId }) => {
      state.forget()
      const numbers = orders.map(({ number }) => number).join(', ')
      const made = t('purchases.fromReplenishment.made', { count: orders.length, numbers })
      const unpriced = t('purchases.fromReplenishment.withoutPrice', { count: withoutPrice.length })
      sayUndoable(text, withoutPrice.length > 0 ? `${made} · ${unpriced}` : made, operationId)
      const only = orders.length === 1 ? orders[0] : undefined
      if (only) navigate({ to: '/purchases/$id', params: { id: String(only.id) } })
      else navigate({ to: '/purchases' })
    },
    onError,
  })
  const marking = useMutation({
    mutationFn: () => client.planning.order.mutate({ lines }),
    onSuccess: ({ operationId }) => {
      state.forget()
      const counted = { count: lines.length, formatted: format.number(lines.length) }
      sayUndoable(text, t('replenishment.ordered', counted), operationId)
    },
    onError,
  })
  return { making, marking }
}
