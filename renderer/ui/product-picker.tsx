// Chooses a product: the SKU is the name, the product's name in the reader's language the detail.
import { client } from '#renderer/lib/api.ts'
import { useText } from '#renderer/lib/language.ts'
import { nameIn } from '#renderer/lib/names.ts'
import { Picker, type PickerProps } from './picker.tsx'

export function ProductPicker(props: Omit<PickerProps, 'suggest' | 'source'>) {
  const { language } = useText()
  const suggest = async (text: string) => {
    const found = await client.products.suggest.query({ text })
    return found.map((product) => ({ id: product.id, name: product.sku, detail: nameIn(language, product) }))
  }
  return <Picker {...props} suggest={suggest} source={['products', language]} />
}
