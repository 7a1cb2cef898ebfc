// The order that goods are issued for, or come back from: it brings its customer and its lines, where nothing was written yet.
import type { UseFormReturnType } from '@mantine/form'
import { client } from '#renderer/lib/api.ts'
import { suggestRecords } from '#renderer/lib/found-record.ts'
import { useText } from '#renderer/lib/language.ts'
import { nameIn } from '#renderer/lib/names.ts'
import { numberToText } from '#renderer/lib/typed-number.ts'
import { Picker, type PickerOption } from '#renderer/ui/picker.tsx'
import type { Language } from '#shared/i18n/translate.ts'
import type { FormKind } from './form-kinds.ts'
import { isBlankLine, newStockLine, type StockForm, type StockLineForm } from './stock-form-values.ts'
import { productPart } from './use-line-changes.ts'

export function OrderField({ kind, form }: { kind: FormKind; form: UseFormReturnType<StockForm> }) {
  const { t, language } = useText()
  const choose = async (order: PickerOption | null) => {
    form.setFieldValue('order', order)
    if (!order) return
    const found = await orderGoods(order.id, language)
    const now = form.getValues()
    if (!found || now.order?.id !== order.id) return
    if (now.party === null && found.party) form.setFieldValue('party', found.party)
    // What comes back is seldom all of it: only what goes out is filled in.
    if (kind !== 'issue' || found.lines.length === 0 || !now.lines.every(isBlankLine)) return
    form.setFieldValue('lines', found.lines)
  }
  return (
    <Picker
      label={t('stock.fields.order')}
      suggest={(text) => suggestRecords({ kinds: ['order'] }, text, { t, language })}
      source={['search', 'order', language]}
      {...form.getInputProps('order')}
      onChange={choose}
    />
  )
}

/** Customer and lines of an order as the form holds them; null where it is gone. */
export async function orderGoods(id: number, language: Language) {
  const order = await client.orders.get.query({ id }).catch(() => null)
  if (!order) return null
  const lines = await Promise.all(
    order.lines.map(async (line): Promise<StockLineForm[]> => {
      if (line.productId === null || line.quantity <= 0) return []
      const known = await productPart({ id: line.productId })
      if (!known) return []
      const { unit, tracking } = known
      const product = { id: line.productId, name: line.sku, detail: nameIn(language, line) }
      const quantity = numberToText(line.quantity, 'quantity')
      return [newStockLine(`order-${line.id}`, { product, unit, tracking, quantity })]
    }),
  )
  return {
    order: { id, name: order.number },
    party: order.customer && { id: order.customer.id, name: nameIn(language, order.customer) },
    lines: lines.flat(),
  }
}
