// What is ticked, and what can be done with it; takes the place of the filters while something is.
import { Button, Menu } from '@mantine/core'
import { IconChevronDown } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { type ReactNode, useState, useSyncExternalStore } from 'react'
import { client } from '#renderer/lib/api.ts'
import { useText } from '#renderer/lib/language.ts'
import { sayError } from '#renderer/ui/say-error.ts'
import { WriteGate } from '#renderer/ui/write-gate.tsx'
import type { RecordListName } from '#shared/schemas/lists.ts'
import type { ListQuery } from '#shared/schemas/paging.ts'
import type { RecordTarget } from '#shared/schemas/record-target.ts'
import { BulkDialog } from './bulk/bulk-dialog.tsx'
import { useSaidDone } from './done-here.ts'
import type { GridScope } from './grid-scope.ts'
import classes from './list-toolbar.module.css'
import { type BulkAction, runAction } from './run-action.ts'
import { selectedIds } from './selected-ids.ts'
import { selectedTarget } from './selected-target.ts'
import { nothing, selectedCount } from './selection.ts'

type SelectionBarProps = {
  scope: GridScope
  query: ListQuery
  list: RecordListName
  actions: readonly BulkAction[]
  /** Exports what is ticked. */
  tools: ReactNode
}

export function SelectionBar({ scope, query, list, actions, tools }: SelectionBarProps) {
  const { t, format } = useText()
  const { selection, total, editing } = scope
  const chosen = useSyncExternalStore(selection.subscribe, selection.get)
  const [isChanging, setChanging] = useState(false)
  const count = selectedCount(chosen, total)
  const target = selectedTarget(chosen, list, query)
  const run = useBulkAction({ scope, list, query, count, target })
  const all = { formatted: format.number(total) }
  const said =
    chosen.isAll && count === total
      ? t('lists.selectedAll', all)
      : t('lists.selected', { count, formatted: format.number(count) })
  return (
    <div className={classes.bar}>
      <strong className={classes.said} role="status">
        {said}
      </strong>
      <div className={classes.middle}>
        {count < total ? (
          <Button variant="subtle" onClick={() => selection.set({ isAll: true, ids: new Set() })}>
            {t('lists.selectMatching', all)}
          </Button>
        ) : null}
        {editing.offers.bulk ? (
          <WriteGate>
            <Button onClick={() => setChanging(true)}>{t('lists.change')}</Button>
          </WriteGate>
        ) : null}
        {inSight(actions).map((action) => (
          <WriteGate key={action.key}>
            <Button loading={run.isPending && run.variables?.key === action.key} onClick={() => run.mutate(action)}>
              {action.label}
            </Button>
          </WriteGate>
        ))}
        <MoreActions actions={actions.slice(inSight(actions).length)} onRun={(action) => run.mutate(action)} />
        {tools}
      </div>
      <Button variant="subtle" className={classes.said} onClick={() => selection.set(nothing)}>
        {t('lists.clearSelection')}
      </Button>
      {isChanging ? (
        <BulkDialog
          list={list}
          target={target}
          count={count}
          scope={scope}
          onClose={() => setChanging(false)}
          onDone={() => selection.set(nothing)}
        />
      ) : null}
    </div>
  )
}

/** So many stand side by side in a window of 1280; of more the rest is in a menu, and not out of sight. */
const sideBySide = 5

function inSight(actions: readonly BulkAction[]): readonly BulkAction[] {
  return actions.length > sideBySide ? actions.slice(0, sideBySide - 1) : actions
}

function MoreActions({ actions, onRun }: { actions: readonly BulkAction[]; onRun: (action: BulkAction) => void }) {
  const { t } = useText()
  if (actions.length === 0) return null
  return (
    <Menu>
      <Menu.Target>
        <WriteGate>
          <Button rightSection={<IconChevronDown size={14} stroke={1.5} />}>{t('lists.more')}</Button>
        </WriteGate>
      </Menu.Target>
      <Menu.Dropdown>
        {actions.map((action) => (
          <Menu.Item key={action.key} onClick={() => onRun(action)}>
            {action.label}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}

type ActionInput = Pick<SelectionBarProps, 'scope' | 'list' | 'query'> & { count: number; target: RecordTarget }

function useBulkAction({ scope, list, query, count, target }: ActionInput) {
  const { t } = useText()
  const { selection } = scope
  const say = useSaidDone(scope.editing)
  const ids = () => selectedIds(selection.get(), (all) => client.lists.ids.query({ list, query: all }), query)
  return useMutation({
    mutationFn: (action: BulkAction) => runAction(action, { target, count, ids }),
    onSuccess: (done) => {
      if (done === null) return
      selection.set(nothing)
      say(done.message, done.operationId)
    },
    onError: (error) => sayError(t, error),
  })
}
