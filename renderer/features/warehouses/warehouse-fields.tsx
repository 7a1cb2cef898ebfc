// The fields of a warehouse.
import { Checkbox, Select, Textarea, TextInput } from '@mantine/core'
import type { UseFormReturnType } from '@mantine/form'
import { useText } from '#renderer/lib/language.ts'
import { CountrySelect } from '#renderer/ui/country-select.tsx'
import { DayInput } from '#renderer/ui/day-input.tsx'
import { shortageRules, warehouseKinds } from '#shared/schemas/warehouses.ts'
import type { WarehouseForm } from './warehouse-form-values.ts'
import classes from './warehouses.module.css'

type FieldsProps = { form: UseFormReturnType<WarehouseForm>; isMain: boolean }

export function WarehouseFields({ form, isMain }: FieldsProps) {
  const { t } = useText()
  return (
    <>
      <div className={classes.fields}>
        <TextInput
          label={t('warehouses.fields.name')}
          required={!isMain}
          placeholder={isMain ? t('warehouses.main') : undefined}
          data-autofocus
          maxLength={100}
          {...form.getInputProps('name')}
        />
        <TextInput
          label={t('warehouses.fields.code')}
          placeholder={t('warehouses.hints.code')}
          maxLength={20}
          {...form.getInputProps('code')}
        />
        <Select
          label={t('warehouses.fields.kind')}
          allowDeselect={false}
          data={warehouseKinds.map((value) => ({ value, label: t(`warehouses.kinds.${value}`) }))}
          {...form.getInputProps('kind')}
        />
        <CountrySelect label={t('warehouses.fields.country')} {...form.getInputProps('country')} />
        <DayInput
          label={t('warehouses.fields.startsOn')}
          description={t('warehouses.hints.startsOn')}
          {...form.getInputProps('startsOn')}
        />
        <Select
          label={t('warehouses.fields.shortage')}
          allowDeselect={false}
          data={shortageRules.map((value) => ({ value, label: t(`warehouses.shortages.${value}`) }))}
          {...form.getInputProps('shortage')}
        />
      </div>
      <Checkbox
        label={t('warehouses.fields.isSellable')}
        description={t('warehouses.hints.isSellable')}
        {...form.getInputProps('isSellable', { type: 'checkbox' })}
      />
      <Textarea label={t('warehouses.fields.note')} autosize minRows={1} maxRows={6} {...form.getInputProps('note')} />
    </>
  )
}
