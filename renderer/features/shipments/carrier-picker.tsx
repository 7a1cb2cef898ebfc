// Chooses who carries: a carrier, or a forwarder.
import { suggestRecords } from '#renderer/lib/found-record.ts'
import { useText } from '#renderer/lib/language.ts'
import { Picker, type PickerProps } from '#renderer/ui/picker.tsx'

export function CarrierPicker(props: Omit<PickerProps, 'suggest' | 'source'>) {
  const { t, language } = useText()
  const suggest = async (text: string) => {
    const roles = ['carrier', 'forwarder'] as const
    const found = await Promise.all(
      roles.map((role) => suggestRecords({ kinds: ['party'], role }, text, { t, language })),
    )
    const seen = new Set<number>()
    return found.flat().filter(({ id }) => !seen.has(id) && seen.add(id))
  }
  return <Picker {...props} suggest={suggest} source={['search', 'carriers', language]} />
}
