// Chooses a company of one role: by its names, its code, its people or their numbers.
import { suggestRecords } from '#renderer/lib/found-record.ts'
import { useText } from '#renderer/lib/language.ts'
import type { PartyRole } from '#shared/schemas/parties.ts'
import { Picker, type PickerProps } from './picker.tsx'

type PartyPickerProps = Omit<PickerProps, 'suggest' | 'source'> & { partyRole: PartyRole }

export function PartyPicker({ partyRole, ...props }: PartyPickerProps) {
  const { t, language } = useText()
  return (
    <Picker
      {...props}
      suggest={(text) => suggestRecords({ kinds: ['party'], role: partyRole }, text, { t, language })}
      source={['search', partyRole, language]}
    />
  )
}
