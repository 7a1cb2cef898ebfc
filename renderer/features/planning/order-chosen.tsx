// Chosen lines become goods on order, expected after their lead time: one click, taken back by one.
import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { client } from '#renderer/lib/api.ts'
import { useText } from '#renderer/lib/language.ts'
import { sayError } from '#renderer/ui/say-error.ts'
import { sayUndoable } from '#renderer/ui/undo-notice.tsx'
import { WriteGate } from '#renderer/ui/write-gate.tsx'
import type { ReplenishmentState } from './use-replenishment.ts'

export function OrderChosen({ state }: { state: ReplenishmentState }) {
  const text = useText()
  const { t, format } = text
  const lines = (state.query.data?.groups ?? []).flatMap((group) =>
    group.lines.flatMap(({ productId, quantity }) =>
      state.chosen.has(productId) && quantity > 0 ? [{ productId, quantity, supplierId: group.supplierId }] : [],
    ),
  )
  const ordering = useMutation({
    mutationFn: () => client.planning.order.mutate({ lines }),
    onSuccess: ({ operationId }) => {
      state.forget()
      const said = t('replenishment.ordered', { count: lines.length, formatted: format.number(lines.length) })
      sayUndoable(text, said, operationId)
    },
    onError: (error) => sayError(t, error),
  })
  return (
    <WriteGate>
      <Button
        variant="filled"
        disabled={lines.length === 0}
        loading={ordering.isPending}
        onClick={() => ordering.mutate()}
      >
        {lines.length === 0
          ? t('replenishment.order')
          : t('replenishment.orderLines', { count: lines.length, formatted: format.number(lines.length) })}
      </Button>
    </WriteGate>
  )
}
