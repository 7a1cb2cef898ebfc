// The parcels of a shipment to write: a number is enough for a courier; sizes and weights where they are known.
import { ActionIcon, Button, NativeSelect } from '@mantine/core'
import { IconPlus, IconX } from '@tabler/icons-react'
import { memo } from 'react'
import { useText } from '#renderer/lib/language.ts'
import { DecimalInput } from '#renderer/ui/decimal-input.tsx'
import { looksSame, type RowChanges, rowErrors, useRowChanges } from '#renderer/ui/record-form/form-rows.ts'
import { FormSection } from '#renderer/ui/record-form/record-form.tsx'
import { TrackingNumberField } from '#renderer/ui/tracking-number-field/tracking-number-field.tsx'
import { type Packaging, packagings } from '#shared/schemas/shipment-words.ts'
import { newParcel, type ParcelForm } from './parcel-form-values.ts'
import type { SectionProps } from './shipment-form.tsx'
import classes from './shipments.module.css'

const heads = ['trackingNumber', 'packaging', 'pieces', 'gross', 'length', 'width', 'height'] as const

export function ParcelsField({ form }: SectionProps) {
  const { t } = useText()
  const { parcels } = form.values
  const changes = useRowChanges(form, 'parcels')
  return (
    <FormSection title={t('shipments.sections.parcels')} hint={t('shipments.hints.parcel')} isWide>
      {parcels.length === 0 ? null : (
        <div className={classes.tableFrame}>
          <table className={`${classes.table} ${classes.edit}`}>
            <thead>
              <tr>
                {heads.map((key) => (
                  <th key={key} scope="col">
                    {t(`shipments.fields.${key}`)}
                  </th>
                ))}
                <td />
              </tr>
            </thead>
            <tbody>
              {parcels.map((parcel, index) => (
                <ParcelRow
                  key={parcel.key}
                  {...{ parcel, index, changes }}
                  errors={rowErrors(form.errors, `parcels.${index}`)}
                />
              ))}
            </tbody>
          </table>
        </div>
      )}
      <div>
        <Button
          leftSection={<IconPlus size={14} stroke={1.5} />}
          onClick={() => form.insertListItem('parcels', newParcel() as never)}
        >
          {t('shipments.parcels.add')}
        </Button>
      </div>
    </FormSection>
  )
}

type RowProps = { parcel: ParcelForm; index: number; changes: RowChanges<ParcelForm>; errors: string }

const ParcelRow = memo(function ParcelRow({ parcel, index, changes, errors }: RowProps) {
  const { t } = useText()
  const wrong = JSON.parse(errors) as Record<string, string>
  const label = (key: (typeof heads)[number]) => `${t(`shipments.fields.${key}`)} ${index + 1}`
  const figure = (key: 'pieces' | 'gross' | 'length' | 'width' | 'height', unit?: string) => (
    <td className={classes.short}>
      <DecimalInput
        aria-label={label(key)}
        {...(unit && { unit })}
        value={parcel[key]}
        error={wrong[key]}
        onChange={(text) => changes.change(index, { [key]: text })}
      />
    </td>
  )
  return (
    <tr>
      <td className={classes.long}>
        <TrackingNumberField
          aria-label={label('trackingNumber')}
          value={parcel.trackingNumber}
          error={wrong.trackingNumber}
          onChange={(trackingNumber) => changes.change(index, { trackingNumber })}
        />
      </td>
      <td className={classes.short}>
        {/* The browser's own list: of hundreds of rows, each with one of Mantine's, the form would take seconds to open. */}
        <NativeSelect
          aria-label={label('packaging')}
          data={packagings.map((value) => ({ value, label: t(`shipments.packagings.${value}`) }))}
          value={parcel.packaging}
          error={wrong.packaging}
          onChange={(event) => changes.change(index, { packaging: event.currentTarget.value as Packaging })}
        />
      </td>
      {figure('pieces')}
      {figure('gross', 'kg')}
      {figure('length', 'cm')}
      {figure('width', 'cm')}
      {figure('height', 'cm')}
      <td>
        <ActionIcon
          variant="subtle"
          aria-label={t('shipments.parcels.remove', { number: index + 1 })}
          onClick={() => changes.remove(index)}
        >
          <IconX size={14} stroke={1.5} />
        </ActionIcon>
      </td>
    </tr>
  )
}, looksSame)
