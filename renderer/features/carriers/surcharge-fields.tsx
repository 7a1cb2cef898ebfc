// The surcharges of a rate table: a share of the freight, amounts by the shipment, the piece and the kilogram.
import { ActionIcon, Button, Checkbox, Select, TextInput } from '@mantine/core'
import type { UseFormReturnType } from '@mantine/form'
import { IconTrash } from '@tabler/icons-react'
import { useText } from '#renderer/lib/language.ts'
import { DayInput } from '#renderer/ui/day-input.tsx'
import { DecimalInput } from '#renderer/ui/decimal-input.tsx'
import { FormSection } from '#renderer/ui/record-form/record-form.tsx'
import { type CarrierService, surchargeKinds } from '#shared/schemas/carriers.ts'
import classes from './carriers.module.css'
import { newSurcharge, type RateForm } from './rate-form-values.ts'

type FieldsProps = { form: UseFormReturnType<RateForm>; service: CarrierService }

export function SurchargeFields({ form, service }: FieldsProps) {
  const { t } = useText()
  return (
    <FormSection title={t('carriers.surcharge.title')} hint={t('carriers.surcharge.hint')} isWide>
      {form.values.surcharges.map(({ key }, index) => (
        <OneSurcharge key={key} form={form} service={service} index={index} />
      ))}
      <div>
        <Button onClick={() => form.insertListItem('surcharges', newSurcharge() as never)}>
          {t('carriers.surcharge.add')}
        </Button>
      </div>
    </FormSection>
  )
}

function OneSurcharge({ form, service, index }: FieldsProps & { index: number }) {
  const { t } = useText()
  const { currency, surcharges } = form.values
  const field = (name: string) => form.getInputProps(`surcharges.${index}.${name}`)
  const one = surcharges[index]
  if (!one) return null
  const set = (part: Partial<typeof one>) => form.setFieldValue(`surcharges.${index}`, { ...one, ...part } as never)
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset inside a fieldset brings its own frame
    <div className={classes.fields} role="group" aria-label={t('carriers.surcharge.nth', { number: index + 1 })}>
      <Select
        label={t('carriers.surcharge.kind')}
        allowDeselect={false}
        data={surchargeKinds.map((kind) => ({ value: kind, label: t(`carriers.surcharges.${kind}`) }))}
        {...field('kind')}
      />
      <TextInput label={t('carriers.surcharge.name')} {...field('name')} />
      <DecimalInput label={t('carriers.surcharge.percent')} unit="%" {...field('percent')} />
      <DecimalInput label={t('carriers.surcharge.perShipment')} unit={currency} {...field('perShipment')} />
      <DecimalInput label={t('carriers.surcharge.perPiece')} unit={currency} {...field('perPiece')} />
      <DecimalInput label={t('carriers.surcharge.perKg')} unit={currency} {...field('perKg')} />
      <Select
        label={t('carriers.surcharge.zone')}
        placeholder={t('carriers.rates.everywhere')}
        clearable
        data={service.zones.map(({ id, name }) => ({ value: String(id), label: name }))}
        value={one.zoneId || null}
        onChange={(zoneId) => set({ zoneId: zoneId ?? '' })}
      />
      <DayInput label={t('carriers.tables.validFrom')} {...field('validFrom')} />
      <DayInput label={t('carriers.tables.validTo')} {...field('validTo')} />
      <div className={classes.bar}>
        <Checkbox
          label={t('carriers.surcharge.onRequest')}
          {...form.getInputProps(`surcharges.${index}.onRequest`, { type: 'checkbox' })}
        />
        <ActionIcon
          aria-label={t('carriers.surcharge.remove', { number: index + 1 })}
          onClick={() => form.removeListItem('surcharges', index)}
        >
          <IconTrash size={15} stroke={1.5} />
        </ActionIcon>
      </div>
    </div>
  )
}
