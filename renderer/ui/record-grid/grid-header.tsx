// The head of a column: its name, the direction it is sorted in, its filter. Enter on the focused head sorts.
import { ActionIcon, Popover } from '@mantine/core'
import { IconArrowNarrowDown, IconArrowNarrowUp, IconFilter } from '@tabler/icons-react'
import type { CustomHeaderProps } from 'ag-grid-react'
import { useEffect, useState } from 'react'
import { useText } from '#renderer/lib/language.ts'
import { FilterEditor } from './filter-editor.tsx'
import { filtersOf } from './filter-model.ts'
import { isNumeric } from './grid-column.ts'
import classes from './grid-header.module.css'
import { type AnyColumn, useGridScope } from './grid-scope.ts'

export function GridHeader({ column, eGridHeader }: CustomHeaderProps) {
  const scope = useGridScope()
  const key = column.getColId()
  const spec = scope.columns.find((one) => one.key === key)
  const direction = scope.sort.find((one) => one.column === key)?.direction
  const canSort = spec !== undefined && !spec.isPlain
  useSortOnEnter(eGridHeader, canSort ? (isAlso) => scope.sortBy(key, isAlso) : null)
  useEffect(() => {
    if (!canSort) return
    eGridHeader.setAttribute('aria-sort', direction === undefined ? 'none' : `${direction}ending`)
  }, [eGridHeader, direction, canSort])
  if (!spec) return null
  return (
    <div className={classes.head} data-numeric={isNumeric(spec.kind) || undefined}>
      {canSort ? (
        <button
          type="button"
          tabIndex={-1}
          className={classes.name}
          onClick={(event) => scope.sortBy(key, event.shiftKey)}
        >
          <span className={classes.label}>{spec.label}</span>
          <SortMark direction={direction} />
        </button>
      ) : (
        <span className={classes.label} data-hidden={spec.hidesLabel || undefined}>
          {spec.label}
        </span>
      )}
      {canSort ? <HeaderFilter column={spec} /> : null}
    </div>
  )
}

function SortMark({ direction }: { direction: 'asc' | 'desc' | undefined }) {
  if (!direction) return null
  return direction === 'asc' ? (
    <IconArrowNarrowUp size={13} aria-hidden />
  ) : (
    <IconArrowNarrowDown size={13} aria-hidden />
  )
}

function HeaderFilter({ column }: { column: AnyColumn }) {
  const { t } = useText()
  const { filters, setFilters } = useGridScope()
  const [isOpen, setOpen] = useState(false)
  const own = filtersOf(filters, column.key)
  return (
    <Popover opened={isOpen} onChange={setOpen} position="bottom-end" trapFocus returnFocus withinPortal>
      <Popover.Target>
        <ActionIcon
          size={18}
          tabIndex={-1}
          className={classes.filter}
          data-on={own.length > 0 || isOpen || undefined}
          aria-label={t('lists.filter.of', { label: column.label })}
          onClick={() => setOpen((open) => !open)}
        >
          <IconFilter size={12} stroke={own.length > 0 ? 2.5 : 1.5} />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown>
        <FilterEditor
          column={column}
          own={own}
          onChange={(next) => setFilters(column.key, next)}
          onDone={() => setOpen(false)}
        />
      </Popover.Dropdown>
    </Popover>
  )
}

/** AG Grid sorts on Enter only where it sorts itself; here the book does. */
function useSortOnEnter(head: HTMLElement, onSort: ((isAlso: boolean) => void) | null) {
  useEffect(() => {
    if (!onSort) return
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'Enter' && event.target === head) onSort(event.shiftKey)
    }
    head.addEventListener('keydown', onKey)
    return () => head.removeEventListener('keydown', onKey)
  }, [head, onSort])
}
