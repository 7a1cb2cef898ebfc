// Chooses a record of any kind that people put things on: first the kind, then which one.
import { Select } from '@mantine/core'
import { suggestRecords } from '#renderer/lib/found-record.ts'
import { useText } from '#renderer/lib/language.ts'
import { type PickedKind, type PickedRecord, pickedKinds } from '#renderer/lib/picked-record.ts'
import { Picker } from './picker.tsx'

type RecordPickerProps = {
  label: string
  value: PickedRecord
  onChange: (value: PickedRecord) => void
  error?: string
}

export function RecordPicker({ label, value, onChange, error }: RecordPickerProps) {
  const { t, language } = useText()
  const { kind, record } = value
  return (
    <>
      <Select
        label={label}
        data={pickedKinds.map((one) => ({ value: one, label: t(`tasks.recordKinds.${one}`) }))}
        value={kind}
        onChange={(next) => onChange({ kind: (next ?? 'none') as PickedKind, record: null })}
      />
      {kind === 'none' ? null : (
        <Picker
          label={t('tasks.recordOf', { kind: t(`tasks.recordKinds.${kind}`) })}
          value={record}
          onChange={(option) => onChange({ kind, record: option && { id: option.id, name: option.name } })}
          suggest={(text) => suggestRecords(wishOf(kind), text, { t, language })}
          source={['search', kind, language]}
          error={error}
        />
      )}
    </>
  )
}

function wishOf(kind: Exclude<PickedKind, 'none'>) {
  return kind === 'order' || kind === 'product' ? { kinds: [kind] } : { role: kind }
}
