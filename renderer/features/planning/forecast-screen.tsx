// A product's forecast whole: picture or table, the methods that were tried, and a card behind every figure.
import { SegmentedControl } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { trpc } from '#renderer/lib/api.ts'
import { useText } from '#renderer/lib/language.ts'
import { nameIn } from '#renderer/lib/names.ts'
import { LinkButton } from '#renderer/ui/link-button.tsx'
import { Notice } from '#renderer/ui/notice.tsx'
import { Page } from '#renderer/ui/page.tsx'
import { QueryState } from '#renderer/ui/query-state.tsx'
import type { ForecastMethod, ProductForecast } from '#shared/schemas/forecasts.ts'
import classes from './forecast.module.css'
import { type ForecastAddress, readForecastAddress } from './forecast-address.ts'
import { ForecastCards } from './forecast-cards.tsx'
import { ForecastChart } from './forecast-chart.tsx'
import { ForecastMethods } from './forecast-methods.tsx'
import { ForecastSummary } from './forecast-summary.tsx'
import { ForecastTable } from './forecast-table.tsx'
import { emptyText } from './forecast-words.ts'

export function ForecastScreen() {
  const productId = Number(useParams({ strict: false }).id)
  const address = readForecastAddress(useSearch({ strict: false }))
  const query = useQuery(
    trpc.planning.forecast.queryOptions(
      { productId, ...(address.method && { method: address.method }) },
      { placeholderData: keepPreviousData },
    ),
  )
  return <QueryState query={query}>{(forecast) => <ForecastPage forecast={forecast} address={address} />}</QueryState>
}

type ForecastPageProps = { forecast: ProductForecast; address: ForecastAddress }

function ForecastPage({ forecast, address }: ForecastPageProps) {
  const { t, language } = useText()
  const navigate = useNavigate()
  const change = (part: { [Key in keyof ForecastAddress]?: ForecastAddress[Key] | undefined }) =>
    navigate({
      to: '.',
      search: (before: Record<string, unknown>) => readForecastAddress({ ...before, ...part }),
      replace: true,
    })
  const said = [nameIn(language, forecast), t(`forecast.basis.${forecast.basis}`)].filter(Boolean).join(' · ')
  return (
    <Page
      title={t('forecast.pageTitle', { sku: forecast.sku })}
      subtitle={`${said} · ${t('forecast.asOf', { day: forecast.on })}`}
      actions={
        <>
          <LinkButton to="/planning">{t('planning.open')}</LinkButton>
          <LinkButton to="/products/$id" params={{ id: String(forecast.productId) }}>
            {t('forecast.product')}
          </LinkButton>
        </>
      }
    >
      {forecast.figures ? <ForecastSummary forecast={forecast} /> : null}
      <ForecastBody
        forecast={forecast}
        view={address.view ?? 'chart'}
        onView={(view) => change({ view: view === 'table' ? view : undefined })}
        onLook={(method) => change({ method })}
      />
    </Page>
  )
}

type ForecastBodyProps = {
  forecast: ProductForecast
  view: 'chart' | 'table'
  onView: (view: 'chart' | 'table') => void
  onLook: (method: ForecastMethod | undefined) => void
}

/** Months can be overruled also where nothing can be computed. */
function ForecastBody({ forecast, view, onView, onLook }: ForecastBodyProps) {
  const text = useText()
  const { t } = text
  if (!forecast.figures)
    return (
      <>
        <Notice title={t('forecast.empty.title')}>{emptyText(text, forecast)}</Notice>
        <div className={classes.section}>
          <ForecastTable forecast={forecast} />
        </div>
      </>
    )
  return (
    <>
      <div className={classes.bar}>
        <SegmentedControl
          aria-label={t('forecast.view.label')}
          data={(['chart', 'table'] as const).map((value) => ({ value, label: t(`forecast.view.${value}`) }))}
          value={view}
          onChange={(value) => onView(value === 'table' ? 'table' : 'chart')}
        />
      </div>
      {view === 'table' ? <ForecastTable forecast={forecast} /> : <ForecastChart forecast={forecast} />}
      <ForecastMethods forecast={forecast} onLook={onLook} />
      <ForecastCards forecast={forecast} />
    </>
  )
}
