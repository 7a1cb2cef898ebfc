// Writes a rule: words that stand in a text, or a code, of one source or of any, and the state that they mean.
import { Select, Textarea, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { client } from '#renderer/lib/api.ts'
import { useText } from '#renderer/lib/language.ts'
import { FormDialog } from '#renderer/ui/form-dialog.tsx'
import { trackingStates } from '#shared/schemas/shipment-words.ts'
import type { OwnRule, RuleInput } from '#shared/schemas/tracking.ts'
import { sayRuleSaved } from './own-rules.tsx'
import { SourceField } from './source-field.tsx'

const none: RuleInput = { source: '', code: '', phrase: '', state: '', note: '' }

export function RuleDialog({ rule, onClose }: { rule: OwnRule | null; onClose: () => void }) {
  const { t } = useText()
  const [values, setValues] = useState<RuleInput>(rule ?? none)
  const [isAsked, setAsked] = useState(false)
  const isEmpty = values.phrase.trim() === '' && values.code.trim() === ''
  const saving = useMutation({
    mutationFn: () => {
      const { source, code, phrase, state, note } = values
      return client.tracking.setRule.mutate({ id: rule?.id ?? null, rule: { source, code, phrase, state, note } })
    },
    onSuccess: () => {
      sayRuleSaved(t)
      onClose()
    },
  })
  const submit = () => {
    setAsked(true)
    if (!isEmpty) saving.mutate()
  }
  const set = (part: Partial<RuleInput>) => setValues((all) => ({ ...all, ...part }))
  return (
    <FormDialog
      title={t(rule ? 'tracking.rules.edit' : 'tracking.rules.add')}
      error={saving.error}
      isPending={saving.isPending}
      onSubmit={submit}
      onClose={onClose}
    >
      <TextInput
        label={t('tracking.rules.phrase')}
        description={t('tracking.rules.phraseHint')}
        data-autofocus
        maxLength={300}
        value={values.phrase}
        error={isAsked && isEmpty ? t('tracking.rules.needed') : undefined}
        onChange={(event) => set({ phrase: event.currentTarget.value })}
      />
      <TextInput
        label={t('tracking.rules.code')}
        maxLength={120}
        value={values.code}
        onChange={(event) => set({ code: event.currentTarget.value })}
      />
      <SourceField label={t('tracking.rules.source')} source={values.source} onChange={(source) => set({ source })} />
      <Select
        label={t('tracking.rules.state')}
        allowDeselect={false}
        searchable
        data={[
          { value: '', label: t('tracking.event.noState') },
          ...trackingStates.map((value) => ({ value, label: t(`shipments.states.${value}`) })),
        ]}
        value={values.state}
        onChange={(state) => set({ state: (state ?? '') as RuleInput['state'] })}
      />
      <Textarea
        label={t('tracking.rules.note')}
        autosize
        value={values.note}
        onChange={(event) => set({ note: event.currentTarget.value })}
      />
    </FormDialog>
  )
}
