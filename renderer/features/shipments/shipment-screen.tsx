// A shipment on its own page: how it stands, the next step, what is in it, its way, and everything that hangs on it.
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { trpc } from '#renderer/lib/api.ts'
import { useText } from '#renderer/lib/language.ts'
import { useToday } from '#renderer/lib/use-today.ts'
import { RecordAlerts } from '#renderer/ui/alerts/record-alerts.tsx'
import { LinePage } from '#renderer/ui/line-page.tsx'
import { Page } from '#renderer/ui/page.tsx'
import { QueryState } from '#renderer/ui/query-state.tsx'
import { RecordPanels } from '#renderer/ui/record-panels/record-panels.tsx'
import { StatusBadge } from '#renderer/ui/status-badge.tsx'
import { asDay, daysBetween, isDay } from '#shared/dates.ts'
import type { Shipment } from '#shared/schemas/shipments.ts'
import { CustomsSection } from './customs-section.tsx'
import { LegLine } from './leg-line.tsx'
import { ParcelTable } from './parcel-table.tsx'
import { useRecipient } from './recipient.ts'
import { ShipmentFacts } from './shipment-facts.tsx'
import { ShipmentLineTable } from './shipment-line-table.tsx'
import { ShipmentBadge } from './shipment-status.tsx'
import { ShipmentSteps } from './shipment-steps.tsx'

export function ShipmentScreen() {
  const id = Number(useParams({ strict: false }).id)
  const query = useQuery(trpc.shipments.get.queryOptions({ id }))
  return <QueryState query={query}>{(shipment) => <ShipmentPage shipment={shipment} />}</QueryState>
}

function ShipmentPage({ shipment }: { shipment: Shipment }) {
  const { t } = useText()
  const recipient = useRecipient()
  return (
    <Page
      name={shipment.number}
      title={
        <>
          {shipment.number} <ShipmentBadge status={shipment.status} state={shipment.state} />{' '}
          <Lateness shipment={shipment} />
          {shipment.isHistory ? <StatusBadge tone="outline">{t('shipments.history')}</StatusBadge> : null}
          {shipment.archived ? <StatusBadge>{t('common.archived')}</StatusBadge> : null}
        </>
      }
      subtitle={recipient(shipment) || undefined}
      actions={<ShipmentSteps shipment={shipment} />}
    >
      <RecordAlerts kind="shipment" id={shipment.id} />
      <LinePage
        lines={
          <>
            {shipment.legs.length > 0 ? <LegLine shipment={shipment} /> : null}
            <ShipmentLineTable shipment={shipment} />
            <ParcelTable shipment={shipment} />
            <CustomsSection shipment={shipment} />
          </>
        }
        facts={<ShipmentFacts shipment={shipment} />}
        panels={<RecordPanels kind="shipment" id={shipment.id} />}
      />
    </Page>
  )
}

function Lateness({ shipment: { isLate, plannedOn } }: { shipment: Shipment }) {
  const { t } = useText()
  const today = useToday()
  if (!isLate || plannedOn === null || !isDay(plannedOn)) return null
  const days = daysBetween(asDay(plannedOn), today)
  return <StatusBadge tone="bad">{t('shipments.lateBy', { count: days, days })}</StatusBadge>
}
