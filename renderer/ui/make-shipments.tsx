// Offered where shipments are missed: dispatches of earlier books, and orders that files called sent, get theirs by one command.
import { Button } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { client } from '#renderer/lib/api.ts'
import { useText } from '#renderer/lib/language.ts'
import { Notice } from './notice.tsx'
import { sayError } from './say-error.ts'
import { sayUndoable } from './undo-notice.tsx'
import { WriteGate } from './write-gate.tsx'

/** Every order of the book is looked at: that is not asked again after each change of a shipment (live-updates.ts). */
const missing = {
  queryKey: ['missing-shipments'],
  queryFn: () => client.shipments.countMissing.query(),
  staleTime: Number.POSITIVE_INFINITY,
}

/** Nothing where none is missed. */
export function MakeShipments() {
  const text = useText()
  const { t, format } = text
  const { data } = useQuery(missing)
  const making = useMutation({
    mutationFn: () => client.shipments.makeMissing.mutate(),
    onSuccess: ({ made, operationId }) => {
      sayUndoable(text, t('shipments.moves.made', { count: made, formatted: format.number(made) }), operationId)
    },
    onError: (error) => sayError(t, error),
  })
  const count = (data?.dispatches ?? 0) + (data?.orders ?? 0)
  if (count === 0) return null
  return (
    <Notice tone="info">
      {t('shipments.moves.missingOnes', { count, formatted: format.number(count) })}{' '}
      <WriteGate>
        <Button size="compact-sm" onClick={() => making.mutate()} loading={making.isPending}>
          {t('shipments.moves.make')}
        </Button>
      </WriteGate>
    </Notice>
  )
}
