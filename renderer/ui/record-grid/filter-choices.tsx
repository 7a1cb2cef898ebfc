// A filter by values to tick: one of them, none of them, or nothing given. Ticks apply at once.
import { Checkbox, ScrollArea, SegmentedControl, Stack, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useText } from '#renderer/lib/language.ts'
import type { FilterEditorProps } from './filter-form.tsx'

type Way = 'in' | 'notIn'

export function ChoiceFilter({ column, own, onChange }: FilterEditorProps) {
  const { t } = useText()
  const [search, setSearch] = useState('')
  const set = own.find((filter) => filter.op === 'in' || filter.op === 'notIn')
  const [way, setWay] = useState<Way>(set?.op === 'notIn' ? 'notIn' : 'in')
  const chosen = set?.values.map(String) ?? []
  const choices = column.choices ?? []
  const shown = choices.filter((choice) => choice.label.toLowerCase().includes(search.trim().toLowerCase()))
  const choose = (values: string[], op: Way) => onChange(values.length > 0 ? [{ column: column.key, op, values }] : [])
  return (
    <Stack gap="sm" w={240}>
      <SegmentedControl
        size="xs"
        fullWidth
        aria-label={column.label}
        data={[
          { value: 'in', label: t('lists.filter.in') },
          { value: 'notIn', label: t('lists.filter.notIn') },
        ]}
        value={way}
        onChange={(next) => {
          const op: Way = next === 'notIn' ? 'notIn' : 'in'
          setWay(op)
          if (chosen.length > 0) choose(chosen, op)
        }}
      />
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
        <Checkbox.Group value={chosen} onChange={(values) => choose(values, way)} aria-label={column.label}>
          <Stack gap={6} p={2}>
            {shown.map((choice) => (
              <Checkbox key={choice.value} value={choice.value} label={choice.label} />
            ))}
          </Stack>
        </Checkbox.Group>
      </ScrollArea.Autosize>
      <Checkbox
        label={t('lists.filter.empty')}
        checked={own.some((filter) => filter.op === 'empty')}
        onChange={(event) =>
          onChange(event.currentTarget.checked ? [{ column: column.key, op: 'empty', values: [] }] : [])
        }
      />
    </Stack>
  )
}
