// Edits the filters of one column, by what kind of value it holds.
import { Radio, Stack } from '@mantine/core'
import { useText } from '#renderer/lib/language.ts'
import { ChoiceFilter } from './filter-choices.tsx'
import type { FilterEditorProps } from './filter-form.tsx'
import { RangeFilter } from './filter-range.tsx'
import { TextFilter } from './filter-text.tsx'

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
