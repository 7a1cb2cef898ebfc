// The parcels of a shipment to write: a number is enough for a courier; sizes and weights where they are known.
import { ActionIcon, Button, Select } from '@mantine/core'
import { IconPlus, IconX } from '@tabler/icons-react'
import { useText } from '#renderer/lib/language.ts'
import { DecimalInput } from '#renderer/ui/decimal-input.tsx'
import { FormSection } from '#renderer/ui/record-form/record-form.tsx'
import { TrackingNumberField } from '#renderer/ui/tracking-number-field/tracking-number-field.tsx'
import { packagings } from '#shared/schemas/shipment-words.ts'
import { newParcel, type ParcelForm } from './parcel-form-values.ts'
import type { SectionProps } from './shipment-form.tsx'
import classes from './shipments.module.css'

const heads = ['trackingNumber', 'packaging', 'pieces', 'gross', 'length', 'width', 'height'] as const

export function ParcelsField({ form }: SectionProps) {
  const { t } = useText()
  const { parcels } = form.values
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
                <ParcelRow key={parcel.key} form={form} parcel={parcel} index={index} />
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

function ParcelRow({ form, parcel, index }: SectionProps & { parcel: ParcelForm; index: number }) {
  const { t } = useText()
  const label = (key: (typeof heads)[number]) => `${t(`shipments.fields.${key}`)} ${index + 1}`
  const figure = (key: 'pieces' | 'gross' | 'length' | 'width' | 'height', unit?: string) => (
    <td className={classes.short}>
      <DecimalInput
        aria-label={label(key)}
        {...(unit && { unit })}
        {...form.getInputProps(`parcels.${index}.${key}`)}
      />
    </td>
  )
  return (
    <tr>
      <td className={classes.long}>
        <TrackingNumberField
          aria-label={label('trackingNumber')}
          {...form.getInputProps(`parcels.${index}.trackingNumber`)}
        />
      </td>
      <td className={classes.short}>
        <Select
          aria-label={label('packaging')}
          allowDeselect={false}
          data={packagings.map((value) => ({ value, label: t(`shipments.packagings.${value}`) }))}
          value={parcel.packaging}
          onChange={(value) => form.setFieldValue(`parcels.${index}.packaging`, value as never)}
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
          onClick={() => form.removeListItem('parcels', index)}
        >
          <IconX size={14} stroke={1.5} />
        </ActionIcon>
      </td>
    </tr>
  )
}
