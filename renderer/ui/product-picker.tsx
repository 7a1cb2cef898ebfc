// Chooses a product: the SKU is the name, the product's name in the reader's language the detail.
import { suggestRecords } from '#renderer/lib/found-record.ts'
import { useText } from '#renderer/lib/language.ts'
import { Picker, type PickerProps } from './picker.tsx'

export function ProductPicker(props: Omit<PickerProps, 'suggest' | 'source'>) {
  const { t, language } = useText()
  return (
    <Picker
      {...props}
      suggest={(text) => suggestRecords({ kinds: ['product'] }, text, { t, language })}
      source={['search', 'product', language]}
    />
  )
}
