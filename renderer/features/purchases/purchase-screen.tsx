// A purchase order on its own page: how it stands, the next step, its lines, and everything that hangs on it.
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { trpc } from '#renderer/lib/api.ts'
import { useText } from '#renderer/lib/language.ts'
import { nameIn } from '#renderer/lib/names.ts'
import { useToday } from '#renderer/lib/use-today.ts'
import { RecordAlerts } from '#renderer/ui/alerts/record-alerts.tsx'
import { LinePage } from '#renderer/ui/line-page.tsx'
import { Page } from '#renderer/ui/page.tsx'
import { QueryState } from '#renderer/ui/query-state.tsx'
import { RecordPanels } from '#renderer/ui/record-panels/record-panels.tsx'
import { StatusBadge } from '#renderer/ui/status-badge.tsx'
import { asDay, daysBetween, isDay } from '#shared/dates.ts'
import type { Purchase } from '#shared/schemas/purchases.ts'
import { PurchaseFacts } from './purchase-facts.tsx'
import { PurchaseLineTable } from './purchase-line-table.tsx'
import { PurchaseStatusBadge } from './purchase-status.tsx'
import { PurchaseSteps } from './purchase-steps.tsx'

export function PurchaseScreen() {
  const id = Number(useParams({ strict: false }).id)
  const query = useQuery(trpc.purchases.get.queryOptions({ id }))
  return <QueryState query={query}>{(purchase) => <PurchasePage purchase={purchase} />}</QueryState>
}

function PurchasePage({ purchase }: { purchase: Purchase }) {
  const { t, language } = useText()
  return (
    <Page
      name={purchase.number}
      title={
        <>
          {purchase.number} <PurchaseStatusBadge status={purchase.status} /> <Lateness purchase={purchase} />
          {purchase.isHistory ? <StatusBadge tone="outline">{t('purchases.history')}</StatusBadge> : null}
          {purchase.archived ? <StatusBadge>{t('common.archived')}</StatusBadge> : null}
        </>
      }
      subtitle={purchase.supplier ? nameIn(language, purchase.supplier) : undefined}
      actions={<PurchaseSteps purchase={purchase} />}
    >
      <RecordAlerts kind="purchase" id={purchase.id} />
      <LinePage
        lines={<PurchaseLineTable purchase={purchase} />}
        facts={<PurchaseFacts purchase={purchase} />}
        panels={<RecordPanels kind="purchase" id={purchase.id} />}
      />
    </Page>
  )
}

function Lateness({ purchase }: { purchase: Purchase }) {
  const { t } = useText()
  const today = useToday()
  const { nextOn } = purchase
  if (nextOn === null || !isDay(nextOn) || nextOn >= today) return null
  const days = daysBetween(asDay(nextOn), today)
  return <StatusBadge tone="bad">{t('purchases.lateBy', { count: days, days })}</StatusBadge>
}
