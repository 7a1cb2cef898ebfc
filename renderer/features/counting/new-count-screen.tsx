// Begins a count: where, which day, and what goes on the sheet.
import { Checkbox, Select, Textarea, TextInput } from '@mantine/core'
import type { UseFormReturnType } from '@mantine/form'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { client } from '#renderer/lib/api.ts'
import { useText } from '#renderer/lib/language.ts'
import { useToday } from '#renderer/lib/use-today.ts'
import { DayInput } from '#renderer/ui/day-input.tsx'
import { LoadingState } from '#renderer/ui/loading-state.tsx'
import { Page } from '#renderer/ui/page.tsx'
import { FormSection, RecordForm } from '#renderer/ui/record-form/record-form.tsx'
import { type KeptDrafts, useDraft } from '#renderer/ui/record-form/use-draft.ts'
import { useRecordForm } from '#renderer/ui/record-form/use-record-form.ts'
import { sayUndoable } from '#renderer/ui/undo-notice.tsx'
import { type CountForm, newCountForm, readCountForm } from './count-form-values.ts'
import { type NewCountAddress, readNewCount } from './new-count-address.ts'
import { ScopeFields } from './scope-fields.tsx'
import { usePlaces } from './use-places.ts'

export function NewCountScreen() {
  const { t } = useText()
  const address = readNewCount(useSearch({ strict: false }))
  return (
    <Page title={t('counting.new')} subtitle={t('counting.newText')}>
      <CountStart key={JSON.stringify(address)} address={address} />
    </Page>
  )
}

function CountStart({ address }: { address: NewCountAddress }) {
  const initial = newCountForm(useToday(), address)
  const name = ['counting/new', address.place, address.class, address.due && 'due'].filter(Boolean).join('-')
  const drafts = useDraft(name, initial)
  if (drafts === undefined) return <LoadingState />
  return <CountEditor name={name} initial={initial} drafts={drafts} />
}

type EditorProps = { name: string; initial: CountForm; drafts: KeptDrafts<CountForm> }

function CountEditor({ name, initial, drafts }: EditorProps) {
  const text = useText()
  const { t, format } = text
  const navigate = useNavigate()
  const state = useRecordForm({
    name,
    initial,
    drafts,
    read: readCountForm,
    save: (input) => client.counting.create.mutate(input),
    onSaved: ({ result, operationId }) => {
      const made = { number: result.number, count: result.lines, formatted: format.number(result.lines) }
      sayUndoable(text, t('counting.made', made), operationId)
      navigate({ to: '/stock/counts/$id', params: { id: String(result.id) } })
    },
    blamed: {
      'stock/period-closed': 'on',
      'stock/before-start': 'on',
      'stock/future-day': 'on',
      'stock/place-archived': 'warehouseId',
      'stock/place-not-found': 'warehouseId',
      'counting/number-taken': 'number',
      'counting/nothing-to-count': 'scope',
      'counting/no-classes': 'scope',
      'counting/bin-not-found': 'binId',
    },
  })
  return (
    <RecordForm
      state={state}
      label={t('counting.new')}
      saveLabel={t('counting.begin')}
      onCancel={() => navigate({ to: '/stock/counts' })}
    >
      <CountFields form={state.form} />
    </RecordForm>
  )
}

function CountFields({ form }: { form: UseFormReturnType<CountForm> }) {
  const { t } = useText()
  const places = usePlaces()
  return (
    <>
      <FormSection title={t('counting.form.where')}>
        <Select
          label={t('counting.fields.place')}
          required
          searchable
          allowDeselect={false}
          data={places}
          {...form.getInputProps('warehouseId')}
        />
        <DayInput
          label={t('counting.fields.on')}
          description={t('counting.form.onHint')}
          required
          {...form.getInputProps('on')}
        />
      </FormSection>
      <ScopeFields form={form} places={places} />
      <FormSection title={t('counting.form.how')}>
        <Checkbox
          label={t('counting.fields.isBlind')}
          description={t('counting.form.blindHint')}
          {...form.getInputProps('isBlind', { type: 'checkbox' })}
        />
        <TextInput
          label={t('counting.fields.number')}
          placeholder={t('counting.form.numberHint')}
          {...form.getInputProps('number')}
        />
        <Textarea label={t('counting.fields.note')} autosize minRows={1} {...form.getInputProps('note')} />
      </FormSection>
    </>
  )
}
