// One payout of a channel: what it is made of, where it and the orders do not agree, its lines; booked as one payment.
import { Button } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { client, trpc } from '#renderer/lib/api.ts'
import { useText } from '#renderer/lib/language.ts'
import { Facts } from '#renderer/ui/facts.tsx'
import { Notice } from '#renderer/ui/notice.tsx'
import { Page } from '#renderer/ui/page.tsx'
import table from '#renderer/ui/plain-table.module.css'
import { QueryState } from '#renderer/ui/query-state.tsx'
import { RecordPanels } from '#renderer/ui/record-panels/record-panels.tsx'
import { sayError } from '#renderer/ui/say-error.ts'
import { SectionTitle } from '#renderer/ui/section-title.tsx'
import { TableHead } from '#renderer/ui/table-head.tsx'
import { sayUndoable } from '#renderer/ui/undo-notice.tsx'
import { WriteGate } from '#renderer/ui/write-gate.tsx'
import type { Settlement } from '#shared/schemas/settlements.ts'
import { PostDialog } from './post-dialog.tsx'
import classes from './sales.module.css'
import { SettlementDifferences } from './settlement-differences.tsx'
import { SettlementLines } from './settlement-lines.tsx'
import { SettlementNoteDialog } from './settlement-note-dialog.tsx'
import { SettlementStateBadge } from './settlement-state.tsx'

export function SettlementScreen() {
  const { id } = useParams({ strict: false }) as { id: string }
  const query = useQuery(trpc.settlements.get.queryOptions({ id: Number(id) }))
  return <QueryState query={query}>{(settlement) => <SettlementPage settlement={settlement} />}</QueryState>
}

function SettlementPage({ settlement }: { settlement: Settlement }) {
  const { t, format } = useText()
  const name = `${settlement.channel} ${settlement.externalId}`.trim()
  const money = (amount: string) => format.money(amount, settlement.currency)
  return (
    <Page
      title={
        <>
          {name} <SettlementStateBadge state={settlement.state} />
        </>
      }
      name={name}
      actions={<Actions settlement={settlement} />}
    >
      <div className={classes.page}>
        {settlement.state === 'mismatch' ? (
          <Notice tone="bad">
            {t('sales.settlements.mismatch', { lines: money(settlement.lineTotal), total: money(settlement.total) })}
          </Notice>
        ) : null}
        <div className={classes.narrow}>
          <SettlementFacts settlement={settlement} />
        </div>
        <section>
          <SectionTitle>{t('sales.settlements.sums')}</SectionTitle>
          <Sums settlement={settlement} />
        </section>
        <SettlementDifferences id={settlement.id} />
        <SettlementLines settlement={settlement} />
        <RecordPanels kind="settlement" id={settlement.id} />
      </div>
    </Page>
  )
}

function Actions({ settlement }: { settlement: Settlement }) {
  const text = useText()
  const { t, format } = text
  const [isPosting, setPosting] = useState(false)
  const [isNoting, setNoting] = useState(false)
  const matching = useMutation({
    mutationFn: () => client.settlements.match.mutate({ id: settlement.id }),
    onSuccess: ({ result, operationId }) =>
      sayUndoable(
        text,
        t('sales.settlements.matched', { count: result, formatted: format.number(result) }),
        operationId,
      ),
    onError: (error) => sayError(t, error),
  })
  const unposting = useMutation({
    mutationFn: () => client.settlements.unpost.mutate({ id: settlement.id, note: '' }),
    onSuccess: ({ operationId }) => sayUndoable(text, t('sales.settlements.unposted'), operationId),
    onError: (error) => sayError(t, error),
  })
  const isPosted = settlement.state === 'posted'
  return (
    <>
      <WriteGate>
        <Button onClick={() => setNoting(true)}>{t('sales.settlements.editNote')}</Button>
      </WriteGate>
      {settlement.unmatchedCount > 0 && !isPosted ? (
        <WriteGate>
          <Button loading={matching.isPending} onClick={() => matching.mutate()}>
            {t('sales.settlements.match')}
          </Button>
        </WriteGate>
      ) : null}
      {isPosted ? (
        <WriteGate>
          <Button loading={unposting.isPending} onClick={() => unposting.mutate()}>
            {t('sales.settlements.unpost')}
          </Button>
        </WriteGate>
      ) : (
        <WriteGate>
          <Button variant="filled" onClick={() => setPosting(true)}>
            {t('sales.settlements.post')}
          </Button>
        </WriteGate>
      )}
      {isPosting ? <PostDialog settlement={settlement} onClose={() => setPosting(false)} /> : null}
      {isNoting ? <SettlementNoteDialog settlement={settlement} onClose={() => setNoting(false)} /> : null}
    </>
  )
}

function SettlementFacts({ settlement }: { settlement: Settlement }) {
  const { t, format } = useText()
  const money = (amount: string) => format.money(amount, settlement.currency)
  const days = [settlement.startsOn, settlement.endsOn].filter(Boolean).join(' – ')
  return (
    <Facts
      facts={[
        { label: t('sales.settlements.fields.total'), value: <strong>{money(settlement.total)}</strong> },
        { label: t('sales.settlements.fields.period'), value: days, optional: true },
        { label: t('sales.settlements.fields.depositedOn'), value: settlement.depositedOn, optional: true },
        { label: t('sales.settlements.fields.orders'), value: format.number(settlement.orderCount) },
        {
          label: t('sales.settlements.fields.unmatched'),
          value: settlement.unmatchedCount === 0 ? '' : format.number(settlement.unmatchedCount),
          optional: true,
        },
        {
          label: t('sales.settlements.fields.payment'),
          value: settlement.paymentId !== null && (
            <Link className="q-link" to="/payables" search={{ payment: settlement.paymentId }}>
              {settlement.paymentNumber}
            </Link>
          ),
          optional: true,
        },
        { label: t('sales.settlements.fields.note'), value: settlement.note, optional: true },
      ]}
    />
  )
}

function Sums({ settlement }: { settlement: Settlement }) {
  const { t, format } = useText()
  return (
    <div className={`${classes.tableFrame} ${classes.narrow}`}>
      <table className={table.table}>
        <TableHead
          heads={[
            t('sales.settlements.kind'),
            { numeric: t('sales.settlements.linesOf') },
            { numeric: `${t('sales.settlements.amount')} ${settlement.currency}` },
          ]}
        />
        <tbody>
          {settlement.sums.map(({ kind, lines, amount }) => (
            <tr key={kind}>
              <th scope="row">{t(`sales.settlements.kinds.${kind}`)}</th>
              <td data-numeric>{format.number(lines)}</td>
              <td data-numeric>{format.amount(amount, settlement.currency)}</td>
            </tr>
          ))}
          <tr className={classes.total}>
            <th scope="row">{t('sales.settlements.fields.lineTotal')}</th>
            <td />
            <td data-numeric>{format.amount(settlement.lineTotal, settlement.currency)}</td>
          </tr>
        </tbody>
      </table>
    </div>
  )
}
