// Products for a picker: the SKU is the name, the product's name the detail.
import { client } from '#renderer/lib/api.ts'
import type { PickerOption } from '#renderer/ui/picker.tsx'

export async function suggestProducts(text: string): Promise<PickerOption[]> {
  const found = await client.products.suggest.query({ text })
  return found.map((product) => ({ id: product.id, name: product.sku, detail: product.name }))
}
