// The list of shipments.
import { useNavigate } from '@tanstack/react-router'
import { client } from '#renderer/lib/api.ts'
import { useText } from '#renderer/lib/language.ts'
import { ImportLink } from '#renderer/ui/import-link.tsx'
import { LinkButton } from '#renderer/ui/link-button.tsx'
import { MakeShipments } from '#renderer/ui/make-shipments.tsx'
import { Page } from '#renderer/ui/page.tsx'
import { RecordList } from '#renderer/ui/record-grid/record-list.tsx'
import { ShipmentViews } from '#renderer/ui/shipment-views.tsx'
import { WriteGate } from '#renderer/ui/write-gate.tsx'
import { useShipmentActions } from './shipment-actions.ts'
import { useShipmentColumns } from './shipment-columns.tsx'
import { ShipmentDrawer } from './shipment-drawer.tsx'

export function ShipmentsScreen() {
  const { t, format } = useText()
  const navigate = useNavigate()
  const add = (
    <WriteGate>
      <LinkButton variant="filled" to="/shipments/new">
        {t('shipments.new')}
      </LinkButton>
    </WriteGate>
  )
  const actions = (
    <>
      <ShipmentViews view="list" />
      <LinkButton to="/shipments/sent-list">{t('shipments.moves.list.action')}</LinkButton>
      <LinkButton to="/shipments/files">{t('packing.files.title')}</LinkButton>
      {add}
    </>
  )
  const begin = (
    <>
      <ImportLink />
      {add}
    </>
  )
  return (
    <Page title={t('shipments.title')} actions={actions} fills>
      <MakeShipments />
      <RecordList
        list="shipments"
        feature="shipments"
        label={t('shipments.title')}
        columns={useShipmentColumns()}
        load={(query) => client.shipments.list.query(query)}
        nameOf={(row) => row.number}
        countText={(total) => t('shipments.count', { count: total, formatted: format.number(total) })}
        bulkActions={useShipmentActions()}
        empty={{ title: t('shipments.empty.title'), text: t('shipments.empty.text'), actions: begin }}
        onNew={() => navigate({ to: '/shipments/new' })}
        onOpenPage={(id) => navigate({ to: '/shipments/$id', params: { id: String(id) } })}
        drawer={(id, onClose) => <ShipmentDrawer id={id} onClose={onClose} />}
      />
    </Page>
  )
}
