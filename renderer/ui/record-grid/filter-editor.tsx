// Edits the filters of one column, by what kind of value it holds.
import { Button, Checkbox, Group, Radio, ScrollArea, Select, Stack, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useText } from '#renderer/lib/language.ts'
import type { Filter } from '#shared/schemas/paging.ts'
import { DayInput } from '../day-input.tsx'
import { DecimalInput } from '../decimal-input.tsx'
import { rangeFilters, rangeOf } from './filter-model.ts'
import type { AnyColumn } from './grid-scope.ts'

type FilterEditorProps = {
  column: AnyColumn
  own: readonly Filter[]
  onChange: (own: Filter[]) => void
  onDone: () => void
}

export function FilterEditor(props: FilterEditorProps) {
  switch (props.column.kind) {
    case 'choice':
      return <ChoiceFilter {...props} />
    case 'flag':
      return <FlagFilter {...props} />
    case 'text':
      return <TextFilter {...props} />
    case 'number':
    case 'money':
    case 'day':
      return <RangeFilter {...props} />
  }
}

/** Ticked values apply at once. */
function ChoiceFilter({ column, own, onChange }: FilterEditorProps) {
  const { t } = useText()
  const [search, setSearch] = useState('')
  const chosen = own.find((filter) => filter.op === 'in')?.values.map(String) ?? []
  const isEmptyChosen = own.some((filter) => filter.op === 'empty')
  const choices = column.choices ?? []
  const shown = choices.filter((choice) => choice.label.toLowerCase().includes(search.trim().toLowerCase()))
  const choose = (values: string[]) => onChange(values.length > 0 ? [{ column: column.key, op: 'in', values }] : [])
  return (
    <Stack gap="sm" w={240}>
      {choices.length > 8 ? (
        <TextInput
          aria-label={t('lists.choiceSearch')}
          placeholder={t('lists.choiceSearch')}
          value={search}
          onChange={(event) => setSearch(event.currentTarget.value)}
          data-autofocus
        />
      ) : null}
      <ScrollArea.Autosize
        mah={240}
        type="auto"
        viewportProps={{ tabIndex: 0, role: 'group', 'aria-label': column.label }}
      >
        <Checkbox.Group value={chosen} onChange={choose} aria-label={column.label}>
          <Stack gap={6} p={2}>
            {shown.map((choice) => (
              <Checkbox key={choice.value} value={choice.value} label={choice.label} />
            ))}
          </Stack>
        </Checkbox.Group>
      </ScrollArea.Autosize>
      <Checkbox
        label={t('lists.filter.empty')}
        checked={isEmptyChosen}
        onChange={(event) =>
          onChange(event.currentTarget.checked ? [{ column: column.key, op: 'empty', values: [] }] : [])
        }
      />
    </Stack>
  )
}

function FlagFilter({ column, own, onChange, onDone }: FilterEditorProps) {
  const { t } = useText()
  const value = own[0] ? String(own[0].values[0]) : ''
  return (
    <Radio.Group
      value={value}
      aria-label={column.label}
      onChange={(next) => {
        onChange(next === '' ? [] : [{ column: column.key, op: 'is', values: [next] }])
        onDone()
      }}
    >
      <Stack gap={6} w={160}>
        <Radio size="xs" value="" label={t('common.any')} />
        <Radio size="xs" value="true" label={t('common.yes')} />
        <Radio size="xs" value="false" label={t('common.no')} />
      </Stack>
    </Radio.Group>
  )
}

const textOps = ['contains', 'startsWith', 'is', 'isNot', 'empty', 'notEmpty'] as const
type TextOp = (typeof textOps)[number]
const takesValue = (op: TextOp) => op !== 'empty' && op !== 'notEmpty'

function TextFilter({ column, own, onChange, onDone }: FilterEditorProps) {
  const { t } = useText()
  const first = own[0]
  const [op, setOp] = useState<TextOp>(textOps.find((known) => known === first?.op) ?? 'contains')
  const [value, setValue] = useState(String(first?.values[0] ?? ''))
  const apply = () => {
    if (!takesValue(op)) onChange([{ column: column.key, op, values: [] }])
    else onChange(value.trim() === '' ? [] : [{ column: column.key, op, values: [value.trim()] }])
    onDone()
  }
  const clear = () => {
    onChange([])
    onDone()
  }
  return (
    <EditorForm hasFilter={own.length > 0} onApply={apply} onClear={clear}>
      <Select
        aria-label={column.label}
        data={textOps.map((known) => ({ value: known, label: t(`lists.filter.${known}`) }))}
        value={op}
        onChange={(next) => setOp(textOps.find((known) => known === next) ?? 'contains')}
        comboboxProps={{ withinPortal: false }}
      />
      {takesValue(op) ? (
        <TextInput
          aria-label={t('lists.filter.value')}
          value={value}
          onChange={(event) => setValue(event.currentTarget.value)}
          data-autofocus
        />
      ) : null}
    </EditorForm>
  )
}

function RangeFilter({ column, own, onChange, onDone }: FilterEditorProps) {
  const { t } = useText()
  const [range, setRange] = useState(rangeOf(own))
  const [isEmptyWanted, setEmptyWanted] = useState(own.some((filter) => filter.op === 'empty'))
  const isDayColumn = column.kind === 'day'
  const Field = isDayColumn ? DayInput : DecimalInput
  const apply = () => {
    const empty: Filter = { column: column.key, op: 'empty', values: [] }
    onChange(isEmptyWanted ? [empty] : rangeFilters(column.key, column.kind, range))
    onDone()
  }
  const clear = () => {
    onChange([])
    onDone()
  }
  return (
    <EditorForm hasFilter={own.length > 0} onApply={apply} onClear={clear}>
      <Group gap="sm" grow>
        <Field
          label={t(isDayColumn ? 'lists.filter.from' : 'lists.filter.atLeast')}
          value={range.from}
          disabled={isEmptyWanted}
          onChange={(from: string) => setRange((before) => ({ ...before, from }))}
          data-autofocus
        />
        <Field
          label={t(isDayColumn ? 'lists.filter.to' : 'lists.filter.atMost')}
          value={range.to}
          disabled={isEmptyWanted}
          onChange={(to: string) => setRange((before) => ({ ...before, to }))}
        />
      </Group>
      <Checkbox
        label={t('lists.filter.empty')}
        checked={isEmptyWanted}
        onChange={(event) => setEmptyWanted(event.currentTarget.checked)}
      />
    </EditorForm>
  )
}

type EditorFormProps = { hasFilter: boolean; onApply: () => void; onClear: () => void; children: React.ReactNode }

function EditorForm({ hasFilter, onApply, onClear, children }: EditorFormProps) {
  const { t } = useText()
  const submit = (event: FormEvent) => {
    event.preventDefault()
    event.stopPropagation()
    onApply()
  }
  return (
    <form onSubmit={submit}>
      <Stack gap="sm" w={260}>
        {children}
        <Group gap="sm" justify="flex-end">
          {hasFilter ? <Button onClick={onClear}>{t('common.clear')}</Button> : null}
          <Button type="submit" variant="filled">
            {t('common.apply')}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
