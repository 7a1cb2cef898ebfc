// A request for quotation on its own page: who was asked for what, what they answered, and what is chosen of it.
import { Button } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { client, trpc } from '#renderer/lib/api.ts'
import { failureOf } from '#renderer/lib/call-failure.ts'
import { errorMessage } from '#renderer/lib/error-message.ts'
import { useText } from '#renderer/lib/language.ts'
import { RecordAlerts } from '#renderer/ui/alerts/record-alerts.tsx'
import { ArchiveButton } from '#renderer/ui/archive-button.tsx'
import { Facts } from '#renderer/ui/facts.tsx'
import { LinkButton } from '#renderer/ui/link-button.tsx'
import { Notice } from '#renderer/ui/notice.tsx'
import { Page } from '#renderer/ui/page.tsx'
import { PaperMenu } from '#renderer/ui/paper-menu.tsx'
import { QueryState } from '#renderer/ui/query-state.tsx'
import { RecordPanels } from '#renderer/ui/record-panels/record-panels.tsx'
import { sayError } from '#renderer/ui/say-error.ts'
import { StatusBadge } from '#renderer/ui/status-badge.tsx'
import { sayUndoable } from '#renderer/ui/undo-notice.tsx'
import { WriteGate } from '#renderer/ui/write-gate.tsx'
import type { QuoteRequest } from '#shared/schemas/quote-requests.ts'
import { AnswersGrid } from './answers-grid.tsx'
import { CompareAnswers } from './compare-answers.tsx'
import { RequestGoods } from './request-goods.tsx'
import { LateBadge, RequestStatusBadge } from './request-status.tsx'
import classes from './sourcing.module.css'

export function RequestScreen() {
  const id = Number(useParams({ strict: false }).id)
  const query = useQuery(trpc.requests.get.queryOptions({ id }))
  return <QueryState query={query}>{(request) => <RequestPage key={request.id} request={request} />}</QueryState>
}

function RequestPage({ request }: { request: QuoteRequest }) {
  const { t } = useText()
  const send = useSend(request)
  const isComplete = request.answers.every(({ state }) => state !== 'asked')
  const isAnswered = request.answers.some(({ state }) => state === 'answered' || state === 'chosen')
  return (
    <Page
      name={request.number}
      title={
        <>
          {request.number} <RequestStatusBadge status={request.status} /> <LateBadge {...request} />
          {request.archived ? <StatusBadge>{t('common.archived')}</StatusBadge> : null}
        </>
      }
      subtitle={request.title}
      actions={<RequestActions request={request} send={send} />}
    >
      <RecordAlerts kind="request" id={request.id} />
      {send.warned ? (
        <Notice tone="warn" actions={<Button onClick={() => send.run(true)}>{t('sourcing.requests.despite')}</Button>}>
          {send.warned}
        </Notice>
      ) : null}
      <div className={classes.columns}>
        <div className={classes.stack}>
          {/* What is left to do stands first: writing down answers, or choosing among them. */}
          {isAnswered && isComplete ? <CompareAnswers request={request} /> : null}
          {request.status === 'draft' ? <RequestGoods request={request} /> : <AnswersGrid request={request} />}
          {isAnswered && !isComplete ? <CompareAnswers request={request} /> : null}
        </div>
        <RequestFacts request={request} />
        <RecordPanels kind="request" id={request.id} />
      </div>
    </Page>
  )
}

/** Sends the request; where something speaks against a supplier it says so first, and sends knowingly after that. */
function useSend({ id, number }: QuoteRequest) {
  const text = useText()
  const { t } = text
  const sending = useMutation({
    mutationFn: (despite: boolean) => client.requests.send.mutate({ id, despite }),
    onSuccess: ({ operationId }) => sayUndoable(text, t('sourcing.requests.sent', { number }), operationId),
    onError: (error) => {
      if (failureOf(error).code !== 'requests/supplier-warned') sayError(t, error)
    },
  })
  const isWarned = sending.error !== null && failureOf(sending.error).code === 'requests/supplier-warned'
  return {
    run: (despite: boolean) => sending.mutate(despite),
    isPending: sending.isPending,
    warned: isWarned ? errorMessage(t, sending.error) : null,
  }
}

type Action = 'close' | 'cancel' | 'reopen'
const actionsOf = { draft: ['cancel'], sent: ['cancel', 'close'], closed: ['reopen'], cancelled: ['reopen'] } as const
const said = { close: 'closed', cancel: 'cancelled', reopen: 'reopened' } as const

function RequestActions({ request, send }: { request: QuoteRequest; send: ReturnType<typeof useSend> }) {
  const text = useText()
  const { t } = text
  const { id, number, status } = request
  const step = useMutation({
    mutationFn: async (action: Action) => ({ action, ...(await client.requests[action].mutate({ id })) }),
    onSuccess: ({ action, operationId }) =>
      sayUndoable(text, t(`sourcing.requests.${said[action]}`, { number }), operationId),
    onError: (error) => sayError(t, error),
  })
  const isDraft = status === 'draft'
  const hasSilent = request.answers.some(({ sentAt }) => sentAt === null)
  return (
    <>
      <ArchiveButton
        archived={request.archived}
        archive={() => client.requests.archive.mutate({ ids: [id] })}
        unarchive={() => client.requests.unarchive.mutate({ ids: [id] })}
      />
      <PaperMenu record={{ kind: 'request', id }} />
      {actionsOf[status].map((action) => (
        <WriteGate key={action}>
          <Button onClick={() => step.mutate(action)} loading={step.isPending && step.variables === action}>
            {t(`sourcing.requests.${action}`)}
          </Button>
        </WriteGate>
      ))}
      {isDraft || status === 'sent' ? (
        <WriteGate>
          <LinkButton to="/requests/$id/edit" params={{ id: String(id) }}>
            {t('common.edit')}
          </LinkButton>
        </WriteGate>
      ) : null}
      {isDraft || (status === 'sent' && hasSilent) ? (
        <WriteGate>
          <Button variant="filled" loading={send.isPending} onClick={() => send.run(false)}>
            {t('sourcing.requests.send')}
          </Button>
        </WriteGate>
      ) : null}
    </>
  )
}

function RequestFacts({ request }: { request: QuoteRequest }) {
  const { t } = useText()
  const word = (key: 'requestedOn' | 'answerBy' | 'neededOn' | 'incoterm' | 'note') => t(`sourcing.request.${key}`)
  return (
    <div>
      <Facts
        title={t('sourcing.requests.facts')}
        facts={[
          { label: word('requestedOn'), value: request.requestedOn },
          { label: word('answerBy'), value: request.answerBy },
          { label: word('neededOn'), value: request.neededOn },
          {
            label: word('incoterm'),
            value: [request.incoterm, request.place].filter(Boolean).join(' '),
            optional: true,
          },
          { label: word('note'), value: request.note, optional: true },
        ]}
      />
      <Facts
        title={t('sourcing.requests.orders')}
        facts={request.orders.map((order) => ({
          label: request.answers.find(({ id }) => id === order.answerId)?.supplier.name ?? '',
          value: (
            <Link className="q-link" to={'/purchases/$id' as '/'} params={{ id: String(order.id) }}>
              {order.number}
            </Link>
          ),
        }))}
      />
    </div>
  )
}
