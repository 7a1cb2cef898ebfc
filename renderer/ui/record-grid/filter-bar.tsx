// The filters that are set, each a button that opens its editor; the usual ones always; one button for any other.
import { Button, Menu, Popover } from '@mantine/core'
import { IconPlus, IconX } from '@tabler/icons-react'
import { useState } from 'react'
import { useText } from '#renderer/lib/language.ts'
import classes from './filter-bar.module.css'
import { FilterEditor } from './filter-editor.tsx'
import { filterPhrase, filtersOf } from './filter-model.ts'
import type { AnyColumn, GridScope } from './grid-scope.ts'

type FilterBarProps = Pick<GridScope, 'filters' | 'setFilters'> & {
  columns: readonly (AnyColumn & { isQuick?: boolean })[]
}

export function FilterBar({ columns, filters, setFilters }: FilterBarProps) {
  const { t } = useText()
  // A filter that was asked for but has no value yet keeps its button open.
  const [begun, setBegun] = useState<string | null>(null)
  const usable = columns.filter((column) => !column.isPlain)
  const isShown = (column: FilterBarProps['columns'][number]) =>
    column.isQuick || column.key === begun || filtersOf(filters, column.key).length > 0
  const shown = usable.filter(isShown)
  const others = usable.filter((column) => !isShown(column))
  return (
    <>
      {shown.map((column) => (
        <FilterButton
          key={column.key}
          column={column}
          filters={filters}
          setFilters={setFilters}
          isBegun={column.key === begun}
          onDone={() => setBegun(null)}
        />
      ))}
      <Menu position="bottom-start">
        <Menu.Target>
          <Button leftSection={<IconPlus size={14} stroke={1.5} />}>{t('lists.addFilter')}</Button>
        </Menu.Target>
        <Menu.Dropdown mah={360} className={classes.menu}>
          {others.map((column) => (
            <Menu.Item key={column.key} onClick={() => setBegun(column.key)}>
              {column.label}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
    </>
  )
}

type FilterButtonProps = Pick<GridScope, 'filters' | 'setFilters'> & {
  column: AnyColumn
  isBegun: boolean
  onDone: () => void
}

function FilterButton({ column, filters, setFilters, isBegun, onDone }: FilterButtonProps) {
  const { t } = useText()
  const [isOpen, setOpen] = useState(isBegun)
  const own = filtersOf(filters, column.key)
  const close = () => {
    setOpen(false)
    onDone()
  }
  return (
    <Button.Group>
      <Popover opened={isOpen} onChange={(next) => (next ? setOpen(true) : close())} trapFocus returnFocus>
        <Popover.Target>
          <Button
            className={classes.button}
            data-on={own.length > 0 || undefined}
            onClick={() => (isOpen ? close() : setOpen(true))}
          >
            {own.length > 0 ? filterPhrase(t, column, own) : t('lists.filterText.any', { label: column.label })}
          </Button>
        </Popover.Target>
        <Popover.Dropdown>
          <FilterEditor column={column} own={own} onChange={(next) => setFilters(column.key, next)} onDone={close} />
        </Popover.Dropdown>
      </Popover>
      {own.length > 0 ? (
        <Button
          className={classes.remove}
          aria-label={t('lists.filter.remove', { label: column.label })}
          onClick={() => setFilters(column.key, [])}
        >
          <IconX size={12} />
        </Button>
      ) : null}
    </Button.Group>
  )
}
