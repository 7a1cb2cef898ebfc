// The form of a shipment: what a parcel needs first, what a container needs below it.
import { Select, Textarea, TextInput } from '@mantine/core'
import type { UseFormReturnType } from '@mantine/form'
import { useQuery } from '@tanstack/react-query'
import { trpc } from '#renderer/lib/api.ts'
import { useText } from '#renderer/lib/language.ts'
import { placeName, transitPlace } from '#renderer/lib/place-name.ts'
import { CountrySelect } from '#renderer/ui/country-select.tsx'
import { DayInput } from '#renderer/ui/day-input.tsx'
import { DecimalInput } from '#renderer/ui/decimal-input.tsx'
import { MoneyInput } from '#renderer/ui/money-input.tsx'
import { PartyPicker } from '#renderer/ui/party-picker.tsx'
import { FormSection } from '#renderer/ui/record-form/record-form.tsx'
import { type ShipmentKind, shipmentKinds } from '#shared/schemas/shipment-words.ts'
import { CarrierFields } from './carrier-fields.tsx'
import { LegsField } from './legs-field.tsx'
import { ParcelsField } from './parcels-field.tsx'
import type { ShipmentForm } from './shipment-form-values.ts'
import { ShipmentLinesField } from './shipment-lines-field.tsx'
import { useShipmentWarnings, type Warnings } from './use-shipment-warnings.ts'

export type SectionProps = { form: UseFormReturnType<ShipmentForm> }
type FieldsProps = SectionProps & { id: number | null; isFixed: boolean; isBegun: boolean }

/** Begun for an order, what it is and whom it goes to is known: who carries it comes first. */
export function ShipmentFields({ form, id, isFixed, isBegun }: FieldsProps) {
  const warnings = useShipmentWarnings(form.values)
  const { kind } = form.values
  return (
    <>
      {isBegun ? null : <HeadFields form={form} isFixed={isFixed} />}
      <CarrierFields form={form} warnings={warnings} />
      {isBegun ? <ParcelsField form={form} /> : null}
      <ShipmentLinesField form={form} id={id} isFixed={isFixed} />
      {isBegun ? <HeadFields form={form} isFixed={isFixed} /> : <ParcelsField form={form} />}
      {kind === 'order' || kind === 'return' || kind === 'other' ? <AddressFields form={form} /> : null}
      <LegsField form={form} warnings={warnings} />
      <TermFields form={form} warnings={warnings} />
      <MoreFields form={form} />
    </>
  )
}

function HeadFields({ form, isFixed }: SectionProps & { isFixed: boolean }) {
  const { t } = useText()
  const { kind } = form.values
  const isInbound = kind === 'purchase' || kind === 'return'
  const places = usePlaces()
  return (
    <FormSection title={t('shipments.sections.head')}>
      <Select
        label={t('shipments.fields.kind')}
        allowDeselect={false}
        disabled={isFixed}
        data={shipmentKinds.map((value) => ({ value, label: t(`shipments.kinds.${value}`) }))}
        {...form.getInputProps('kind')}
        onChange={(value) => value && chooseKind(form, value as ShipmentKind)}
      />
      {kind === 'transfer' ? null : (
        <PartyPicker
          partyRole={kind === 'purchase' ? 'supplier' : 'customer'}
          label={t(kind === 'purchase' ? 'shipments.fields.supplier' : 'shipments.fields.customer')}
          {...form.getInputProps('partyId')}
        />
      )}
      <Select
        label={t(isInbound ? 'shipments.fields.comesInAt' : 'shipments.fields.leavesFrom')}
        clearable
        disabled={isFixed && form.values.warehouseId !== null}
        data={places}
        {...form.getInputProps('warehouseId')}
      />
      {kind === 'transfer' ? (
        <Select
          label={t('shipments.fields.toWarehouse')}
          clearable
          disabled={isFixed}
          data={places}
          {...form.getInputProps('toWarehouseId')}
        />
      ) : null}
      <TextInput
        label={t('shipments.fields.number')}
        placeholder={t('shipments.hints.number')}
        {...form.getInputProps('number')}
      />
    </FormSection>
  )
}

