// A filter by text: one or several conditions that all hold.
import { ActionIcon, Button, Group, Select, Stack, TextInput } from '@mantine/core'
import { IconPlus, IconX } from '@tabler/icons-react'
import { useState } from 'react'
import { useText } from '#renderer/lib/language.ts'
import type { Filter } from '#shared/schemas/paging.ts'
import { type FilterEditorProps, FilterForm } from './filter-form.tsx'

const textOps = ['contains', 'startsWith', 'is', 'isNot', 'empty', 'notEmpty'] as const
type TextOp = (typeof textOps)[number]
const takesValue = (op: TextOp) => op !== 'empty' && op !== 'notEmpty'
const asOp = (op: string | null | undefined): TextOp => textOps.find((known) => known === op) ?? 'contains'
const mostConditions = 5

type Condition = { key: number; op: TextOp; value: string }

function conditionsOf(own: readonly Filter[]): Condition[] {
  const set = own.map((filter, key) => ({ key, op: asOp(filter.op), value: String(filter.values[0] ?? '') }))
  return set.length > 0 ? set : [{ key: 0, op: 'contains', value: '' }]
}

export function TextFilter({ column, own, onChange, onDone }: FilterEditorProps) {
  const { t } = useText()
  const [conditions, setConditions] = useState(() => conditionsOf(own))
  const put = (key: number, part: Partial<Condition>) =>
    setConditions((before) => before.map((one) => (one.key === key ? { ...one, ...part } : one)))
  const filters = () =>
    conditions.flatMap(({ op, value }): Filter[] => {
      if (!takesValue(op)) return [{ column: column.key, op, values: [] }]
      return value.trim() === '' ? [] : [{ column: column.key, op, values: [value.trim()] }]
    })
  const add = () => setConditions((before) => [...before, { key: Date.now(), op: 'contains', value: '' }])
  return (
    <FilterForm own={own} onChange={onChange} onDone={onDone} filters={filters}>
      {conditions.map((condition, index) => (
        <ConditionField
          key={condition.key}
          label={column.label}
          condition={condition}
          isLast={index === conditions.length - 1}
          onChange={(part) => put(condition.key, part)}
          onRemove={
            conditions.length > 1
              ? () => setConditions((before) => before.filter((one) => one.key !== condition.key))
              : null
          }
        />
      ))}
      {conditions.length < mostConditions ? (
        <Button variant="subtle" leftSection={<IconPlus size={14} stroke={1.5} />} onClick={add} mr="auto">
          {t('lists.filter.addCondition')}
        </Button>
      ) : null}
    </FilterForm>
  )
}

type ConditionFieldProps = {
  label: string
  condition: Condition
  isLast: boolean
  onChange: (part: Partial<Condition>) => void
  onRemove: (() => void) | null
}

function ConditionField({ label, condition, isLast, onChange, onRemove }: ConditionFieldProps) {
  const { t } = useText()
  return (
    <Stack gap={4}>
      <Group gap={4} wrap="nowrap">
        <Select
          flex={1}
          aria-label={label}
          data={textOps.map((known) => ({ value: known, label: t(`lists.filter.${known}`) }))}
          value={condition.op}
          allowDeselect={false}
          onChange={(next) => onChange({ op: asOp(next) })}
          comboboxProps={{ withinPortal: false }}
        />
        {onRemove ? (
          <ActionIcon aria-label={t('lists.filter.removeCondition')} onClick={onRemove}>
            <IconX size={14} stroke={1.5} />
          </ActionIcon>
        ) : null}
      </Group>
      {takesValue(condition.op) ? (
        <TextInput
          aria-label={t('lists.filter.value')}
          value={condition.value}
          onChange={(event) => onChange({ value: event.currentTarget.value })}
          data-autofocus={isLast || undefined}
        />
      ) : null}
    </Stack>
  )
}
