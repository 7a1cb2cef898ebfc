// Customers who are late, with the letter that is due next to each; and the letters that were made.
import { Button, Checkbox } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { client, trpc } from '#renderer/lib/api.ts'
import { useText } from '#renderer/lib/language.ts'
import { nameIn } from '#renderer/lib/names.ts'
import { EmptyState } from '#renderer/ui/empty-state.tsx'
import { LinkButton } from '#renderer/ui/link-button.tsx'
import { Page } from '#renderer/ui/page.tsx'
import { QueryState } from '#renderer/ui/query-state.tsx'
import report from '#renderer/ui/report.module.css'
import { sayError } from '#renderer/ui/say-error.ts'
import { SectionTitle } from '#renderer/ui/section-title.tsx'
import { StatusBadge } from '#renderer/ui/status-badge.tsx'
import { TableHead } from '#renderer/ui/table-head.tsx'
import { sayUndoable } from '#renderer/ui/undo-notice.tsx'
import { WriteGate } from '#renderer/ui/write-gate.tsx'
import type { DunningRow } from '#shared/schemas/receivables.ts'
import { LetterDrawer } from './letter-drawer.tsx'
import { LetterList } from './letter-list.tsx'
import classes from './receivables.module.css'

const keyOf = ({ customerId, currency }: DunningRow) => `${customerId} ${currency}`

export function DunningScreen() {
  const { t, format } = useText()
  const { id } = useSearch({ strict: false }) as { id?: number }
  const navigate = useNavigate()
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const query = useQuery(trpc.receivables.dunning.queryOptions({}))
  const ticked = (query.data ?? []).filter((row) => row.step !== null && chosen.has(keyOf(row)))
  const making = useMaking(() => setChosen(new Set()))
  const toggle = (row: DunningRow) => {
    const next = new Set(chosen)
    if (!next.delete(keyOf(row))) next.add(keyOf(row))
    setChosen(next)
  }
  return (
    <Page
      fills
      title={t('receivables.dunning.title')}
      actions={
        <>
          <LinkButton to="/receivables/settings">{t('receivables.dunning.settings')}</LinkButton>
          <WriteGate>
            <Button
              variant="filled"
              disabled={ticked.length === 0}
              loading={making.isPending}
              onClick={() => making.mutate(ticked)}
            >
              {ticked.length === 0
                ? t('receivables.dunning.makeNone')
                : t('receivables.dunning.make', { count: ticked.length, formatted: format.number(ticked.length) })}
            </Button>
          </WriteGate>
        </>
      }
    >
      <div className={report.split}>
        <div className={`${report.main} ${classes.main}`}>
          <QueryState query={query}>
            {(rows) =>
              rows.length === 0 ? (
                <EmptyState title={t('receivables.dunning.empty')}>{t('receivables.dunning.emptyText')}</EmptyState>
              ) : (
                <LateTable rows={rows} chosen={chosen} onToggle={toggle} />
              )
            }
          </QueryState>
          <SectionTitle>{t('receivables.dunning.letters')}</SectionTitle>
          <LetterList />
        </div>
        {id === undefined ? null : (
          <LetterDrawer id={id} onClose={() => navigate({ to: '/dunning', search: {}, replace: true })} />
        )}
      </div>
    </Page>
  )
}

function useMaking(onMade: () => void) {
  const text = useText()
  const { t, format } = text
  const navigate = useNavigate()
  return useMutation({
    mutationFn: (rows: readonly DunningRow[]) =>
      client.receivables.makeLetters.mutate({
        letters: rows.map(({ customerId, currency }) => ({ customerId, currency })),
      }),
    onSuccess: ({ result: { ids }, operationId }) => {
      sayUndoable(
        text,
        t('receivables.dunning.made', { count: ids.length, formatted: format.number(ids.length) }),
        operationId,
      )
      onMade()
      if (ids.length === 1) navigate({ to: '/dunning', search: { id: ids[0] }, replace: true })
    },
    onError: (error) => sayError(t, error),
  })
}

type TableProps = {
  rows: readonly DunningRow[]
  chosen: ReadonlySet<string>
  onToggle: (row: DunningRow) => void
}

function LateTable({ rows, chosen, onToggle }: TableProps) {
  const { t } = useText()
  return (
    <div className={classes.tableFrame}>
      <table className={classes.table}>
        <TableHead
          heads={[
            '',
            t('receivables.dunning.customer'),
            { numeric: t('receivables.dunning.overdue') },
            t('receivables.dunning.since'),
            t('receivables.dunning.next'),
            t('receivables.dunning.last'),
            t('receivables.dunning.documents'),
          ]}
        />
        <tbody>
          {rows.map((row) => (
            <Late key={keyOf(row)} row={row} isChosen={chosen.has(keyOf(row))} onToggle={() => onToggle(row)} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Late({ row, isChosen, onToggle }: { row: DunningRow; isChosen: boolean; onToggle: () => void }) {
  const { t, format, language } = useText()
  const { customerId, currency, step, lastStep, lastOn, items } = row
  const customer = nameIn(language, { name: row.customer, nameZh: row.customerZh })
  return (
    <tr>
      <td>
        <Checkbox
          aria-label={t('receivables.dunning.choose', { customer, currency })}
          checked={isChosen}
          disabled={step === null}
          onChange={onToggle}
        />
      </td>
      <td className={classes.what}>
        <Link className="q-link" to="/customers/$id" params={{ id: String(customerId) }} search={{ panel: 'credit' }}>
          {customer}
        </Link>
      </td>
      <td data-numeric>
        {format.money(row.overdue, currency)}
        {Number(row.unapplied) > 0 ? (
          <div className="q-quiet">
            {t('receivables.dunning.unapplied', { amount: format.money(row.unapplied, currency) })}
          </div>
        ) : null}
      </td>
      <td>
        {row.oldestOn}{' '}
        <span className="q-quiet">
          {t('receivables.items.daysOverdue', {
            count: row.daysOverdue,
            formatted: format.number(row.daysOverdue),
          })}
        </span>
      </td>
      <td>
        <NextLetter row={row} />
      </td>
      <td>{lastStep === 0 ? '–' : `${t('receivables.dunning.step', { step: lastStep })}, ${lastOn ?? ''}`}</td>
      <td className={classes.what}>
        {items.map((item) => (
          <span key={item.orderId} className={classes.document}>
            <Link className="q-link" to="/orders/$id" params={{ id: String(item.orderId) }}>
              {item.number}
            </Link>{' '}
            {item.pausedBy === '' ? null : (
              <StatusBadge>{t(`receivables.dunning.paused.${item.pausedBy}`)}</StatusBadge>
            )}
          </span>
        ))}
      </td>
    </tr>
  )
}

function NextLetter({ row: { step, nextOn, draftId, lastStep } }: { row: DunningRow }) {
  const { t } = useText()
  if (draftId !== null) {
    return (
      <Link className="q-link" to="/dunning" search={{ id: draftId }}>
        {t('receivables.dunning.step', { step: lastStep })}: {t('receivables.dunning.waits')}
      </Link>
    )
  }
  if (step !== null) return <StatusBadge tone="warn">{t('receivables.dunning.due', { step })}</StatusBadge>
  if (nextOn !== null) return <span className="q-quiet">{t('receivables.dunning.from', { day: nextOn })}</span>
  return <span className="q-quiet">{lastStep === 0 ? '–' : t('receivables.dunning.ended')}</span>
}
