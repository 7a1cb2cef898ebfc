// The kit that is put together from its parts, or taken apart into them.
import { Button, SegmentedControl, Select } from '@mantine/core'
import type { UseFormReturnType } from '@mantine/form'
import { useText } from '#renderer/lib/language.ts'
import { nameIn } from '#renderer/lib/names.ts'
import { numberToText, textToNumber } from '#renderer/lib/typed-number.ts'
import { unitText } from '#renderer/lib/unit-text.ts'
import { DecimalInput } from '#renderer/ui/decimal-input.tsx'
import type { PickerOption } from '#renderer/ui/picker.tsx'
import { ProductPicker } from '#renderer/ui/product-picker.tsx'
import { FormSection } from '#renderer/ui/record-form/record-form.tsx'
import { Decimal } from '#shared/decimal.ts'
import type { Language } from '#shared/i18n/translate.ts'
import { BatchField } from './batch-field.tsx'
import type { FieldsProps } from './document-form.tsx'
import { newStockLine, type StockForm, type StockLineForm } from './stock-form-values.ts'
import { productPart } from './use-line-changes.ts'

type FormProps = { form: UseFormReturnType<StockForm> }

export function KitFields({ form, places }: FieldsProps) {
  const { t, format } = useText()
  const { kit, isTakingApart, warehouseId } = form.values
  const bins = places.find(({ value }) => value === warehouseId)?.bins ?? []
  const change = (part: Partial<StockLineForm>) => form.setFieldValue('kit', { ...form.getValues().kit, ...part })
  const choose = async (product: PickerOption | null) => {
    change({ product, tracking: 'none', unit: '', batch: '', batchId: null })
    const known = product && (await productPart(product))
    if (known && form.getValues().kit.product?.id === product.id) change({ unit: known.unit, tracking: known.tracking })
  }
  return (
    <FormSection title={t('stock.form.kit')}>
      <SegmentedControl
        aria-label={t('stock.form.kitWay')}
        data={[
          { value: 'together', label: t('stock.form.together') },
          { value: 'apart', label: t('stock.form.apart') },
        ]}
        value={isTakingApart ? 'apart' : 'together'}
        onChange={(way) => form.setFieldValue('isTakingApart', way === 'apart')}
        mt={20}
      />
      <ProductPicker
        label={t('stock.fields.kit')}
        required
        value={kit.product}
        onChange={choose}
        error={form.errors['kit.product']}
      />
      <DecimalInput
        label={t('stock.fields.quantity')}
        required
        unit={unitText(format, kit.unit, 2)}
        value={kit.quantity}
        onChange={(quantity) => change({ quantity })}
        error={form.errors['kit.quantity']}
      />
      {kit.tracking === 'none' ? null : (
        <BatchField
          line={kit}
          warehouseId={isTakingApart ? warehouseId : null}
          label={t(`stock.trackings.${kit.tracking}`)}
          isLabelled
          error={form.errors['kit.batch'] as string | undefined}
          onChange={change}
        />
      )}
      {bins.length > 0 ? (
        <Select
          label={t('stock.fields.bin')}
          clearable
          searchable
          data={bins}
          value={kit.binId}
          onChange={(binId) => change({ binId })}
        />
      ) : null}
    </FormSection>
  )
}

/** Writes the parts out, so that they can be changed or given their batches. */
export function KitTools({ form }: FormProps) {
  const { t, language } = useText()
  const { product } = form.values.kit
  if (!product) return null
  const write = async () => {
    const lines = await partLines(form.getValues().kit, language)
    if (lines.length > 0) form.setFieldValue('lines', lines)
  }
  return <Button onClick={write}>{t('stock.form.writeParts')}</Button>
}

async function partLines({ product, quantity }: StockLineForm, language: Language): Promise<StockLineForm[]> {
  const kit = product && (await productPart(product))
  const times = textToNumber(quantity, 'quantity')
  if (!kit) return []
  return Promise.all(
    kit.parts.map(async (part) => {
      const known = await productPart({ id: part.partId })
      const all =
        'value' in times && times.value !== null ? Number(new Decimal(part.quantity).times(times.value)) : null
      return newStockLine(`part-${part.partId}`, {
        product: { id: part.partId, name: part.sku, detail: nameIn(language, part) },
        ...(known && { unit: known.unit, tracking: known.tracking }),
        quantity: numberToText(all, 'quantity'),
      })
    }),
  )
}
