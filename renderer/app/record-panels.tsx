// The panels that records have, gathered from the features; each loads with its first showing.
import { lazy } from 'react'
// Not loaded on demand: a file that is dropped before its taker is there would take the page away.
import { DropAnywhere } from '#renderer/features/attachments/drop-anywhere.tsx'
import { useText } from '#renderer/lib/language.ts'
import type { RecordPanel } from '#renderer/lib/record-panels.ts'

const TimelinePanel = lazy(async () => ({
  default: (await import('#renderer/features/timeline/timeline-panel.tsx')).TimelinePanel,
}))

const AttachmentsPanel = lazy(async () => ({
  default: (await import('#renderer/features/attachments/attachments-panel.tsx')).AttachmentsPanel,
}))

const VersionsPanel = lazy(async () => ({
  default: (await import('#renderer/features/versions/versions-panel.tsx')).VersionsPanel,
}))

const PapersPanel = lazy(async () => ({
  default: (await import('#renderer/features/papers/papers-panel.tsx')).PapersPanel,
}))

const PackingPanel = lazy(async () => ({
  default: (await import('#renderer/features/packing/packing-panel.tsx')).PackingPanel,
}))

const StockPanel = lazy(async () => ({
  default: (await import('#renderer/features/stock/stock-panel.tsx')).StockPanel,
}))

const ForecastPanel = lazy(async () => ({
  default: (await import('#renderer/features/planning/forecast-panel.tsx')).ForecastPanel,
}))

const TasksPanel = lazy(async () => ({
  default: (await import('#renderer/features/tasks/tasks-panel.tsx')).TasksPanel,
}))

const ClassHistoryPanel = lazy(async () => ({
  default: (await import('#renderer/features/insights/class-history.tsx')).ClassHistoryPanel,
}))

const OffersPanel = lazy(async () => ({
  default: (await import('#renderer/features/sourcing/offers-panel.tsx')).OffersPanel,
}))

const MilestonesPanel = lazy(async () => ({
  default: (await import('#renderer/features/receiving/milestones-panel.tsx')).MilestonesPanel,
}))

const ReceiptsPanel = lazy(async () => ({
  default: (await import('#renderer/features/receiving/receipts-panel.tsx')).ReceiptsPanel,
}))

const InspectionsPanel = lazy(async () => ({
  default: (await import('#renderer/features/receiving/inspections-panel.tsx')).InspectionsPanel,
}))

const CarrierLanesPanel = lazy(async () => ({
  default: (await import('#renderer/features/lanes/carrier-lanes-panel.tsx')).CarrierLanesPanel,
}))

const ClaimsPanel = lazy(async () => ({
  default: (await import('#renderer/features/receiving/claims-panel.tsx')).ClaimsPanel,
}))

const PaymentsPanel = lazy(async () => ({
  default: (await import('#renderer/features/payments/payments-panel.tsx')).PaymentsPanel,
}))

const PartyPaymentsPanel = lazy(async () => ({
  default: (await import('#renderer/features/payments/party-payments-panel.tsx')).PartyPaymentsPanel,
}))

const ProfitPanel = lazy(async () => ({
  default: (await import('#renderer/features/sales/profit-panel.tsx')).ProfitPanel,
}))

const FlagsPanel = lazy(async () => ({
  default: (await import('#renderer/features/sales/flags-panel.tsx')).FlagsPanel,
}))

const ChannelPanel = lazy(async () => ({
  default: (await import('#renderer/features/channels/channel-panel.tsx')).ChannelPanel,
}))

const SalePaymentsPanel = lazy(async () => ({
  default: (await import('#renderer/features/receivables/sale-payments-panel.tsx')).SalePaymentsPanel,
}))

const CreditPanel = lazy(async () => ({
  default: (await import('#renderer/features/receivables/credit-panel.tsx')).CreditPanel,
}))

const BoughtForPanel = lazy(async () => ({
  default: (await import('#renderer/features/purchases/bought-for-panel.tsx')).BoughtForPanel,
}))

const DispatchesPanel = lazy(async () => ({
  default: (await import('#renderer/features/dispatch/dispatches-panel.tsx')).DispatchesPanel,
}))

const MovesPanel = lazy(async () => ({
  default: (await import('#renderer/features/shipment-moves/moves-panel.tsx')).MovesPanel,
}))

const StepDialogs = lazy(async () => ({
  default: (await import('#renderer/features/shipment-moves/step-dialogs.tsx')).StepDialogs,
}))

const EventsPanel = lazy(async () => ({
  default: (await import('#renderer/features/tracking/events-panel.tsx')).EventsPanel,
}))

const ShipmentsPanel = lazy(async () => ({
  default: (await import('#renderer/features/shipments/shipments-panel.tsx')).ShipmentsPanel,
}))

