// Who carries a shipment, with which service, and when it should be there.
import { Button, Select, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { trpc } from '#renderer/lib/api.ts'
import { useText } from '#renderer/lib/language.ts'
import { typedDay } from '#renderer/lib/typed-day.ts'
import { useToday } from '#renderer/lib/use-today.ts'
import { CountrySelect } from '#renderer/ui/country-select.tsx'
import { DayInput } from '#renderer/ui/day-input.tsx'
import { FormSection } from '#renderer/ui/record-form/record-form.tsx'
import { isDay } from '#shared/dates.ts'
import { transportModes } from '#shared/schemas/shipment-words.ts'
import { CarrierPicker } from './carrier-picker.tsx'
import { serviceHint } from './service-hint.ts'
import type { SectionProps } from './shipment-form.tsx'
import classes from './shipments.module.css'
import type { Warnings } from './use-shipment-warnings.ts'

type CarrierProps = SectionProps & { warnings: Warnings }

export function CarrierFields({ form, warnings }: CarrierProps) {
  const { t } = useText()
  return (
    <FormSection title={t('shipments.sections.carrier')}>
      <CarrierPicker
        label={t('shipments.fields.carrier')}
        {...form.getInputProps('carrierId')}
        onChange={(carrier) => form.setValues({ carrierId: carrier as never, serviceId: null })}
      />
      <ServiceField form={form} />
      <Select
        label={t('shipments.fields.mode')}
        data={[
          { value: '', label: '–' },
          ...transportModes.map((mode) => ({ value: mode, label: t(`shipments.modes.${mode}`) })),
        ]}
        {...form.getInputProps('mode')}
      />
      <TextInput label={t('shipments.fields.reference')} {...form.getInputProps('reference')} />
      <DayInput label={t('shipments.fields.bookedOn')} {...form.getInputProps('bookedOn')} />
      <DayInput
        label={t('shipments.fields.plannedOn')}
        description={warnings.plannedOn ?? t('shipments.hints.planned')}
        {...form.getInputProps('plannedOn')}
      />
      <CountrySelect label={t('shipments.fields.fromCountry')} {...form.getInputProps('fromCountry')} />
      <TextInput label={t('shipments.fields.fromPlace')} {...form.getInputProps('fromPlace')} />
      <ExpectedHint form={form} />
    </FormSection>
  )
}

/** The services of the carrier; a service says how it travels. */
function ServiceField({ form }: SectionProps) {
  const { t } = useText()
  const carrierId = form.values.carrierId?.id ?? null
  const query = useQuery({ ...trpc.carriers.services.queryOptions({ carrierId }), enabled: carrierId !== null })
  const services = carrierId === null ? [] : (query.data ?? [])
  const choose = (value: string | null) => {
    const mode = services.find(({ id }) => String(id) === value)?.mode
    form.setValues({ serviceId: value, ...(mode && { mode }) })
  }
  const hint = serviceHint({ hasCarrier: carrierId !== null, services: query.data })
  return (
    <Select
      label={t('shipments.fields.service')}
      clearable
      placeholder={hint === null ? '' : t(hint)}
      disabled={services.length === 0}
      data={services.map(({ id, name }) => ({ value: String(id), label: name }))}
      {...form.getInputProps('serviceId')}
      onChange={choose}
    />
  )
}

/** What own deliveries, or the service, say of the day; never taken without being seen. */
function ExpectedHint({ form }: SectionProps) {
  const { t, format } = useText()
  const today = useToday()
  const { carrierId, serviceId, mode, fromCountry, shipTo, plannedOn, bookedOn } = form.values
  const booked = typedDay(bookedOn)
  const options = trpc.lanes.expected.queryOptions({
    ...{ carrierId: carrierId?.id ?? null, serviceId: serviceId === null ? null : Number(serviceId) },
    ...{ mode, fromCountry, toCountry: shipTo.country, leftOn: isDay(booked) ? booked : today },
  })
  const { data } = useQuery({ ...options, enabled: carrierId !== null && plannedOn.trim() === '' })
  if (!data?.by || plannedOn.trim() !== '') return null
  const by = t(`shipments.plannedBys.${data.source}`)
  const said =
    data.n > 0
      ? t('shipments.hints.expected', { day: data.by, by, n: format.number(data.n) })
      : t('shipments.hints.expectedPlain', { day: data.by, by })
  return (
    <p className={classes.wideHint}>
      {said}{' '}
      <Button variant="subtle" size="compact-xs" onClick={() => form.setFieldValue('plannedOn', data.by)}>
        {t('shipments.hints.takeDay')}
      </Button>
    </p>
  )
}
