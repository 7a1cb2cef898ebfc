// What was said with a customer: the newest first; inquiries and cases say whether they are still open.
import { ActionIcon, Button } from '@mantine/core'
import { IconPencil, IconTrash } from '@tabler/icons-react'
import { useMutation, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { client, trpc } from '#renderer/lib/api.ts'
import { useText } from '#renderer/lib/language.ts'
import { nameIn } from '#renderer/lib/names.ts'
import { recordAddress } from '#renderer/lib/record-address.ts'
import { sayError } from '#renderer/ui/say-error.ts'
import { SectionTitle } from '#renderer/ui/section-title.tsx'
import { StatusBadge } from '#renderer/ui/status-badge.tsx'
import { sayUndoable } from '#renderer/ui/undo-notice.tsx'
import { WriteGate } from '#renderer/ui/write-gate.tsx'
import type { Message } from '#shared/schemas/customers.ts'
import type { Party } from '#shared/schemas/parties.ts'
import { MessageDialog } from './message-dialog.tsx'
import classes from './sale.module.css'

const shownFirst = 5

export function MessageList({ party }: { party: Party }) {
  const { t, format } = useText()
  const [edited, setEdited] = useState<Message | 'new' | null>(null)
  const [isWhole, setWhole] = useState(false)
  const { data: messages = [] } = useQuery(trpc.customers.messages.queryOptions({ customerId: party.id }))
  const shown = isWhole ? messages : messages.slice(0, shownFirst)
  return (
    <section aria-label={t('customers.sections.messages')}>
      <div className={classes.head}>
        <SectionTitle>{t('customers.sections.messages')}</SectionTitle>
        <WriteGate>
          <Button onClick={() => setEdited('new')}>{t('customers.message.add')}</Button>
        </WriteGate>
      </div>
      {messages.length === 0 ? <p className="q-quiet">{t('customers.message.none')}</p> : null}
      <ul className={classes.items}>
        {shown.map((message) => (
          <MessageItem key={message.id} message={message} onEdit={() => setEdited(message)} />
        ))}
      </ul>
      {messages.length > shown.length ? (
        <Button mt={8} onClick={() => setWhole(true)}>
          {t('customers.message.more', { formatted: format.number(messages.length) })}
        </Button>
      ) : null}
      {edited === null ? null : (
        <MessageDialog party={party} message={edited === 'new' ? null : edited} onClose={() => setEdited(null)} />
      )}
    </section>
  )
}

function MessageItem({ message, onEdit }: { message: Message; onEdit: () => void }) {
  const text = useText()
  const { t, language } = text
  const { id, kind, direction, on, subject, person, orderId, orderNumber, closedOn } = message
  const name = subject || message.text.slice(0, 60)
  const remove = useMutation({
    mutationFn: () => client.customers.removeMessage.mutate({ id }),
    onSuccess: ({ operationId }) => sayUndoable(text, t('customers.message.removed'), operationId),
    onError: (error) => sayError(t, error),
  })
  const about = [t(`customers.messageKinds.${kind}`), t(`customers.directions.${direction}`), on]
  return (
    <li className={classes.line}>
      <div>
        {subject ? <strong>{subject}</strong> : null} <OpenBadge message={message} />
        <p className={classes.said}>{message.text}</p>
        <span className={classes.quiet}>
          {[...about, person && nameIn(language, person)].filter(Boolean).join(' · ')}{' '}
          {orderId === null ? null : (
            <Link className="q-link" {...(recordAddress({ kind: 'order', id: orderId }) as { to: '/' })}>
              {orderNumber}
            </Link>
          )}
        </span>
      </div>
      <div className={classes.tools}>
        {kind === 'case' || kind === 'inquiry' ? <CloseButton id={id} isClosed={closedOn !== null} /> : null}
        <WriteGate>
          <ActionIcon aria-label={t('customers.message.change', { subject: name })} onClick={onEdit}>
            <IconPencil size={15} stroke={1.5} />
          </ActionIcon>
        </WriteGate>
        <WriteGate>
          <ActionIcon aria-label={t('customers.message.remove', { subject: name })} onClick={() => remove.mutate()}>
            <IconTrash size={15} stroke={1.5} />
          </ActionIcon>
        </WriteGate>
      </div>
    </li>
  )
}

function OpenBadge({ message: { kind, closedOn } }: { message: Message }) {
  const { t } = useText()
  if (kind !== 'case' && kind !== 'inquiry') return null
  return closedOn === null ? (
    <StatusBadge tone="warn">{t('customers.message.open')}</StatusBadge>
  ) : (
    <StatusBadge>{t('customers.message.closed', { day: closedOn })}</StatusBadge>
  )
}

function CloseButton({ id, isClosed }: { id: number; isClosed: boolean }) {
  const text = useText()
  const { t } = text
  const close = useMutation({
    mutationFn: () => client.customers.closeMessage.mutate({ id, isClosed: !isClosed }),
    onSuccess: ({ operationId }) =>
      sayUndoable(text, t(isClosed ? 'customers.message.reopened' : 'customers.message.closedDone'), operationId),
    onError: (error) => sayError(t, error),
  })
  return (
    <WriteGate>
      <Button onClick={() => close.mutate()} loading={close.isPending}>
        {t(isClosed ? 'customers.message.reopen' : 'customers.message.close')}
      </Button>
    </WriteGate>
  )
}