/** What goes on around a purchase order, in the order in which it happens. */
const purchasePanels: readonly RecordPanel[] = [
  { key: 'milestones', useTitle: () => useText().t('receiving.milestone.title'), Panel: MilestonesPanel },
  { key: 'receipts', useTitle: () => useText().t('receiving.receipts.title'), Panel: ReceiptsPanel },
  { key: 'inspections', useTitle: () => useText().t('receiving.inspection.title'), Panel: InspectionsPanel },
  { key: 'claims', useTitle: () => useText().t('receiving.claim.title'), Panel: ClaimsPanel },
  { key: 'payments', useTitle: () => useText().t('payments.title'), Panel: PaymentsPanel },
].map((panel) => ({ ...panel, kinds: ['purchase'] }))

const ChargesPanel = lazy(async () => ({
  default: (await import('#renderer/features/charges/charges-panel.tsx')).ChargesPanel,
}))

const CarrierServicesPanel = lazy(async () => ({
  default: (await import('#renderer/features/carriers/services-panel.tsx')).ServicesPanel,
}))

export const recordPanels: readonly RecordPanel[] = [
  { key: 'events', useTitle: () => useText().t('tracking.panel.title'), kinds: ['shipment'], Panel: EventsPanel },
  {
    key: 'lanes',
    useTitle: () => useText().t('lanes.panel.title'),
    kinds: ['party'],
    roles: ['carrier'],
    Panel: CarrierLanesPanel,
  },
  ...purchasePanels,
  {
    key: 'moves',
    useTitle: () => useText().t('shipments.moves.title'),
    kinds: ['shipment'],
    Panel: MovesPanel,
    Presence: StepDialogs,
  },
  { key: 'charges', useTitle: () => useText().t('charges.title'), kinds: ['shipment'], Panel: ChargesPanel },
  { key: 'packing', useTitle: () => useText().t('packing.panel.title'), kinds: ['shipment'], Panel: PackingPanel },
  { key: 'claims', useTitle: () => useText().t('receiving.claim.title'), kinds: ['shipment'], Panel: ClaimsPanel },
  { key: 'dispatches', useTitle: () => useText().t('dispatch.title'), kinds: ['order'], Panel: DispatchesPanel },
  {
    key: 'shipments',
    useTitle: () => useText().t('shipments.panel.title'),
    kinds: ['order', 'purchase'],
    Panel: ShipmentsPanel,
  },
  {
    key: 'payments',
    useTitle: () => useText().t('receivables.panel.title'),
    kinds: ['order'],
    Panel: SalePaymentsPanel,
  },
  { key: 'timeline', useTitle: () => useText().t('timeline.title'), Panel: TimelinePanel },
  { key: 'stock', useTitle: () => useText().t('stock.title'), kinds: ['product'], Panel: StockPanel },
  { key: 'forecast', useTitle: () => useText().t('forecast.title'), kinds: ['product'], Panel: ForecastPanel },
  { key: 'offers', useTitle: () => useText().t('sourcing.offers.panel.title'), kinds: ['product'], Panel: OffersPanel },
  {
    key: 'attachments',
    useTitle: () => useText().t('attachments.title'),
    Panel: AttachmentsPanel,
    Presence: DropAnywhere,
  },
  {
    key: 'papers',
    useTitle: () => useText().t('papers.title'),
    kinds: ['order', 'purchase', 'party', 'product', 'document', 'request', 'shipment'],
    Panel: PapersPanel,
  },
  {
    key: 'versions',
    useTitle: () => useText().t('versions.title'),
    kinds: ['order', 'purchase'],
    Panel: VersionsPanel,
  },
  { key: 'profit', useTitle: () => useText().t('sales.profit.title'), kinds: ['order'], Panel: ProfitPanel },
  { key: 'flags', useTitle: () => useText().t('sales.flags.title'), kinds: ['order'], Panel: FlagsPanel },
  { key: 'channel', useTitle: () => useText().t('channels.panel.title'), kinds: ['order'], Panel: ChannelPanel },
  {
    key: 'services',
    useTitle: () => useText().t('carriers.panel.title'),
    kinds: ['party'],
    roles: ['carrier'],
    Panel: CarrierServicesPanel,
  },
  { key: 'credit', useTitle: () => useText().t('receivables.credit.title'), kinds: ['party'], Panel: CreditPanel },
  { key: 'bought', useTitle: () => useText().t('purchases.boughtFor.title'), kinds: ['order'], Panel: BoughtForPanel },
  { key: 'payments', useTitle: () => useText().t('payments.title'), kinds: ['party'], Panel: PartyPaymentsPanel },
  {
    key: 'classes',
    useTitle: () => useText().t('classes.history.title'),
    kinds: ['product'],
    Panel: ClassHistoryPanel,
  },
  {
    key: 'tasks',
    useTitle: () => useText().t('tasks.title'),
    kinds: ['product', 'party', 'order', 'shipment', 'paper', 'person', 'company'],
    Panel: TasksPanel,
  },
]
