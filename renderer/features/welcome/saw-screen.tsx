// What Quayside saw in the files: what earns, what lacks a cost, what is late, which rates are missing.
import { useQuery } from '@tanstack/react-query'
import { trpc } from '#renderer/lib/api.ts'
import { useText } from '#renderer/lib/language.ts'
import { LinkButton } from '#renderer/ui/link-button.tsx'
import { Page } from '#renderer/ui/page.tsx'
import { QueryState } from '#renderer/ui/query-state.tsx'
import type { Overview } from '#shared/schemas/overview.ts'
import { SawCosts } from './saw-costs.tsx'
import { SawEarns } from './saw-earns.tsx'
import { SawLate } from './saw-late.tsx'
import { SawRates } from './saw-rates.tsx'
import classes from './saw-screen.module.css'

export function SawScreen() {
  const { t } = useText()
  const overview = useQuery(trpc.insights.overview.queryOptions({}))
  return (
    <Page
      title={t('welcome.saw.title')}
      subtitle={overview.data ? <SawSubtitle overview={overview.data} /> : null}
      actions={
        <LinkButton to="/" variant="filled">
          {t('welcome.saw.toToday')}
        </LinkButton>
      }
    >
      <QueryState query={overview}>
        {(data) => (
          <div className={classes.sections}>
            <SawEarns overview={data} />
            <SawCosts />
            <SawLate />
            <SawRates />
          </div>
        )}
      </QueryState>
    </Page>
  )
}

function SawSubtitle({ overview: { records, firstDay, lastDay } }: { overview: Overview }) {
  const { t, format } = useText()
  const said = (key: 'products' | 'customers' | 'orders') =>
    t(`welcome.saw.${key}`, { count: records[key], formatted: format.number(records[key]) })
  const counts = { products: said('products'), customers: said('customers'), orders: said('orders') }
  if (firstDay === null || lastDay === null) return t('welcome.saw.subtitle', counts)
  return t('welcome.saw.subtitleDays', {
    ...counts,
    from: format.dayInWords(firstDay),
    to: format.dayInWords(lastDay),
  })
}
