// What is ticked, and what can be done with it; takes the place of the filters while something is.
import { Button } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useMutation } from '@tanstack/react-query'
import { useSyncExternalStore } from 'react'
import { errorMessage } from '#renderer/lib/error-message.ts'
import { useText } from '#renderer/lib/language.ts'
import type { ListQuery } from '#shared/schemas/paging.ts'
import classes from './list-toolbar.module.css'
import { nothing, type Selection, type SelectionStore, selectedCount } from './selection.ts'
import type { LoadPage } from './use-list-rows.ts'

export type BulkAction = {
  key: string
  label: string
  run: (ids: number[]) => Promise<unknown>
  /** Said when it is done. */
  done?: (count: number) => string
}

type SelectionBarProps<Row extends { id: number }> = {
  selection: SelectionStore
  total: number
  query: ListQuery
  load: LoadPage<Row>
  actions: readonly BulkAction[]
}

export function SelectionBar<Row extends { id: number }>({
  selection,
  total,
  query,
  load,
  actions,
}: SelectionBarProps<Row>) {
  const { t, format } = useText()
  const chosen = useSyncExternalStore(selection.subscribe, selection.get)
  const run = useMutation({
    mutationFn: async (action: BulkAction) => {
      const ids = await selectedIds(chosen, query, load)
      await action.run(ids)
      return action.done?.(ids.length)
    },
    onSuccess: (message) => {
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

const pageSize = 1000

/** The ids of the selection. All that match are asked for page by page, before anything is done with them. */
export async function selectedIds<Row extends { id: number }>(
  selection: Selection,
  query: ListQuery,
  load: LoadPage<Row>,
): Promise<number[]> {
  if (!selection.isAll) return [...selection.ids]
  const ids: number[] = []
  while (true) {
    // The list's usual order has an index; which order the ids come in does not matter.
    const page = await load({ ...query, sort: [], offset: ids.length, limit: pageSize })
    ids.push(...page.rows.map((row) => row.id))
    if (page.rows.length === 0 || ids.length >= page.total) return ids.filter((id) => !selection.ids.has(id))
  }
}
