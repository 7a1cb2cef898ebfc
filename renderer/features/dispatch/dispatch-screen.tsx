// Goods that leave for an order, made for the keyboard: what is still to be sent stands ready, Enter goes down, Ctrl S posts.
import { Button } from '@mantine/core'
import { useHotkeys } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import type { FormEvent } from 'react'
import { trpc } from '#renderer/lib/api.ts'
import { wholeMessage } from '#renderer/lib/error-message.ts'
import { useText } from '#renderer/lib/language.ts'
import { nameIn } from '#renderer/lib/names.ts'
import { EmptyState } from '#renderer/ui/empty-state.tsx'
import { KeyHint } from '#renderer/ui/key-hint.tsx'
import { LinkButton } from '#renderer/ui/link-button.tsx'
import { Notice } from '#renderer/ui/notice.tsx'
import { Page } from '#renderer/ui/page.tsx'
import { QueryState } from '#renderer/ui/query-state.tsx'
import { WriteGate } from '#renderer/ui/write-gate.tsx'
import type { ToDispatch } from '#shared/schemas/dispatch.ts'
import classes from './dispatch.module.css'
import { DispatchEffects } from './dispatch-effects.tsx'
import { DispatchHead } from './dispatch-head.tsx'
import { DispatchTable } from './dispatch-table.tsx'
import { useDispatch } from './use-dispatch.ts'

export function DispatchScreen() {
  const { t, language } = useText()
  const orderId = Number(useParams({ strict: false }).id)
  const query = useQuery({ ...trpc.orders.toDispatch.queryOptions({ orderId }), refetchOnMount: 'always' })
  const { data: order, error, refetch, isFetchedAfterMount } = query
  // What stands ready must be of now: an answer from before the last dispatch would send its goods twice.
  const fresh = { data: isFetchedAfterMount ? order : undefined, error, refetch }
  return (
    <Page
      title={t('dispatch.screen.title', { number: order?.number ?? '' })}
      subtitle={order ? nameIn(language, { name: order.customer, nameZh: order.customerZh }) : undefined}
    >
      <QueryState query={fresh}>
        {(found) =>
          canSend(found) ? <DispatchFormView key={found.orderId} order={found} /> : <Nothing order={found} />
        }
      </QueryState>
    </Page>
  )
}

function canSend({ status, lines }: ToDispatch): boolean {
  return (status === 'confirmed' || status === 'part_shipped') && lines.some(({ open }) => open > 0)
}

function OrderLink({ order, label }: { order: ToDispatch; label: string }) {
  return (
    <LinkButton to="/orders/$id" params={{ id: String(order.orderId) }}>
      {label}
    </LinkButton>
  )
}

function Nothing({ order }: { order: ToDispatch }) {
  const { t } = useText()
  return <EmptyState title={t('dispatch.screen.nothing')} actions={<OrderLink order={order} label={order.number} />} />
}

function DispatchFormView({ order }: { order: ToDispatch }) {
  const { t } = useText()
  const dispatch = useDispatch(order)
  useHotkeys([['mod+S', dispatch.submit]], [])
  const { error, isPending } = dispatch.posting
  return (
    <form
      className={classes.form}
      noValidate
      aria-label={t('dispatch.one')}
      onSubmit={(event: FormEvent) => {
        event.preventDefault()
        dispatch.submit()
      }}
    >
      <DispatchHead dispatch={dispatch} />
      {order.packingNote === '' ? null : (
        <Notice tone="info">
          {t('dispatch.screen.packing')}: {order.packingNote}
        </Notice>
      )}
      <DispatchTable order={order} dispatch={dispatch} />
      <DispatchEffects dispatch={dispatch} />
      {error ? <Notice tone="bad">{wholeMessage(t, error)}</Notice> : null}
      <div className={classes.actions}>
        <WriteGate>
          <Button type="submit" variant="filled" loading={isPending}>
            {t('dispatch.screen.post')}
          </Button>
        </WriteGate>
        <OrderLink order={order} label={t('common.cancel')} />
        <KeyHint keys="Ctrl S" />
        <span className="q-quiet">{t('dispatch.screen.keys')}</span>
      </div>
    </form>
  )
}
