// The legs of a shipment to write: from where to where, with what, under which numbers, planned and real days.
import { ActionIcon, Autocomplete, Button, Select, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconPlus, IconX } from '@tabler/icons-react'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { client, trpc } from '#renderer/lib/api.ts'
import { useText } from '#renderer/lib/language.ts'
import { CountrySelect } from '#renderer/ui/country-select.tsx'
import { DayInput } from '#renderer/ui/day-input.tsx'
import { FormSection } from '#renderer/ui/record-form/record-form.tsx'
import { sayError } from '#renderer/ui/say-error.ts'
import { transportModes } from '#shared/schemas/shipment-words.ts'
import { CarrierPicker } from './carrier-picker.tsx'
import { type LegForm, newLeg } from './leg-form-values.ts'
import type { SectionProps } from './shipment-form.tsx'
import classes from './shipments.module.css'
import type { Warnings } from './use-shipment-warnings.ts'

type LegsProps = SectionProps & { warnings: Warnings }

export function LegsField({ form, warnings }: LegsProps) {
  const { t } = useText()
  const { legs, mode } = form.values
  return (
    <FormSection title={t('shipments.sections.legs')} hint={t('shipments.hints.legs')} isWide>
      {legs.map((leg, index) => (
        <LegFields key={leg.key} form={form} index={index} warnings={warnings} />
      ))}
      <div>
        <Button
          leftSection={<IconPlus size={14} stroke={1.5} />}
          onClick={() => form.insertListItem('legs', newLeg(mode || 'sea') as never)}
        >
          {t('shipments.legs.add')}
        </Button>
      </div>
    </FormSection>
  )
}

function LegFields({ form, index, warnings }: LegsProps & { index: number }) {
  const { t } = useText()
  const at = `legs.${index}`
  const text = (key: 'vessel' | 'voyage' | 'containerNumber' | 'sealNumber' | 'blNumber', label: string) => (
    <TextInput label={label} description={warnings[`${at}.${key}`]} {...form.getInputProps(`${at}.${key}`)} />
  )
  const day = (key: 'plannedDepartureOn' | 'plannedArrivalOn' | 'departedOn' | 'arrivedOn', label: string) => (
    <DayInput label={label} description={warnings[`${at}.${key}`]} {...form.getInputProps(`${at}.${key}`)} />
  )
  return (
    <section className={classes.legForm} aria-label={t('shipments.legs.nth', { number: index + 1 })}>
      <p className={classes.legHead}>
        {t('shipments.legs.nth', { number: index + 1 })}
        <ActionIcon
          variant="subtle"
          aria-label={t('shipments.legs.remove', { number: index + 1 })}
          onClick={() => form.removeListItem('legs', index)}
        >
          <IconX size={14} stroke={1.5} />
        </ActionIcon>
      </p>
      <div className={classes.legFields}>
        <Select
          label={t('shipments.fields.mode')}
          allowDeselect={false}
          data={transportModes.map((value) => ({ value, label: t(`shipments.modes.${value}`) }))}
          {...form.getInputProps(`${at}.mode`)}
        />
        <CarrierPicker label={t('shipments.fields.carrier')} {...form.getInputProps(`${at}.carrier`)} />
        {text('vessel', t('shipments.fields.vessel'))}
        {text('voyage', t('shipments.fields.voyage'))}
        <PlaceFields form={form} at={`${at}.from`} label={t('shipments.fields.from')} />
        {day('plannedDepartureOn', t('shipments.fields.plannedDeparture'))}
        <PlaceFields form={form} at={`${at}.to`} label={t('shipments.fields.legTo')} />
        {day('plannedArrivalOn', t('shipments.fields.plannedArrival'))}
        {day('departedOn', t('shipments.fields.departedOn'))}
        {day('arrivedOn', t('shipments.fields.arrivedOn'))}
        {text('containerNumber', t('shipments.fields.container'))}
        {text('sealNumber', t('shipments.fields.seal'))}
        {text('blNumber', t('shipments.fields.bl'))}
        <TextInput label={t('shipments.fields.note')} {...form.getInputProps(`${at}.note`)} />
      </div>
    </section>
  )
}

const pauseMs = 150

type LegPlace = LegForm['from']

/** A port is found by its code or its name; any other place is as good. */
function PlaceFields({ form, at, label }: SectionProps & { at: string; label: string }) {
  const { t } = useText()
  const props = form.getInputProps(`${at}.code`)
  const [typed] = useDebouncedValue(String(props.value ?? ''), pauseMs)
  const query = useQuery({
    ...trpc.shipments.ports.queryOptions({ text: typed }),
    enabled: typed.trim().length >= 2,
    placeholderData: keepPreviousData,
  })
  const ports = typed.trim().length < 2 ? [] : (query.data ?? [])
  const words = new Map(ports.map((port) => [`${port.name} (${port.code})`, port]))
  const choose = (word: string) => {
    const port = words.get(word)
    if (!port) return props.onChange(word)
    form.setFieldValue(at, { code: port.code, place: port.name, country: port.country } as never)
  }
  // Who types a code and goes on is not made to choose it from the list as well.
  const takeTyped = async () => {
    const text = String(props.value ?? '').trim()
    if (text.length < 2) return
    const port = (await client.shipments.ports.query({ text })).find(({ code }) => code === text.toUpperCase())
    if (!port) return
    const known: LegPlace = { code: port.code, place: port.name, country: port.country }
    const fill = (now: LegPlace) => (now.place === '' && now.country === '' ? known : now)
    form.setFieldValue(at, fill as never)
  }
  return (
    <>
      <Autocomplete
        label={`${label}: ${t('shipments.fields.port')}`}
        placeholder={t('shipments.legs.portsHint')}
        data={[...words.keys()]}
        filter={({ options }) => options}
        {...props}
        onChange={choose}
        onBlur={() => {
          props.onBlur?.()
          takeTyped().catch((error) => sayError(t, error))
        }}
      />
      <TextInput label={`${label}: ${t('shipments.fields.legPlace')}`} {...form.getInputProps(`${at}.place`)} />
      <CountrySelect label={`${label}: ${t('shipments.fields.country')}`} {...form.getInputProps(`${at}.country`)} />
    </>
  )
}
