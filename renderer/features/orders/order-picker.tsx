// Chooses an order: by its number, its customer, or its number at the channel.
import { suggestRecords } from '#renderer/lib/found-record.ts'
import { useText } from '#renderer/lib/language.ts'
import { Picker, type PickerProps } from '#renderer/ui/picker.tsx'

export function OrderPicker(props: Omit<PickerProps, 'suggest' | 'source'>) {
  const { t, language } = useText()
  return (
    <Picker
      {...props}
      suggest={(text) => suggestRecords({ kinds: ['order'] }, text, { t, language })}
      source={['search', 'order', language]}
    />
  )
}
