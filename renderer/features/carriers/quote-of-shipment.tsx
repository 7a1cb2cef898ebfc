// What each service asks for a shipment; the one chosen is written on it, with what it should cost.
import { Button } from '@mantine/core'
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { client, trpc } from '#renderer/lib/api.ts'
import { useText } from '#renderer/lib/language.ts'
import { QueryState } from '#renderer/ui/query-state.tsx'
import { sayError } from '#renderer/ui/say-error.ts'
import { sayUndoable } from '#renderer/ui/undo-notice.tsx'
import { WriteGate } from '#renderer/ui/write-gate.tsx'
import type { SurchargeKind } from '#shared/schemas/carriers.ts'
import classes from './carriers.module.css'
import { QuoteOptions, type QuoteSort } from './quote-options.tsx'
import { QuoteTable } from './quote-table.tsx'

export function QuoteOfShipment({ shipmentId }: { shipmentId: number }) {
  const text = useText()
  const { t } = text
  const navigate = useNavigate()
  const [requests, setRequests] = useState<SurchargeKind[]>([])
  const [sort, setSort] = useState<QuoteSort>('price')
  const query = useQuery({
    ...trpc.carriers.quoteShipment.queryOptions({ shipmentId, requests, sort }),
    placeholderData: keepPreviousData,
  })
  const choosing = useMutation({
    mutationFn: (serviceId: number) => client.carriers.choose.mutate({ shipmentId, serviceId, requests }),
    onSuccess: ({ operationId }) => {
      sayUndoable(text, t('carriers.quote.chosen'), operationId)
      navigate({ to: '/shipments/$id', params: { id: String(shipmentId) } })
    },
    onError: (error) => sayError(t, error),
  })
  return (
    <div className={classes.stack}>
      <QuoteOptions requests={requests} onRequests={setRequests} sort={sort} onSort={setSort} />
      <QueryState query={query}>
        {(quote) => (
          <QuoteTable
            quote={quote}
            action={({ service, serviceId }) => (
              <WriteGate>
                <Button
                  aria-label={t('carriers.quote.chooseThis', { name: service })}
                  disabled={choosing.isPending}
                  onClick={() => choosing.mutate(serviceId)}
                >
                  {t('carriers.quote.choose')}
                </Button>
              </WriteGate>
            )}
          />
        )}
      </QueryState>
    </div>
  )
}
