// The answers side by side by what the goods cost until they are here, and the choice that becomes purchase orders.
import { Button } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { client, trpc } from '#renderer/lib/api.ts'
import { failureOf } from '#renderer/lib/call-failure.ts'
import { errorMessage } from '#renderer/lib/error-message.ts'
import { useText } from '#renderer/lib/language.ts'
import { Notice } from '#renderer/ui/notice.tsx'
import { QueryState } from '#renderer/ui/query-state.tsx'
import { sayError } from '#renderer/ui/say-error.ts'
import { SectionTitle } from '#renderer/ui/section-title.tsx'
import { WriteGate } from '#renderer/ui/write-gate.tsx'
import type { Comparison, QuoteRequest } from '#shared/schemas/quote-requests.ts'
import { CompareTable } from './compare-table.tsx'
import classes from './sourcing.module.css'

export function CompareAnswers({ request }: { request: QuoteRequest }) {
  const { t, format } = useText()
  const query = useQuery(trpc.requests.compare.queryOptions({ id: request.id }))
  return (
    <section>
      <SectionTitle>{t('sourcing.requests.compare.title')}</SectionTitle>
      <QueryState query={query}>
        {(comparison) => (
          <>
            <p className="q-quiet">
              {t('sourcing.requests.compare.about', {
                currency: comparison.baseCurrency,
                percent: format.percent(comparison.capitalPercent),
              })}
            </p>
            <Choice comparison={comparison} />
          </>
        )}
      </QueryState>
    </section>
  )
}

/** Which answer each line is bought of. */
export type Picks = Readonly<Record<number, number>>

function Choice({ comparison }: { comparison: Comparison }) {
  const { t, format } = useText()
  const [picks, setPicks] = useState<Picks>({})
  const making = useChoose(comparison.request.id, () => setPicks({}))
  const isOpen = comparison.request.status === 'sent'
  const open = new Set(comparison.answers.filter(({ state }) => state === 'answered').map(({ answerId }) => answerId))
  const cheapest = comparison.cheapest.filter(({ answerId }) => open.has(answerId))
  const chosen = Object.entries(picks).map(([lineId, answerId]) => ({ lineId: Number(lineId), answerId }))
  return (
    <>
      <CompareTable
        comparison={comparison}
        picks={picks}
        onPick={isOpen ? (more) => setPicks((before) => ({ ...before, ...more })) : null}
      />
      {making.warned ? (
        <Notice
          tone="warn"
          actions={
            <Button onClick={() => making.run({ picks: chosen, despite: true })}>
              {t('sourcing.requests.despite')}
            </Button>
          }
        >
          {making.warned}
        </Notice>
      ) : null}
      {isOpen ? (
        <div className={classes.bar}>
          <Button
            disabled={cheapest.length === 0}
            onClick={() => setPicks(Object.fromEntries(cheapest.map(({ lineId, answerId }) => [lineId, answerId])))}
          >
            {t('sourcing.requests.compare.cheapest')}
          </Button>
          <WriteGate>
            <Button
              variant="filled"
              disabled={chosen.length === 0}
              loading={making.isPending}
              onClick={() => making.run({ picks: chosen, despite: false })}
            >
              {t('sourcing.requests.compare.make')}
            </Button>
          </WriteGate>
          <span className="q-quiet" role="status">
            {t('sourcing.requests.compare.chosenCount', {
              count: chosen.length,
              formatted: format.number(chosen.length),
            })}
          </span>
        </div>
      ) : null}
    </>
  )
}

type Wish = { picks: { lineId: number; answerId: number }[]; despite: boolean }

/** Where something speaks against a supplier that is said first, and bought knowingly after that. */
function useChoose(id: number, onDone: () => void) {
  const { t } = useText()
  const choosing = useMutation({
    mutationFn: (wish: Wish) => client.requests.choose.mutate({ id, ...wish }),
    onSuccess: ({ orders }) => {
      onDone()
      const numbers = orders.map(({ number }) => number).join(', ')
      notifications.show({ message: t('sourcing.requests.compare.made', { count: orders.length, numbers }) })
    },
    onError: (error) => {
      if (failureOf(error).code !== 'requests/supplier-warned') sayError(t, error)
    },
  })
  const isWarned = choosing.error !== null && failureOf(choosing.error).code === 'requests/supplier-warned'
  return {
    run: (wish: Wish) => choosing.mutate(wish),
    isPending: choosing.isPending,
    warned: isWarned ? errorMessage(t, choosing.error) : null,
  }
}
