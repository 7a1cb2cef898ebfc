// The book's own rules in their order: the first that fits a text counts.
import { ActionIcon, Button, VisuallyHidden } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconArrowDown, IconArrowUp, IconPencil, IconTrash } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { client } from '#renderer/lib/api.ts'
import { useText } from '#renderer/lib/language.ts'
import plain from '#renderer/ui/plain-table.module.css'
import { sayError } from '#renderer/ui/say-error.ts'
import { ScrollRegion } from '#renderer/ui/scroll-region.tsx'
import { SectionTitle } from '#renderer/ui/section-title.tsx'
import { sayUndoable } from '#renderer/ui/undo-notice.tsx'
import { WriteGate } from '#renderer/ui/write-gate.tsx'
import type { OwnRule } from '#shared/schemas/tracking.ts'
import { RuleDialog } from './rule-dialog.tsx'
import { useSourceNames } from './source-names.ts'
import classes from './tracking.module.css'

export function OwnRules({ rules }: { rules: readonly OwnRule[] }) {
  const { t } = useText()
  // 'new' stands for a rule that is not there yet.
  const [shown, show] = useState<OwnRule | 'new' | null>(null)
  const nameOf = useSourceNames()
  const doing = useRuleSteps(rules)
  return (
    <section>
      <div className={classes.sectionHead}>
        <SectionTitle>{t('tracking.rules.own')}</SectionTitle>
        <WriteGate>
          <Button onClick={() => show('new')}>{t('tracking.rules.add')}</Button>
        </WriteGate>
      </div>
      {rules.length === 0 ? (
        <p className="q-quiet">{t('tracking.rules.ownEmpty')}</p>
      ) : (
        <ScrollRegion className={classes.rows ?? ''} name={t('tracking.rules.own')}>
          <table className={plain.table}>
            <RuleHead />
            <tbody>
              {rules.map((rule, at) => (
                <tr key={rule.id}>
                  <td className={classes.words}>{rule.phrase}</td>
                  <td>{rule.code}</td>
                  <td>{nameOf(rule.source) || <span className="q-quiet">{t('tracking.rules.anySource')}</span>}</td>
                  <td>{rule.state === '' ? t('tracking.event.noState') : t(`shipments.states.${rule.state}`)}</td>
                  <td className={classes.words}>{rule.note}</td>
                  <td>
                    <RuleButtons rule={rule} at={at} count={rules.length} doing={doing} onEdit={() => show(rule)} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollRegion>
      )}
      {shown === null ? null : <RuleDialog rule={shown === 'new' ? null : shown} onClose={() => show(null)} />}
    </section>
  )
}

function RuleHead() {
  const { t } = useText()
  return (
    <thead>
      <tr>
        {(['phrase', 'code', 'source', 'state', 'note'] as const).map((key) => (
          <th key={key} scope="col">
            {t(`tracking.rules.${key}`)}
          </th>
        ))}
        <th scope="col">
          <VisuallyHidden>{t('tracking.rules.actions')}</VisuallyHidden>
        </th>
      </tr>
    </thead>
  )
}

type Doing = ReturnType<typeof useRuleSteps>
type ButtonsProps = { rule: OwnRule; at: number; count: number; doing: Doing; onEdit: () => void }

function RuleButtons({ rule, at, count, doing, onEdit }: ButtonsProps) {
  const { t } = useText()
  const name = rule.phrase || rule.code
  return (
    <WriteGate>
      <div className={classes.buttons}>
        <ActionIcon
          aria-label={t('tracking.rules.up', { name })}
          disabled={at === 0}
          onClick={() => doing.move(at, -1)}
        >
          <IconArrowUp size={16} stroke={1.5} />
        </ActionIcon>
        <ActionIcon
          aria-label={t('tracking.rules.down', { name })}
          disabled={at === count - 1}
          onClick={() => doing.move(at, 1)}
        >
          <IconArrowDown size={16} stroke={1.5} />
        </ActionIcon>
        <ActionIcon aria-label={t('tracking.rules.editOne', { name })} onClick={onEdit}>
          <IconPencil size={16} stroke={1.5} />
        </ActionIcon>
        <ActionIcon aria-label={t('tracking.rules.removeOne', { name })} onClick={() => doing.remove.mutate(rule.id)}>
          <IconTrash size={16} stroke={1.5} />
        </ActionIcon>
      </div>
    </WriteGate>
  )
}

function useRuleSteps(rules: readonly OwnRule[]) {
  const text = useText()
  const { t } = text
  const onError = (error: Error) => sayError(t, error)
  const order = useMutation({ mutationFn: (ids: number[]) => client.tracking.orderRules.mutate({ ids }), onError })
  const remove = useMutation({
    mutationFn: (id: number) => client.tracking.removeRule.mutate({ id }),
    onSuccess: ({ operationId }) => sayUndoable(text, t('tracking.rules.removed'), operationId),
    onError,
  })
  const move = (at: number, by: -1 | 1) => {
    const ids = rules.map(({ id }) => id)
    const [moved] = ids.splice(at, 1)
    if (moved === undefined || order.isPending) return
    ids.splice(at + by, 0, moved)
    order.mutate(ids)
  }
  return { move, remove }
}

/** Said where a rule was saved. */
export function sayRuleSaved(t: ReturnType<typeof useText>['t']): void {
  notifications.show({ id: 'tracking-rule-saved', message: t('tracking.rules.saved') })
}
