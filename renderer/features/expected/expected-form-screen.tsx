// Writes down goods on order, or changes what was written.
import { Select, Textarea, TextInput } from '@mantine/core'
import type { UseFormReturnType } from '@mantine/form'
import { notifications } from '@mantine/notifications'
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useParams } from '@tanstack/react-router'
import { useMemo } from 'react'
import { client, trpc } from '#renderer/lib/api.ts'
import { useText } from '#renderer/lib/language.ts'
import { placeName, transitPlace } from '#renderer/lib/place-name.ts'
import { useToday } from '#renderer/lib/use-today.ts'
import { DayInput } from '#renderer/ui/day-input.tsx'
import { DecimalInput } from '#renderer/ui/decimal-input.tsx'
import { LoadingState } from '#renderer/ui/loading-state.tsx'
import { Page } from '#renderer/ui/page.tsx'
import { PartyPicker } from '#renderer/ui/party-picker.tsx'
import { ProductPicker } from '#renderer/ui/product-picker.tsx'
import { QueryState } from '#renderer/ui/query-state.tsx'
import { FormSection, RecordForm } from '#renderer/ui/record-form/record-form.tsx'
import { type KeptDrafts, useDraft } from '#renderer/ui/record-form/use-draft.ts'
import { useRecordForm } from '#renderer/ui/record-form/use-record-form.ts'
import { type StoredRecord, useStored } from '#renderer/ui/record-form/use-stored.ts'
import type { Expected } from '#shared/schemas/expected.ts'
import type { Revised } from '#shared/schemas/records.ts'
import { type ExpectedForm, expectedToForm, newExpectedForm, readExpectedForm } from './expected-form-values.ts'

export function NewExpectedScreen() {
  const { t } = useText()
  const today = useToday()
  const initial = useMemo(() => newExpectedForm(today), [today])
  return (
    <Page title={t('expected.newTitle')}>
      <ExpectedDraft name="expected/new" id={null} initial={initial} stored={null} />
    </Page>
  )
}

export function EditExpectedScreen() {
  const { t } = useText()
  const id = Number(useParams({ strict: false }).id)
  const query = useQuery(trpc.expected.get.queryOptions({ id }))
  return (
    <Page title={t('expected.edit')} subtitle={query.data?.sku}>
      <QueryState query={query}>{(expected) => <EditExpected key={expected.id} expected={expected} />}</QueryState>
    </Page>
  )
}

function EditExpected({ expected }: { expected: Revised<Expected> }) {
  const { language } = useText()
  const { id } = expected
  const toForm = (read: Expected) => expectedToForm(read, language)
  const stored = useStored(expected, toForm, () => client.expected.get.query({ id }))
  return <ExpectedDraft name={`expected/${id}`} id={id} initial={stored.start.values} stored={stored} />
}

type DraftProps = {
  name: string
  id: number | null
  initial: ExpectedForm
  stored: StoredRecord<ExpectedForm> | null
}

function ExpectedDraft(props: DraftProps) {
  const drafts = useDraft(props.name, props.initial)
  return drafts === undefined ? <LoadingState /> : <ExpectedEditor {...props} drafts={drafts} />
}

function ExpectedEditor({ name, id, initial, stored, drafts }: DraftProps & { drafts: KeptDrafts<ExpectedForm> }) {
  const { t } = useText()
  const navigate = useNavigate()
  const state = useRecordForm({
    name,
    initial,
    stored,
    drafts,
    read: readExpectedForm,
    issuePrefix: 'expected',
    blamed: { 'expected/family': 'productId', 'catalog/product-not-found': 'productId' },
    save: async (expected, seen) => {
      if (id === null) return client.expected.add.mutate(expected)
      await client.expected.edit.mutate({ id, seen, expected })
      return { id }
    },
    onSaved: (saved) => {
      const sku = state.form.getValues().productId?.name ?? ''
      notifications.show({ message: t(id === null ? 'expected.savedNew' : 'expected.savedEdit', { sku }) })
      navigate({ to: '/expected', search: { id: saved.id } })
    },
  })
  const cancel = () => navigate({ to: '/expected', search: id === null ? {} : { id } })
  return (
    <RecordForm state={state} onCancel={cancel} label={t(id === null ? 'expected.newTitle' : 'expected.edit')}>
      <ExpectedFields form={state.form} />
    </RecordForm>
  )
}

function ExpectedFields({ form }: { form: UseFormReturnType<ExpectedForm> }) {
  const { t } = useText()
  const { data: places = [] } = useQuery(trpc.warehouses.list.queryOptions({ archived: false }))
  return (
    <>
      <FormSection title={t('expected.sections.what')}>
        <ProductPicker
          label={t('expected.fields.product')}
          required
          data-autofocus
          {...form.getInputProps('productId')}
        />
        <DecimalInput label={t('expected.fields.quantity')} required {...form.getInputProps('quantity')} />
        <PartyPicker partyRole="supplier" label={t('expected.fields.supplier')} {...form.getInputProps('supplierId')} />
        <Select
          label={t('expected.fields.warehouse')}
          allowDeselect={false}
          data={places
            .filter(({ id }) => id !== transitPlace)
            .map((place) => ({ value: String(place.id), label: placeName(t, place) }))}
          {...form.getInputProps('warehouseId')}
        />
        <DayInput label={t('expected.fields.orderedOn')} {...form.getInputProps('orderedOn')} />
        <DayInput
          label={t('expected.fields.expectedOn')}
          description={t('expected.hints.expectedOn')}
          {...form.getInputProps('expectedOn')}
        />
        <TextInput
          label={t('expected.fields.reference')}
          placeholder={t('expected.hints.reference')}
          {...form.getInputProps('reference')}
        />
      </FormSection>
      <FormSection title={t('expected.sections.more')} isWide>
        <Textarea label={t('expected.fields.note')} {...form.getInputProps('note')} />
      </FormSection>
    </>
  )
}
