// The fields of a channel: what it is, who takes the money and hands the tax on, and what it is expected to take.
import { Checkbox, Select, Textarea, TextInput } from '@mantine/core'
import type { UseFormReturnType } from '@mantine/form'
import { useQuery } from '@tanstack/react-query'
import { trpc } from '#renderer/lib/api.ts'
import { useText } from '#renderer/lib/language.ts'
import { placeName, transitPlace } from '#renderer/lib/place-name.ts'
import { CountrySelect } from '#renderer/ui/country-select.tsx'
import { CurrencySelect } from '#renderer/ui/currency-select.tsx'
import { DecimalInput } from '#renderer/ui/decimal-input.tsx'
import { channelKinds } from '#shared/schemas/channels.ts'
import type { ChannelForm } from './channel-form-values.ts'
import classes from './channels.module.css'

type FieldsProps = { form: UseFormReturnType<ChannelForm>; isCodeFixed: boolean }

export function ChannelFields({ form, isCodeFixed }: FieldsProps) {
  const { t } = useText()
  return (
    <>
      <div className={classes.fields}>
        <TextInput
          label={t('channels.fields.code')}
          description={isCodeFixed ? t('channels.hints.codeFixed') : t('channels.hints.code')}
          required
          readOnly={isCodeFixed}
          data-autofocus={isCodeFixed ? undefined : true}
          maxLength={60}
          {...form.getInputProps('code')}
        />
        <TextInput
          label={t('channels.fields.name')}
          description={t('channels.hints.name')}
          data-autofocus={isCodeFixed ? true : undefined}
          maxLength={100}
          {...form.getInputProps('name')}
        />
        <Select
          label={t('channels.fields.kind')}
          allowDeselect={false}
          data={channelKinds.map((value) => ({ value, label: t(`channels.kinds.${value}`) }))}
          {...form.getInputProps('kind')}
        />
        <CountrySelect label={t('channels.fields.country')} {...form.getInputProps('country')} />
        <CurrencySelect label={t('channels.fields.currency')} clearable {...form.getInputProps('currency')} />
        <PlaceSelect form={form} />
      </div>
      <fieldset className={classes.group}>
        <legend>{t('channels.fields.terms')}</legend>
        {(['pricesWithTax', 'collectsMoney', 'collectsTax'] as const).map((key) => (
          <Checkbox
            key={key}
            label={t(`channels.fields.${key}`)}
            description={t(`channels.hints.${key}`)}
            {...form.getInputProps(key, { type: 'checkbox' })}
          />
        ))}
      </fieldset>
      <fieldset className={classes.group}>
        <legend>{t('channels.fields.expected')}</legend>
        <div className={classes.fields}>
          <DecimalInput label={t('channels.fields.feePercent')} unit="%" {...form.getInputProps('feePercent')} />
          <DecimalInput
            label={t('channels.fields.paymentFeePercent')}
            unit="%"
            {...form.getInputProps('paymentFeePercent')}
          />
          <DecimalInput
            label={t('channels.fields.orderFee')}
            unit={form.getValues().currency || undefined}
            {...form.getInputProps('orderFee')}
          />
        </div>
      </fieldset>
      <Textarea label={t('channels.fields.note')} autosize minRows={1} maxRows={6} {...form.getInputProps('note')} />
    </>
  )
}

function PlaceSelect({ form }: Pick<FieldsProps, 'form'>) {
  const { t } = useText()
  const { data = [] } = useQuery(trpc.warehouses.list.queryOptions({ archived: false }))
  const places = data.filter(({ id }) => id !== transitPlace)
  return (
    <Select
      label={t('channels.fields.warehouse')}
      description={t('channels.hints.warehouse')}
      clearable
      data={places.map((place) => ({ value: String(place.id), label: placeName(t, place) }))}
      {...form.getInputProps('warehouseId')}
    />
  )
}