/** Lines of orders belong to one kind alone: those of another one go. */
function chooseKind(form: SectionProps['form'], kind: ShipmentKind): void {
  const { lines } = form.getValues()
  const fits = (line: ShipmentForm['lines'][number]) =>
    line.orderLineId !== null
      ? kind === 'order' || kind === 'return' || kind === 'other'
      : line.purchaseLineId === null || kind === 'purchase'
  form.setValues({ kind, lines: lines.filter(fits), ...(kind === 'transfer' && { partyId: null }) })
}

function usePlaces() {
  const { t } = useText()
  const places = useQuery(trpc.warehouses.list.queryOptions({ archived: false })).data ?? []
  return places
    .filter(({ id }) => id !== transitPlace)
    .map((place) => ({ value: String(place.id), label: placeName(t, place) }))
}

function AddressFields({ form }: SectionProps) {
  const { t } = useText()
  return (
    <FormSection title={t('shipments.sections.shipTo')}>
      <TextInput label={t('shipments.fields.recipient')} {...form.getInputProps('shipTo.name')} />
      <TextInput label={t('shipments.fields.street')} {...form.getInputProps('shipTo.street')} />
      <TextInput label={t('shipments.fields.postalCode')} {...form.getInputProps('shipTo.postalCode')} />
      <TextInput label={t('shipments.fields.city')} {...form.getInputProps('shipTo.city')} />
      <TextInput label={t('shipments.fields.region')} {...form.getInputProps('shipTo.region')} />
      <CountrySelect label={t('shipments.fields.country')} {...form.getInputProps('shipTo.country')} />
      <TextInput label={t('shipments.fields.phone')} {...form.getInputProps('shipTo.phone')} />
      <TextInput label={t('shipments.fields.email')} {...form.getInputProps('shipTo.email')} />
    </FormSection>
  )
}

function TermFields({ form, warnings }: SectionProps & { warnings: Warnings }) {
  const { t } = useText()
  return (
    <FormSection title={t('shipments.sections.terms')}>
      <TextInput
        label={t('shipments.fields.incoterm')}
        description={warnings.incoterm}
        {...form.getInputProps('incoterm')}
      />
      <TextInput label={t('shipments.fields.place')} {...form.getInputProps('place')} />
      <MoneyInput
        label={t('shipments.fields.insured')}
        value={form.values.insured}
        error={form.errors.insured ?? form.errors['insured.amount']}
        currencyError={form.errors['insured.currency']}
        onChange={(insured) => form.setFieldValue('insured', insured)}
      />
      <TextInput label={t('shipments.fields.insurer')} {...form.getInputProps('insurer')} />
      <TextInput label={t('shipments.fields.policyNumber')} {...form.getInputProps('policyNumber')} />
      <DecimalInput label={t('shipments.fields.toldGrams')} unit="kg" {...form.getInputProps('toldKg')} />
      <DecimalInput label={t('shipments.fields.toldVolume')} unit="m³" {...form.getInputProps('toldM3')} />
      <DecimalInput label={t('shipments.fields.chargeable')} unit="kg" {...form.getInputProps('chargeableKg')} />
    </FormSection>
  )
}

function MoreFields({ form }: SectionProps) {
  const { t } = useText()
  return (
    <FormSection title={t('shipments.sections.more')}>
      <TextInput label={t('shipments.fields.marks')} {...form.getInputProps('marks')} />
      <DayInput label={t('shipments.fields.keptUntil')} {...form.getInputProps('keptUntil')} />
      <Textarea label={t('shipments.fields.packingNote')} autosize {...form.getInputProps('packingNote')} />
      <Textarea label={t('shipments.fields.note')} autosize {...form.getInputProps('note')} />
    </FormSection>
  )
}
