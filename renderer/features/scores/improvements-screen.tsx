// What suppliers are to do better: the open actions of all decisions, by day.
import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { trpc } from '#renderer/lib/api.ts'
import { useText } from '#renderer/lib/language.ts'
import { nameIn } from '#renderer/lib/names.ts'
import { useToday } from '#renderer/lib/use-today.ts'
import { EmptyState } from '#renderer/ui/empty-state.tsx'
import { Page } from '#renderer/ui/page.tsx'
import plain from '#renderer/ui/plain-table.module.css'
import { QueryState } from '#renderer/ui/query-state.tsx'
import { StatusBadge } from '#renderer/ui/status-badge.tsx'
import { useTaskActions } from '#renderer/ui/tasks/use-task-actions.ts'
import { WriteGate } from '#renderer/ui/write-gate.tsx'
import type { Decision } from '#shared/schemas/score-records.ts'
import { DecisionDialog } from './decision-dialog.tsx'
import classes from './scores.module.css'
import { ScoresNav } from './scores-nav.tsx'

/** Behind every day. */
const noDay = '9999-12-31'

export function ImprovementsScreen() {
  const { t } = useText()
  const navigate = useNavigate()
  const { id } = useSearch({ strict: false }) as { id?: number }
  const query = useQuery(trpc.suppliers.decisions.queryOptions({ open: true }))
  return (
    <Page title={t('scores.improve.title')} subtitle={t('scores.improve.subtitle')}>
      <div className={classes.flush}>
        <ScoresNav view="improvements" />
        <QueryState query={query}>{(decisions) => <Actions decisions={decisions} askedId={id ?? null} />}</QueryState>
        {id === undefined ? null : (
          <DecisionDialog id={id} onClose={() => navigate({ to: '/improvements', replace: true })} />
        )}
      </div>
    </Page>
  )
}

type ActionsProps = {
  decisions: readonly Decision[]
  /** The decision that the address names; its actions are marked. */
  askedId: number | null
}

function Actions({ decisions, askedId }: ActionsProps) {
  const { t } = useText()
  const rows = decisions
    .flatMap((decision) =>
      decision.actions.filter(({ status }) => status === 'open').map((action) => ({ decision, action })),
    )
    .sort((left, right) => ((left.action.dueOn ?? noDay) < (right.action.dueOn ?? noDay) ? -1 : 1))
  if (rows.length === 0)
    return <EmptyState title={t('scores.improve.empty')}>{t('scores.improve.emptyText')}</EmptyState>
  return (
    <table className={plain.table} aria-label={t('scores.improve.title')}>
      <thead>
        <tr>
          {(['due', 'action', 'supplier', 'decided'] as const).map((key) => (
            <th key={key} scope="col">
              {t(`scores.improve.${key}`)}
            </th>
          ))}
          <td />
        </tr>
      </thead>
      <tbody>
        {rows.map(({ decision, action }) => (
          <ActionRow key={action.id} decision={decision} action={action} isAsked={decision.id === askedId} />
        ))}
      </tbody>
    </table>
  )
}

type ActionRowProps = { decision: Decision; action: Decision['actions'][number]; isAsked: boolean }

function ActionRow({ decision, action, isAsked }: ActionRowProps) {
  const { t, language } = useText()
  const today = useToday()
  const { done } = useTaskActions()
  const name = nameIn(language, { name: decision.supplier, nameZh: decision.supplierZh })
  return (
    <tr className={isAsked ? classes.asked : undefined}>
      <td className={classes.day}>
        {action.dueOn ?? t('scores.improve.noDay')}{' '}
        {action.dueOn !== null && action.dueOn < today ? (
          <StatusBadge tone="bad">{t('scores.improve.late')}</StatusBadge>
        ) : null}
      </td>
      <th scope="row">{action.title}</th>
      <td>
        <Link className="q-link" to={`/scores/${decision.supplierId}` as '/'}>
          {name}
        </Link>
      </td>
      <td className={classes.day}>
        <Link className="q-link" to="/improvements" search={{ id: decision.id }}>
          {`${t(`scores.decisions.${decision.decided}`)} ${decision.decidedOn}`}
        </Link>
      </td>
      <td data-numeric>
        <WriteGate>
          <Button
            size="compact-xs"
            aria-label={t('scores.improve.tick', { title: action.title })}
            onClick={() => done.mutate(action)}
          >
            {t('scores.improve.done')}
          </Button>
        </WriteGate>
      </td>
    </tr>
  )
}
