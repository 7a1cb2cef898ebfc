// The form of a stock document, the same for every kind; what a kind does not have is left out.
import { Checkbox, Select, Textarea, TextInput } from '@mantine/core'
import type { UseFormReturnType } from '@mantine/form'
import type { ReactNode } from 'react'
import { useText } from '#renderer/lib/language.ts'
import { DayInput } from '#renderer/ui/day-input.tsx'
import { PartyPicker } from '#renderer/ui/party-picker.tsx'
import { FormSection } from '#renderer/ui/record-form/record-form.tsx'
import { adjustmentReasons } from '#shared/schemas/stock-documents.ts'
import { CostFields } from './cost-fields.tsx'
import { DocumentLinesField } from './document-lines-field.tsx'
import { type FormKind, kindTraits } from './form-kinds.ts'
import { KitFields, KitTools } from './kit-fields.tsx'
import { OrderField } from './order-field.tsx'
import { ProposeBatches } from './propose-batches.tsx'
import classes from './stock.module.css'
import type { StockForm } from './stock-form-values.ts'
import { type PlaceChoice, usePlaces } from './use-places.ts'

export type FieldsProps = { kind: FormKind; form: UseFormReturnType<StockForm>; places: readonly PlaceChoice[] }

/** `notice`: what is wrong with the lines, told right below them. */
export function DocumentFields({ kind, form, notice }: Omit<FieldsProps, 'places'> & { notice: ReactNode }) {
  const { t } = useText()
  const places = usePlaces()
  const props = { kind, form, places }
  const isKit = kind === 'assembly'
  return (
    <>
      <HeadFields {...props} />
      {kindTraits[kind].hasCost ? <CostFields form={form} /> : null}
      {isKit ? <KitFields {...props} /> : null}
      <DocumentLinesField
        {...props}
        title={t(isKit ? 'stock.form.parts' : 'stock.form.lines')}
        hint={isKit ? t('stock.form.partsHint') : kind === 'adjustment' ? t('stock.form.adjustHint') : undefined}
        tools={
          isKit ? <KitTools form={form} /> : kindTraits[kind].moves === 'out' ? <ProposeBatches form={form} /> : null
        }
      />
      {notice}
      <MoreFields {...props} />
    </>
  )
}

function HeadFields({ kind, form, places }: FieldsProps) {
  const { t } = useText()
  const { party, hasOrder } = kindTraits[kind]
  return (
    <FormSection title={t(`stock.kinds.${kind}`)} hint={t(`stock.kindHints.${kind}`)}>
      {hasOrder ? <OrderField kind={kind} form={form} /> : null}
      {party ? (
        <PartyPicker partyRole={party} label={t(`stock.fields.${party}`)} {...form.getInputProps('party')} />
      ) : null}
      <PlaceFields kind={kind} form={form} places={places} />
      <DayInput label={t('stock.fields.on')} required {...form.getInputProps('on')} />
      {kind === 'adjustment' ? (
        <Select
          label={t('stock.fields.reason')}
          required
          data={adjustmentReasons.map((value) => ({ value, label: t(`stock.reasons.${value}`) }))}
          {...form.getInputProps('reason')}
        />
      ) : null}
      <TextInput
        label={t('stock.fields.reference')}
        placeholder={t('stock.hints.reference')}
        {...form.getInputProps('reference')}
      />
    </FormSection>
  )
}

function PlaceFields({ kind, form, places }: FieldsProps) {
  const { t } = useText()
  const isTransfer = kind === 'transfer'
  const hasSecond = kind === 'customer_return' && form.values.lines.some(({ condition }) => condition === 'second')
  return (
    <>
      <Select
        label={t(isTransfer ? 'stock.fields.from' : 'stock.fields.place')}
        required
        searchable
        allowDeselect={false}
        data={[...places]}
        {...form.getInputProps('warehouseId')}
      />
      {isTransfer ? (
        <>
          <Select
            label={t('stock.fields.to')}
            required
            searchable
            data={places.filter(({ value }) => value !== form.values.warehouseId)}
            {...form.getInputProps('toWarehouseId')}
          />
          <Checkbox
            className={classes.checkbox ?? ''}
            label={t('stock.fields.isDirect')}
            {...form.getInputProps('isDirect', { type: 'checkbox' })}
          />
        </>
      ) : null}
      {hasSecond ? (
        <Select
          label={t('stock.fields.secondPlace')}
          description={t('stock.hints.secondPlace')}
          data={places.filter(({ isSellable }) => !isSellable)}
          {...form.getInputProps('secondWarehouseId')}
        />
      ) : null}
    </>
  )
}

function MoreFields({ form }: FieldsProps) {
  const { t } = useText()
  return (
    <FormSection title={t('stock.form.more')}>
      <TextInput
        label={t('stock.fields.number')}
        placeholder={t('stock.hints.number')}
        {...form.getInputProps('number')}
      />
      <Textarea label={t('stock.fields.note')} autosize minRows={1} {...form.getInputProps('note')} />
    </FormSection>
  )
}
