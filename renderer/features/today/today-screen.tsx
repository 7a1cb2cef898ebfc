// Home: what needs attention today, each with its first rows and the way to all of them.
import { Button } from '@mantine/core'
import { IconCircleCheck, IconInbox } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { trpc } from '#renderer/lib/api.ts'
import { useBook } from '#renderer/lib/host-state.ts'
import { useText } from '#renderer/lib/language.ts'
import { EmptyState } from '#renderer/ui/empty-state.tsx'
import { Page } from '#renderer/ui/page.tsx'
import { QueryState } from '#renderer/ui/query-state.tsx'
import { dayOf, type Instant } from '#shared/dates.ts'
import type { Today } from '#shared/schemas/today.ts'
import { CurrenciesWithoutRate } from './currencies-without-rate.tsx'
import { LateOrders } from './late-orders.tsx'
import { ProductsWithoutCost } from './products-without-cost.tsx'
import classes from './today-screen.module.css'

export function TodayScreen() {
  const { t, format } = useText()
  const { companyName, timeZone } = useBook()
  const today = dayOf(Date.now() as Instant, timeZone)
  const query = useQuery(trpc.today.get.queryOptions({ today }))
  return (
    <Page
      title={t('today.title')}
      subtitle={t('today.subtitle', { day: format.dayInWords(today), company: companyName })}
      actions={
        query.data?.hasRecords ? (
          <Button component={Link} to="/saw">
            {t('today.saw')}
          </Button>
        ) : null
      }
    >
      <QueryState query={query}>{(data) => (data.hasRecords ? <Attention today={data} /> : <EmptyBook />)}</QueryState>
    </Page>
  )
}

function Attention({ today }: { today: Today }) {
  const { t } = useText()
  const { lateOrders, productsWithoutCost, currenciesWithoutRate } = today
  const isCalm = lateOrders.count + productsWithoutCost.count + currenciesWithoutRate.count === 0
  return (
    <>
      {isCalm ? (
        <EmptyState icon={<IconCircleCheck size={28} stroke={1.5} />} title={t('today.nothing')}>
          {t('today.nothingText')}
        </EmptyState>
      ) : (
        <div className={classes.parts}>
          <LateOrders late={lateOrders} today={today.today} />
          <ProductsWithoutCost lacking={productsWithoutCost} />
          <CurrenciesWithoutRate lacking={currenciesWithoutRate} />
        </div>
      )}
    </>
  )
}

function EmptyBook() {
  const { t } = useText()
  return (
    <EmptyState
      icon={<IconInbox size={28} stroke={1.5} />}
      title={t('today.empty.title')}
      actions={
        <>
          <Button component={Link} to="/import" variant="filled">
            {t('today.empty.import')}
          </Button>
          <Button component={Link} to="/products/new">
            {t('today.empty.product')}
          </Button>
          <Button component={Link} to="/orders/new">
            {t('today.empty.order')}
          </Button>
        </>
      }
    >
      {t('today.empty.text')}
    </EmptyState>
  )
}
