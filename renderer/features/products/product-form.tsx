// The form of a product: every field that selling, buying, packing and customs ask for.
import { Checkbox, Select, TagsInput, Textarea, TextInput } from '@mantine/core'
import type { UseFormReturnType } from '@mantine/form'
import { useText } from '#renderer/lib/language.ts'
import { CategoryPicker } from '#renderer/ui/category-picker.tsx'
import { CountrySelect } from '#renderer/ui/country-select.tsx'
import { DecimalInput } from '#renderer/ui/decimal-input.tsx'
import { MoneyInput } from '#renderer/ui/money-input.tsx'
import { PartyPicker } from '#renderer/ui/party-picker.tsx'
import { ProductPicker } from '#renderer/ui/product-picker.tsx'
import { FormSection } from '#renderer/ui/record-form/record-form.tsx'
import { productKinds, productStatuses, productTrackings } from '#shared/schemas/catalog.ts'
import { KitPartsField } from './kit-parts-field.tsx'
import type { NumberField, ProductForm } from './product-form-values.ts'

type SectionProps = { form: UseFormReturnType<ProductForm> }

export function ProductFields({ form }: SectionProps) {
  return (
    <>
      <IdentityFields form={form} />
      <TradeFields form={form} />
      {form.values.kind === 'family' ? null : <StockFields form={form} />}
      {form.values.kind === 'kit' ? <KitPartsField form={form} /> : null}
      <CustomsFields form={form} />
      <PackingFields form={form} />
      <MoreFields form={form} />
    </>
  )
}

function IdentityFields({ form }: SectionProps) {
  const { t } = useText()
  const { kind } = form.values
  return (
    <FormSection title={t('products.sections.what')} hint={kind === 'family' ? t('products.hints.family') : undefined}>
      <TextInput label={t('products.fields.sku')} required data-autofocus {...form.getInputProps('sku')} />
      <TextInput label={t('products.fields.nameEn')} {...form.getInputProps('nameEn')} />
      <TextInput label={t('products.fields.nameZh')} lang="zh-CN" {...form.getInputProps('nameZh')} />
      <Select
        label={t('products.fields.kind')}
        data={productKinds.map((value) => ({ value, label: t(`products.kinds.${value}`) }))}
        {...form.getInputProps('kind')}
      />
      {kind === 'single' ? (
        <>
          <ProductPicker label={t('products.fields.parent')} {...form.getInputProps('parentId')} />
          <TextInput label={t('products.fields.variantLabel')} {...form.getInputProps('variantLabel')} />
        </>
      ) : null}
      <CategoryPicker label={t('products.fields.category')} {...form.getInputProps('categoryId')} />
      <TextInput
        label={t('products.fields.unit')}
        placeholder={t('products.hints.unit')}
        {...form.getInputProps('unit')}
      />
      <Select
        label={t('products.fields.status')}
        data={productStatuses.map((value) => ({ value, label: t(`products.statuses.${value}`) }))}
        {...form.getInputProps('status')}
      />
      <TagsInput
        label={t('products.fields.barcodes')}
        placeholder={t('products.hints.barcodes')}
        acceptValueOnBlur
        {...form.getInputProps('barcodes')}
      />
    </FormSection>
  )
}

function TradeFields({ form }: SectionProps) {
  const { t } = useText()
  const money = (field: 'price' | 'cost') => ({
    label: t(`products.fields.${field}`),
    value: form.values[field],
    error: form.errors[`${field}.amount`],
    currencyError: form.errors[`${field}.currency`],
    onChange: (value: ProductForm['price']) => {
      form.setFieldValue(field, value)
      form.clearFieldError(`${field}.amount`)
      form.clearFieldError(`${field}.currency`)
    },
  })
  return (
    <FormSection title={t('products.sections.prices')}>
      <MoneyInput {...money('price')} />
      <MoneyInput {...money('cost')} />
      <PartyPicker partyRole="supplier" label={t('products.fields.supplier')} {...form.getInputProps('supplierId')} />
      <NumberInput form={form} field="moq" label={t('products.fields.moq')} unit={form.values.unit} />
      <Checkbox
        label={t('products.fields.noSale')}
        description={t('products.hints.noSale')}
        mt={22}
        {...form.getInputProps('noSale', { type: 'checkbox' })}
      />
    </FormSection>
  )
}

