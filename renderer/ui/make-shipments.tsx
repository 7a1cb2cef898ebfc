// Offered where shipments are missed: dispatches of earlier books, and orders that files called sent, get theirs by one command.
import { Button } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { client, trpc } from '#renderer/lib/api.ts'
import { useText } from '#renderer/lib/language.ts'
import { Notice } from './notice.tsx'
import { sayError } from './say-error.ts'
import { sayUndoable } from './undo-notice.tsx'
import { WriteGate } from './write-gate.tsx'

/** Nothing where none is missed. */
export function MakeShipments() {
  const text = useText()
  const { t, format } = text
  const { data } = useQuery(trpc.shipments.countMissing.queryOptions())
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
