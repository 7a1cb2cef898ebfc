// What is ticked, and what can be done with it; takes the place of the filters while something is.
import { Button } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useMutation } from '@tanstack/react-query'
import { useSyncExternalStore } from 'react'
import { client } from '#renderer/lib/api.ts'
import { errorMessage } from '#renderer/lib/error-message.ts'
import { useText } from '#renderer/lib/language.ts'
import type { RecordListName } from '#shared/schemas/lists.ts'
import type { ListQuery } from '#shared/schemas/paging.ts'
import classes from './list-toolbar.module.css'
import { selectedIds } from './selected-ids.ts'
import { nothing, type SelectionStore, selectedCount } from './selection.ts'

export type BulkAction = {
  key: string
  label: string
  /** False: it asked first and was told no; what is ticked stays ticked. */
  run: (ids: number[]) => Promise<unknown>
  /** Said when it is done. */
  done?: (count: number) => string
}

type SelectionBarProps = {
  selection: SelectionStore
  total: number
  query: ListQuery
  list: RecordListName
  actions: readonly BulkAction[]
}

export function SelectionBar({ selection, total, query, list, actions }: SelectionBarProps) {
  const { t, format } = useText()
  const chosen = useSyncExternalStore(selection.subscribe, selection.get)
  const run = useMutation({
    mutationFn: async (action: BulkAction) => {
      const ids = await selectedIds(chosen, (all) => client.lists.ids.query({ list, query: all }), query)
      if ((await action.run(ids)) === false) return false
      return action.done?.(ids.length)
    },
    onSuccess: (message) => {
      if (message === false) return
      selection.set(nothing)
      if (message) notifications.show({ message })
    },
    onError: (error) => notifications.show({ color: 'red', message: errorMessage(t, error) }),
  })
  const count = selectedCount(chosen, total)
  const all = { formatted: format.number(total) }
  const said =
    chosen.isAll && count === total
      ? t('lists.selectedAll', all)
      : t('lists.selected', { count, formatted: format.number(count) })
  return (
    <div className={classes.bar}>
      <strong role="status">{said}</strong>
      {count < total ? (
        <Button variant="subtle" onClick={() => selection.set({ isAll: true, ids: new Set() })}>
          {t('lists.selectMatching', all)}
        </Button>
      ) : null}
      {actions.map((action) => (
        <Button
          key={action.key}
          loading={run.isPending && run.variables?.key === action.key}
          onClick={() => run.mutate(action)}
        >
          {action.label}
        </Button>
      ))}
      <Button variant="subtle" onClick={() => selection.set(nothing)}>
        {t('lists.clearSelection')}
      </Button>
    </div>
  )
}