function StockFields({ form }: SectionProps) {
  const { t } = useText()
  const { unit } = form.values
  return (
    <FormSection title={t('products.sections.stock')}>
      <Select
        label={t('products.fields.tracking')}
        description={t('products.hints.tracking')}
        data={productTrackings.map((value) => ({ value, label: t(`products.trackings.${value}`) }))}
        {...form.getInputProps('tracking')}
      />
      <NumberInput form={form} field="reorderPoint" label={t('products.fields.reorderPoint')} unit={unit} />
      <NumberInput form={form} field="orderMultiple" label={t('products.fields.orderMultiple')} unit={unit} />
      <NumberInput
        form={form}
        field="leadTimeDays"
        label={t('products.fields.leadTimeDays')}
        unit={t('products.days')}
      />
    </FormSection>
  )
}

function CustomsFields({ form }: SectionProps) {
  const { t } = useText()
  const hint = t('products.hints.declaration')
  return (
    <FormSection title={t('products.sections.customs')}>
      <TextInput label={t('products.fields.hsCode')} inputMode="numeric" {...form.getInputProps('hsCode')} />
      <CountrySelect label={t('products.fields.originCountry')} {...form.getInputProps('originCountry')} />
      <NumberInput form={form} field="vatRatePercent" label={t('products.fields.vatRate')} unit="%" />
      <NumberInput form={form} field="refundRatePercent" label={t('products.fields.refundRate')} unit="%" />
      <TextInput label={t('products.fields.customsNameEn')} {...form.getInputProps('customsNameEn')} />
      <TextInput label={t('products.fields.customsNameZh')} lang="zh-CN" {...form.getInputProps('customsNameZh')} />
      <Textarea
        label={t('products.fields.declarationEn')}
        description={hint}
        {...form.getInputProps('declarationEn')}
      />
      <Textarea
        label={t('products.fields.declarationZh')}
        description={hint}
        lang="zh-CN"
        {...form.getInputProps('declarationZh')}
      />
    </FormSection>
  )
}

function PackingFields({ form }: SectionProps) {
  const { t } = useText()
  return (
    <>
      <FormSection title={t('products.sections.piece')}>
        <NumberInput form={form} field="netWeightGrams" label={t('products.fields.netWeight')} unit="kg" />
        <NumberInput form={form} field="grossWeightGrams" label={t('products.fields.grossWeight')} unit="kg" />
        <NumberInput form={form} field="lengthMm" label={t('products.fields.length')} unit="cm" />
        <NumberInput form={form} field="widthMm" label={t('products.fields.width')} unit="cm" />
        <NumberInput form={form} field="heightMm" label={t('products.fields.height')} unit="cm" />
        <TextInput
          label={t('products.fields.packing')}
          placeholder={t('products.hints.packing')}
          {...form.getInputProps('packing')}
        />
      </FormSection>
      <FormSection title={t('products.sections.carton')}>
        <NumberInput
          form={form}
          field="piecesPerCarton"
          label={t('products.fields.piecesPerCarton')}
          unit={form.values.unit}
        />
        <NumberInput form={form} field="cartonNetGrams" label={t('products.fields.cartonNet')} unit="kg" />
        <NumberInput form={form} field="cartonGrossGrams" label={t('products.fields.cartonGross')} unit="kg" />
        <NumberInput form={form} field="cartonLengthMm" label={t('products.fields.cartonLength')} unit="cm" />
        <NumberInput form={form} field="cartonWidthMm" label={t('products.fields.cartonWidth')} unit="cm" />
        <NumberInput form={form} field="cartonHeightMm" label={t('products.fields.cartonHeight')} unit="cm" />
      </FormSection>
    </>
  )
}

function MoreFields({ form }: SectionProps) {
  const { t } = useText()
  return (
    <FormSection title={t('products.sections.more')} isWide>
      <Textarea label={t('products.fields.note')} {...form.getInputProps('note')} />
    </FormSection>
  )
}

type NumberInputProps = SectionProps & { field: NumberField; label: string; unit: string }

function NumberInput({ form, field, label, unit }: NumberInputProps) {
  return (
    <DecimalInput label={label} unit={unit || undefined} {...form.getInputProps(field)} value={form.values[field]} />
  )
}
