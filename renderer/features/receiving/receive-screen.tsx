// Goods of a purchase order as they come in, made for the keyboard: what is still to come stands ready, Enter goes down,
// Ctrl S posts. Beside each line stands how it will be, below what the receipt does to stock and cost.
import { Button, Checkbox } from '@mantine/core'
import { useHotkeys } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { type FormEvent, useRef } from 'react'
import { trpc } from '#renderer/lib/api.ts'
import { failureOf } from '#renderer/lib/call-failure.ts'
import { errorMessage } from '#renderer/lib/error-message.ts'
import { useText } from '#renderer/lib/language.ts'
import { nameIn } from '#renderer/lib/names.ts'
import { EmptyState } from '#renderer/ui/empty-state.tsx'
import { KeyHint } from '#renderer/ui/key-hint.tsx'
import { LinkButton } from '#renderer/ui/link-button.tsx'
import { Notice } from '#renderer/ui/notice.tsx'
import { Page } from '#renderer/ui/page.tsx'
import { QueryState } from '#renderer/ui/query-state.tsx'
import { WriteGate } from '#renderer/ui/write-gate.tsx'
import type { ToReceive } from '#shared/schemas/receiving.ts'
import { ReceiveEffects } from './receive-effects.tsx'
import { ReceiveHead } from './receive-head.tsx'
import { ReceiveTable } from './receive-table.tsx'
import classes from './receiving.module.css'
import { useReceive } from './use-receive.ts'

export function ReceiveScreen() {
  const { t, language } = useText()
  const orderId = Number(useParams({ strict: false }).id)
  const query = useQuery({ ...trpc.receiving.toReceive.queryOptions({ orderId }), refetchOnMount: 'always' })
  const order = query.data
  // What stands ready must be of now: an answer kept from before the last receipt would count its goods twice.
  const { error, refetch, isFetchedAfterMount } = query
  const fresh = { data: isFetchedAfterMount ? order : undefined, error, refetch }
  return (
    <Page
      title={t('receiving.screen.title', { number: order?.number ?? '' })}
      subtitle={order ? nameIn(language, { name: order.supplier, nameZh: order.supplierZh }) : undefined}
    >
      <QueryState query={fresh}>
        {(found) =>
          found.lines.length === 0 ? <Nothing order={found} /> : <Receipt key={found.orderId} order={found} />
        }
      </QueryState>
    </Page>
  )
}

function Nothing({ order }: { order: ToReceive }) {
  const { t } = useText()
  return (
    <EmptyState
      title={t('receiving.screen.nothing')}
      actions={
        <LinkButton to="/purchases/$id" params={{ id: String(order.orderId) }}>
          {order.number}
        </LinkButton>
      }
    />
  )
}

function Receipt({ order }: { order: ToReceive }) {
  const { t } = useText()
  const receive = useReceive(order)
  const form = useRef<HTMLFormElement>(null)
  useHotkeys([['mod+S', receive.submit]], [])
  const { error, isPending } = receive.posting
  return (
    <form
      ref={form}
      className={classes.form}
      noValidate
      aria-label={t('receiving.receipt')}
      onSubmit={(event: FormEvent) => {
        event.preventDefault()
        receive.submit()
      }}
    >
      <ReceiveHead order={order} receive={receive} />
      <ReceiveTable order={order} receive={receive} />
      <Choices order={order} receive={receive} />
      <ReceiveEffects order={order} receive={receive} />
      {error ? <Notice tone="bad">{errorMessage(t, error)}</Notice> : null}
      <div className={classes.actions}>
        <WriteGate>
          <Button
            type="submit"
            variant="filled"
            loading={isPending}
            disabled={receive.reading.receipt === null && Object.keys(receive.reading.problems).length === 0}
          >
            {t('receiving.screen.post')}
          </Button>
        </WriteGate>
        <LinkButton to="/purchases/$id" params={{ id: String(order.orderId) }}>
          {t('common.cancel')}
        </LinkButton>
        <KeyHint keys="Ctrl S" />
        <span className="q-quiet">{t('receiving.screen.keys')}</span>
      </div>
    </form>
  )
}

type PartProps = { order: ToReceive; receive: ReturnType<typeof useReceive> }

/** Asked only where it makes a difference. */
function Choices({ order, receive }: PartProps) {
  const { t } = useText()
  const { form, set, preview, posting } = receive
  const outcomes = preview.data?.lines ?? []
  const isOver = posting.error !== null && failureOf(posting.error).code === 'receiving/over'
  const isBeyond = isOver || outcomes.some(({ state }) => state === 'beyond')
  const isShort = outcomes.some(({ open, letGo }) => open > 0 || letGo > 0)
  const canSendOn = order.lines.some(({ salesOrderId }) => salesOrderId !== null)
  return (
    <div className={classes.choices}>
      {isBeyond ? (
        <Checkbox
          label={t('receiving.screen.acceptOver')}
          checked={form.acceptOver}
          onChange={(event) => set({ acceptOver: event.currentTarget.checked })}
        />
      ) : null}
      {isShort || form.letGoRest ? (
        <Checkbox
          label={t('receiving.screen.letGoRest')}
          checked={form.letGoRest}
          onChange={(event) => set({ letGoRest: event.currentTarget.checked })}
        />
      ) : null}
      {canSendOn ? (
        <Checkbox
          label={t('receiving.screen.sendOn')}
          checked={form.sendOn}
          onChange={(event) => set({ sendOn: event.currentTarget.checked })}
        />
      ) : null}
    </div>
  )
}
