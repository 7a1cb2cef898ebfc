// The list of sales orders.
import { useNavigate } from '@tanstack/react-router'
import { client } from '#renderer/lib/api.ts'
import { useText } from '#renderer/lib/language.ts'
import { ImportLink } from '#renderer/ui/import-link.tsx'
import { LinkButton } from '#renderer/ui/link-button.tsx'
import { useMarkShipped } from '#renderer/ui/mark-shipped/use-mark-shipped.tsx'
import { Page } from '#renderer/ui/page.tsx'
import { RecordList } from '#renderer/ui/record-grid/record-list.tsx'
import { WriteGate } from '#renderer/ui/write-gate.tsx'
import { useConfirmMany } from './confirm-many.tsx'
import { useOrderActions } from './order-actions.ts'
import { useOrderColumns } from './order-columns.tsx'
import { OrderDrawer } from './order-drawer.tsx'
import { useReceiveMany } from './receive-many.tsx'

export function OrdersScreen() {
  const { t, format } = useText()
  const navigate = useNavigate()
  const columns = useOrderColumns()
  const confirming = useConfirmMany()
  const shipping = useMarkShipped()
  const receiving = useReceiveMany()
  const add = (
    <WriteGate>
      <LinkButton variant="filled" to="/orders/new">
        {t('orders.new')}
      </LinkButton>
    </WriteGate>
  )
  const actions = (
    <>
      <WriteGate>
        <LinkButton to="/credits/new">{t('dispatch.credit.one')}</LinkButton>
      </WriteGate>
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
    <Page title={t('orders.title')} actions={actions} fills>
      <RecordList
        list="orders"
        feature="orders"
        label={t('orders.title')}
        columns={columns}
        load={(query) => client.orders.list.query(query)}
        nameOf={(row) => row.number}
        countText={(total) => t('orders.count', { count: total, formatted: format.number(total) })}
        bulkActions={useOrderActions([confirming.action, shipping.action, receiving.action])}
        empty={{ title: t('orders.empty.title'), text: t('orders.empty.text'), actions: begin }}
        onNew={() => navigate({ to: '/orders/new' })}
        onOpenPage={(id) => navigate({ to: '/orders/$id', params: { id: String(id) } })}
        drawer={(id, onClose) => <OrderDrawer id={id} onClose={onClose} />}
      />
      {confirming.dialog}
      {shipping.dialog}
      {receiving.dialog}
    </Page>
  )
}
