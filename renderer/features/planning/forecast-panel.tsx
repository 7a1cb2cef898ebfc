// The forecast on the page of its product: the picture, what it says in a line, and the way to all of it.
import { useQuery } from '@tanstack/react-query'
import { trpc } from '#renderer/lib/api.ts'
import { useText } from '#renderer/lib/language.ts'
import type { PanelProps } from '#renderer/lib/record-panels.ts'
import { EmptyState } from '#renderer/ui/empty-state.tsx'
import { LinkButton } from '#renderer/ui/link-button.tsx'
import { QueryState } from '#renderer/ui/query-state.tsx'
import classes from './forecast.module.css'
import { ForecastChart } from './forecast-chart.tsx'
import { ForecastSummary } from './forecast-summary.tsx'
import { emptyText } from './forecast-words.ts'

export function ForecastPanel({ record }: PanelProps) {
  const text = useText()
  const { t } = text
  const query = useQuery(trpc.planning.forecast.queryOptions({ productId: record.id }))
  return (
    <QueryState query={query}>
      {(forecast) => (
        <>
          {forecast.figures ? (
            <>
              <ForecastSummary forecast={forecast} />
              <ForecastChart forecast={forecast} height={200} />
            </>
          ) : (
            <EmptyState title={t('forecast.empty.title')}>{emptyText(text, forecast)}</EmptyState>
          )}
          <div className={classes.more}>
            <LinkButton to="/products/$id/forecast" params={{ id: String(record.id) }}>
              {t('forecast.whole')}
            </LinkButton>
          </div>
        </>
      )}
    </QueryState>
  )
}
