// What a party is as a carrier, in its form: whose numbers its are, and where they are looked up.
import { Autocomplete, TextInput } from '@mantine/core'
import type { UseFormReturnType } from '@mantine/form'
import { useQuery } from '@tanstack/react-query'
import { trpc } from '#renderer/lib/api.ts'
import { useText } from '#renderer/lib/language.ts'
import { FormSection } from '#renderer/ui/record-form/record-form.tsx'
import type { PartyForm } from './party-form-values.ts'

export function CarrierFields({ form }: { form: UseFormReturnType<PartyForm> }) {
  const { t } = useText()
  const { data: couriers = [] } = useQuery(trpc.tracking.couriers.queryOptions())
  return (
    <FormSection title={t('parties.sections.carrier')} hint={t('parties.hints.carrier')}>
      <Autocomplete
        label={t('parties.fields.courierCode')}
        data={[...new Set(couriers.map(({ code }) => code))]}
        {...form.getInputProps('carrier.courierCode')}
      />
      <TextInput
        type="url"
        label={t('parties.fields.trackingUrl')}
        placeholder="https://www.example.com/track?id={number}"
        {...form.getInputProps('carrier.trackingUrl')}
      />
    </FormSection>
  )
}
