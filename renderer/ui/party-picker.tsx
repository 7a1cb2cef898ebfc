// Chooses a company of one role: by its names, its code, its people or their numbers.
import { suggestRecords } from '#renderer/lib/found-record.ts'
import { useText } from '#renderer/lib/language.ts'
import type { PartyRole } from '#shared/schemas/parties.ts'
import { Picker, type PickerProps } from './picker.tsx'

export function PartyPicker({ role, ...props }: Omit<PickerProps, 'suggest' | 'source'> & { role: PartyRole }) {
  const { t, language } = useText()
  return (
    <Picker
      {...props}
      suggest={(text) => suggestRecords({ kinds: ['party'], role }, text, { t, language })}
      source={['search', role, language]}
    />
  )
}
