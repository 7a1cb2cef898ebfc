// "Confirm" for ticked orders: confirms what nothing speaks against, then tells what of the rest was refused or only warns, and
// lets what warns be confirmed all the same.
import { Button, Modal } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { client } from '#renderer/lib/api.ts'
import { wholeMessage } from '#renderer/lib/error-message.ts'
import { useText } from '#renderer/lib/language.ts'
import { Notice } from '#renderer/ui/notice.tsx'
import plain from '#renderer/ui/plain-table.module.css'
import type { BulkAction } from '#renderer/ui/record-grid/run-action.ts'
import { ScrollRegion } from '#renderer/ui/scroll-region.tsx'
import { sayUndoable } from '#renderer/ui/undo-notice.tsx'
import type { ConfirmedMany, UnconfirmedOrder } from '#shared/schemas/confirm-many.ts'
import { refusedMessage } from './confirm-message.ts'
import classes from './orders.module.css'

type Done = { operationId: number | null } | null
type Asked = { done: ConfirmedMany & { operationId: number | null }; answer: (done: Done) => void }

const shown = 200

/** The action for the list's bar, and the dialog that tells what was not confirmed. */
export function useConfirmMany(): { action: BulkAction; dialog: ReactNode } {
  const text = useText()
  const { t, format } = text
  const [asked, ask] = useState<Asked | null>(null)
  const action: BulkAction = {
    key: 'confirm',
    label: t('orders.selected.confirm'),
    runOn: async (target) => {
      const done = await client.orders.confirmMany.mutate({ target })
      if (done.left.length > 0) return new Promise<Done>((answer) => ask({ done, answer }))
      const { confirmed: count, operationId } = done
      sayUndoable(text, t('orders.done.confirm', { count, formatted: format.number(count) }), operationId)
      return { operationId: null }
    },
  }
  const close = (done: Done) => {
    asked?.answer(done)
    ask(null)
  }
  return { action, dialog: asked ? <LeftDialog first={asked.done} onClose={close} /> : null }
}

type DialogProps = { first: Asked['done']; onClose: (done: Done) => void }

function LeftDialog({ first, onClose }: DialogProps) {
  const { t, format } = useText()
  const [done, setDone] = useState(first)
  const said = (count: number) => ({ count, formatted: format.number(count) })
  const warned = done.left.filter(({ isWarning }) => isWarning)
  const confirming = useMutation({
    mutationFn: () =>
      client.orders.confirmMany.mutate({ target: { ids: warned.map(({ orderId }) => orderId) }, despite: true }),
    onSuccess: (now) => {
      const refused = done.left.filter(({ isWarning }) => !isWarning)
      setDone({ ...now, confirmed: done.confirmed + now.confirmed, left: [...refused, ...now.left] })
    },
  })
  const close = () => onClose(done.confirmed > 0 ? { operationId: done.operationId } : null)
  return (
    <Modal
      opened
      size="lg"
      onClose={close}
      title={t('orders.many.title')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <div className={classes.dialog}>
        {done.confirmed > 0 ? <Notice tone="good">{t('orders.many.confirmed', said(done.confirmed))}</Notice> : null}
        {done.left.length > 0 ? <LeftOrders left={done.left} /> : null}
        {warned.length > 0 ? <Notice tone="warn">{t('orders.many.warned', said(warned.length))}</Notice> : null}
        {confirming.error ? <Notice tone="bad">{wholeMessage(t, confirming.error)}</Notice> : null}
        <div className={classes.dialogActions}>
          <Button onClick={close} data-autofocus>
            {t('common.close')}
          </Button>
          {warned.length > 0 ? (
            <Button variant="filled" loading={confirming.isPending} onClick={() => confirming.mutate()}>
              {t('orders.ask.despite')}
            </Button>
          ) : null}
        </div>
      </div>
    </Modal>
  )
}

function LeftOrders({ left }: { left: readonly UnconfirmedOrder[] }) {
  const text = useText()
  const { t, format } = text
  const said = (count: number) => ({ count, formatted: format.number(count) })
  const name = t('orders.many.left', said(left.length))
  const more = left.length - shown
  return (
    <>
      <p>{name}</p>
      <ScrollRegion className={classes.leftOrders ?? ''} name={name}>
        <table className={plain.table}>
          <thead>
            <tr>
              <th scope="col">{t('orders.many.order')}</th>
              <th scope="col">{t('orders.many.why')}</th>
            </tr>
          </thead>
          <tbody>
            {left.slice(0, shown).map(({ orderId, number, code, details }) => (
              <tr key={orderId}>
                <td>
                  <Link className="q-link" to="/orders/$id" params={{ id: String(orderId) }}>
                    {number}
                  </Link>
                </td>
                <td>{refusedMessage(text, { code, details })}</td>
              </tr>
            ))}
          </tbody>
        </table>
        {more > 0 ? <p className="q-quiet">{t('orders.many.more', said(more))}</p> : null}
      </ScrollRegion>
    </>
  )
}
