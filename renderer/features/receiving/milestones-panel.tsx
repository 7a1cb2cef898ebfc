// How the making of a purchase order goes on: steps on a line with the day planned and the day reached, each with its files.
import { Button } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { client, trpc } from '#renderer/lib/api.ts'
import { useText } from '#renderer/lib/language.ts'
import type { PanelProps } from '#renderer/lib/record-panels.ts'
import { useToday } from '#renderer/lib/use-today.ts'
import { QueryState } from '#renderer/ui/query-state.tsx'
import { PanelsDialog } from '#renderer/ui/record-panels/own-panels.tsx'
import { sayError } from '#renderer/ui/say-error.ts'
import { StatusBadge, type Tone } from '#renderer/ui/status-badge.tsx'
import { sayUndoable } from '#renderer/ui/undo-notice.tsx'
import { WriteGate } from '#renderer/ui/write-gate.tsx'
import type { Milestone } from '#shared/schemas/milestones.ts'
import { MilestoneDialog } from './milestone-dialog.tsx'
import classes from './receiving.module.css'

type Shown = { what: 'edit' | 'files'; id: number | null }

export function MilestonesPanel({ record }: PanelProps) {
  const text = useText()
  const { t } = text
  const [shown, show] = useState<Shown | null>(null)
  const query = useQuery(trpc.milestones.ofOrder.queryOptions({ orderId: record.id }))
  const planning = useMutation({
    mutationFn: () => client.milestones.plan.mutate({ orderId: record.id }),
    onSuccess: ({ operationId }) => sayUndoable(text, t('receiving.milestone.planned'), operationId),
    onError: (error) => sayError(t, error),
  })
  const close = () => show(null)
  return (
    <QueryState query={query}>
      {(milestones) => {
        const chosen = milestones.find(({ id }) => id === shown?.id)
        return (
          <>
            <div className={classes.panelActions}>
              {milestones.length === 0 ? (
                <WriteGate>
                  <Button onClick={() => planning.mutate()} loading={planning.isPending}>
                    {t('receiving.milestone.plan')}
                  </Button>
                </WriteGate>
              ) : null}
              <WriteGate>
                <Button onClick={() => show({ what: 'edit', id: null })}>{t('receiving.milestone.add')}</Button>
              </WriteGate>
            </div>
            {milestones.length === 0 ? <p className="q-quiet">{t('receiving.milestone.empty')}</p> : null}
            <ol className={classes.steps}>
              {milestones.map((one) => (
                <Step key={one.id} milestone={one} onShow={(what) => show({ what, id: one.id })} />
              ))}
            </ol>
            {shown?.what === 'edit' ? (
              <MilestoneDialog orderId={record.id} milestone={chosen ?? null} onClose={close} />
            ) : null}
            {shown?.what === 'files' && chosen ? (
              <PanelsDialog
                title={`${t('receiving.milestone.files')}: ${chosen.title || t(`receiving.milestone.kinds.${chosen.kind}`)}`}
                record={{ kind: 'milestone', id: chosen.id }}
                first="attachments"
                onClose={close}
              />
            ) : null}
          </>
        )
      }}
    </QueryState>
  )
}

const tones: Readonly<Record<Milestone['state'], Tone>> = {
  done: 'good',
  behind: 'warn',
  late: 'bad',
  waiting: 'neutral',
  unplanned: 'outline',
}

function Step({ milestone, onShow }: { milestone: Milestone; onShow: (what: Shown['what']) => void }) {
  const text = useText()
  const { t } = text
  const today = useToday()
  const { id, kind, actualOn, plannedOn, state, daysLate, attachments } = milestone
  const title = milestone.title || t(`receiving.milestone.kinds.${kind}`)
  const isReached = actualOn !== null
  const files =
    attachments > 0 ? t('receiving.milestone.filesCount', { count: attachments }) : t('receiving.milestone.files')
  const reaching = useMutation({
    mutationFn: () => client.milestones.reach.mutate({ id, on: isReached ? null : today }),
    onSuccess: ({ operationId }) =>
      sayUndoable(text, t(`receiving.milestone.${isReached ? 'unreached' : 'reached'}`, { title }), operationId),
    onError: (error) => sayError(t, error),
  })
  const planned = plannedOn ? t('receiving.milestone.plannedFor', { day: plannedOn }) : t('receiving.milestone.noPlan')
  return (
    <li className={classes.step} data-state={state}>
      <div className={classes.stepHead}>
        <span className={classes.stepTitle}>{title}</span>
        <StatusBadge tone={tones[state]}>{t(`receiving.milestone.states.${state}`)}</StatusBadge>
        <span className={classes.push}>
          <WriteGate>
            <Button
              variant="subtle"
              size="compact-xs"
              loading={reaching.isPending}
              aria-label={`${t(`receiving.milestone.${isReached ? 'unreach' : 'reach'}`)}: ${title}`}
              onClick={() => reaching.mutate()}
            >
              {t(`receiving.milestone.${isReached ? 'unreach' : 'reach'}`)}
            </Button>
          </WriteGate>
          <Button variant="subtle" size="compact-xs" aria-label={`${files}: ${title}`} onClick={() => onShow('files')}>
            {files}
          </Button>
          <WriteGate>
            <Button
              variant="subtle"
              size="compact-xs"
              aria-label={`${t('common.edit')}: ${title}`}
              onClick={() => onShow('edit')}
            >
              {t('common.edit')}
            </Button>
          </WriteGate>
        </span>
      </div>
      <p className={classes.detail}>
        {[
          actualOn,
          planned,
          daysLate !== null && daysLate > 0 ? t('receiving.milestone.lateBy', { count: daysLate, days: daysLate }) : '',
          milestone.note,
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
    </li>
  )
}
