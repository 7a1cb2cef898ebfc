// A filter by a range of numbers or days, by a span of days as seen from today, or by whether anything is given.
import { Group, Select } from '@mantine/core'
import { useState } from 'react'
import { useText } from '#renderer/lib/language.ts'
import { type DaySpan, daySpans, isDaySpan } from '#shared/day-spans.ts'
import type { Filter } from '#shared/schemas/paging.ts'
import { DayInput } from '../day-input.tsx'
import { DecimalInput } from '../decimal-input.tsx'
import { type FilterEditorProps, FilterForm } from './filter-form.tsx'
import { rangeFilters, rangeOf } from './filter-model.ts'

/** `range` asks for both ends; a span of days says them itself. */
type Way = 'range' | 'empty' | 'notEmpty' | DaySpan

function wayOf(own: readonly Filter[]): Way {
  const span = String(own.find((filter) => filter.op === 'within')?.values[0] ?? '')
  if (isDaySpan(span)) return span
  return own.some(({ op }) => op === 'empty') ? 'empty' : own.some(({ op }) => op === 'notEmpty') ? 'notEmpty' : 'range'
}

export function RangeFilter({ column, own, onChange, onDone }: FilterEditorProps) {
  const { t } = useText()
  const isDayColumn = column.kind === 'day'
  const [range, setRange] = useState(rangeOf(own))
  const [way, setWay] = useState<Way>(wayOf(own))
  const filters = (): Filter[] => {
    if (way === 'range') return rangeFilters(column.key, column.kind, range)
    if (way === 'empty' || way === 'notEmpty') return [{ column: column.key, op: way, values: [] }]
    return [{ column: column.key, op: 'within', values: [way] }]
  }
  const spans = isDayColumn ? daySpans.map((span) => ({ value: span, label: t(`lists.spans.${span}`) })) : []
  const ways = [
    { value: 'range', label: t(isDayColumn ? 'lists.filter.days' : 'lists.filter.range') },
    ...spans,
    { value: 'empty', label: t('lists.filter.empty') },
    { value: 'notEmpty', label: t('lists.filter.notEmpty') },
  ]
  const Field = isDayColumn ? DayInput : DecimalInput
  return (
    <FilterForm own={own} onChange={onChange} onDone={onDone} filters={filters}>
      <Select
        aria-label={column.label}
        data={ways}
        value={way}
        allowDeselect={false}
        maxDropdownHeight={320}
        onChange={(next) => setWay(ways.find(({ value }) => value === next)?.value as Way)}
        comboboxProps={{ withinPortal: false }}
      />
      {way === 'range' ? (
        <Group gap="sm" grow>
          <Field
            label={t(isDayColumn ? 'lists.filter.from' : 'lists.filter.atLeast')}
            value={range.from}
            onChange={(from: string) => setRange((before) => ({ ...before, from }))}
            data-autofocus
          />
          <Field
            label={t(isDayColumn ? 'lists.filter.to' : 'lists.filter.atMost')}
            value={range.to}
            onChange={(to: string) => setRange((before) => ({ ...before, to }))}
          />
        </Group>
      ) : null}
    </FilterForm>
  )
}
