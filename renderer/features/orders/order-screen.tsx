// An order on its own page.
import { Button, Group, Modal, Text } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useMutation, useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { client, trpc } from '#renderer/lib/api.ts'
import { useText } from '#renderer/lib/language.ts'
import { nameIn } from '#renderer/lib/names.ts'
import { RecordAlerts } from '#renderer/ui/alerts/record-alerts.tsx'
import { ArchiveButton } from '#renderer/ui/archive-button.tsx'
import { Page } from '#renderer/ui/page.tsx'
import { PaperMenu } from '#renderer/ui/paper-menu.tsx'
import { QueryState } from '#renderer/ui/query-state.tsx'
import { RecordPanels } from '#renderer/ui/record-panels/record-panels.tsx'
import { sayError } from '#renderer/ui/say-error.ts'
import { StatusBadge } from '#renderer/ui/status-badge.tsx'
import { WriteGate } from '#renderer/ui/write-gate.tsx'
import type { Order } from '#shared/schemas/orders.ts'
import { OrderFacts, ShipFacts } from './order-facts.tsx'
import { OrderLineList } from './order-line-list.tsx'
import { OrderStatusBadge } from './order-status.tsx'
import classes from './orders.module.css'

export function OrderScreen() {
  const id = Number(useParams({ strict: false }).id)
  const query = useQuery(trpc.orders.get.queryOptions({ id }))
  return <QueryState query={query}>{(order) => <OrderPage order={order} />}</QueryState>
}

function OrderPage({ order }: { order: Order }) {
  const { t, language } = useText()
  return (
    <Page
      name={order.number}
      title={
        <>
          {order.number} <OrderStatusBadge status={order.status} />
          {order.isHistory ? <StatusBadge tone="outline">{t('orders.history')}</StatusBadge> : null}
          {order.archived ? <StatusBadge>{t('common.archived')}</StatusBadge> : null}
        </>
      }
      subtitle={order.customer ? nameIn(language, order.customer) : undefined}
      actions={<OrderActions order={order} />}
    >
      <RecordAlerts kind="order" id={order.id} />
      <div className={classes.columns}>
        <OrderLineList order={order} />
        <div className={classes.facts}>
          <OrderFacts order={order} />
          <ShipFacts order={order} />
        </div>
        <div className={classes.panels}>
          <RecordPanels kind="order" id={order.id} />
        </div>
      </div>
    </Page>
  )
}

function OrderActions({ order }: { order: Order }) {
  const { t } = useText()
  const [isAsking, ask] = useDisclosure(false)
  const ids = { ids: [order.id] }
  const confirm = useMutation({
    mutationFn: () => client.orders.confirm.mutate(ids),
    onError: (error) => sayError(t, error),
  })
  const canCancel = ['draft', 'confirmed', 'on_hold'].includes(order.status)
  return (
    <>
      <ArchiveButton
        archived={order.archived}
        archive={() => client.orders.archive.mutate(ids)}
        unarchive={() => client.orders.unarchive.mutate(ids)}
      />
      <PaperMenu record={{ kind: 'order', id: order.id }} />
      {canCancel ? (
        <WriteGate>
          <Button onClick={ask.open}>{t('orders.cancel')}</Button>
        </WriteGate>
      ) : null}
      {order.status === 'draft' ? (
        <WriteGate>
          <Button onClick={() => confirm.mutate()} loading={confirm.isPending}>
            {t('orders.confirm')}
          </Button>
        </WriteGate>
      ) : null}
      <WriteGate>
        <Button variant="filled" component={Link} to="/orders/$id/edit" params={{ id: String(order.id) } as never}>
          {t('common.edit')}
        </Button>
      </WriteGate>
      <CancelQuestion order={order} opened={isAsking} onClose={ask.close} />
    </>
  )
}

function CancelQuestion({ order, opened, onClose }: { order: Order; opened: boolean; onClose: () => void }) {
  const { t } = useText()
  const cancel = useMutation({
    mutationFn: () => client.orders.cancel.mutate({ ids: [order.id] }),
    onSuccess: onClose,
    onError: (error) => sayError(t, error),
  })
  return (
    <Modal opened={opened} onClose={onClose} title={t('orders.cancelSure', { number: order.number })} size="sm">
      <Text>{t('orders.cancelText')}</Text>
      <Group justify="flex-end" mt="md" gap="sm">
        <Button onClick={() => cancel.mutate()} loading={cancel.isPending}>
          {t('orders.cancel')}
        </Button>
        <Button variant="filled" onClick={onClose} data-autofocus>
          {t('orders.keep')}
        </Button>
      </Group>
    </Modal>
  )
}
