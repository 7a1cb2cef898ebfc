// One field of a change in bulk: which, what happens to it, and the value.
import { ActionIcon, Group, Select, TextInput } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { useText } from '#renderer/lib/language.ts'
import { DayInput } from '../../day-input.tsx'
import { SuggestingInput } from '../edit/suggesting-input.tsx'
import type { AnyColumn, GridScope } from '../grid-scope.ts'
import type { BulkField, BulkWay } from './bulk-fields.ts'

type BulkFieldRowProps = {
  field: BulkField
  scope: GridScope
  /** Columns that other rows change. */
  taken: readonly string[]
  onChange: (part: Partial<BulkField>) => void
  onRemove: (() => void) | null
}

export function BulkFieldRow({ field, scope, taken, onChange, onRemove }: BulkFieldRowProps) {
  const { t } = useText()
  const usable = [...scope.editing.columns].filter(([, info]) => info.isBulk && !taken.includes(info.column))
  const labelOf = (key: string) => scope.columns.find((column) => column.key === key)?.label ?? key
  const chosen = usable.find(([, info]) => info.column === field.column)
  const spec = scope.columns.find((column) => column.key === chosen?.[0])
  const ways: BulkWay[] = ['set']
  if (chosen?.[1].isAmount) ways.push('percent', 'add')
  if (chosen?.[1].canBeEmpty) ways.push('clear')
  return (
    <Group gap="sm" align="flex-end">
      <Select
        label={t('lists.bulk.field')}
        w={200}
        searchable
        data={usable.map(([key, info]) => ({ value: info.column, label: labelOf(key) }))}
        value={field.column || null}
        onChange={(column) => onChange({ column: column ?? '', way: 'set', text: '', roundTo: '' })}
        data-autofocus
      />
      <Select
        label={t('lists.bulk.what')}
        w={150}
        data={ways.map((way) => ({ value: way, label: t(`lists.bulk.ways.${way}`) }))}
        value={field.way}
        allowDeselect={false}
        onChange={(way) => onChange({ way: ways.find((known) => known === way) ?? 'set', text: '' })}
      />
      {spec && field.way === 'set' ? <ValueField spec={spec} field={field} onChange={onChange} /> : null}
      {field.way === 'percent' || field.way === 'add' ? <AmountFields field={field} onChange={onChange} /> : null}
      {onRemove ? (
        <ActionIcon aria-label={t('lists.bulk.removeField')} onClick={onRemove} mb={4}>
          <IconX size={14} stroke={1.5} />
        </ActionIcon>
      ) : null}
    </Group>
  )
}

type ValueFieldProps = Pick<BulkFieldRowProps, 'field' | 'onChange'> & { spec: AnyColumn }

function ValueField({ spec, field, onChange }: ValueFieldProps) {
  const { t } = useText()
  const label = t('lists.bulk.value')
  const put = (text: string) => onChange({ text })
  if (spec.kind === 'choice' || spec.kind === 'flag') {
    const flags = [
      { value: 'true', label: t('common.yes') },
      { value: 'false', label: t('common.no') },
    ]
    const data = spec.kind === 'flag' ? flags : [...(spec.choices ?? [])]
    return (
      <Select
        label={label}
        w={220}
        searchable
        data={data}
        value={field.text || null}
        onChange={(text) => put(text ?? '')}
        selectFirstOptionOnChange
      />
    )
  }
  if (spec.edit?.suggest) {
    return (
      <SuggestingInput
        label={label}
        w={220}
        suggest={spec.edit.suggest}
        asker={spec.key}
        value={field.text}
        onChange={put}
      />
    )
  }
  if (spec.kind === 'day') return <DayInput label={label} w={220} value={field.text} onChange={put} />
  return <TextInput label={label} w={220} value={field.text} onChange={(event) => put(event.currentTarget.value)} />
}

function AmountFields({ field, onChange }: Pick<BulkFieldRowProps, 'field' | 'onChange'>) {
  const { t } = useText()
  return (
    <>
      <TextInput
        label={t(field.way === 'percent' ? 'lists.bulk.percent' : 'lists.bulk.amount')}
        placeholder={field.way === 'percent' ? '5' : '-0.50'}
        w={110}
        inputMode="decimal"
        value={field.text}
        onChange={(event) => onChange({ text: event.currentTarget.value })}
      />
      <TextInput
        label={t('lists.bulk.roundTo')}
        placeholder="0.05"
        w={110}
        inputMode="decimal"
        value={field.roundTo}
        onChange={(event) => onChange({ roundTo: event.currentTarget.value })}
      />
    </>
  )
}
