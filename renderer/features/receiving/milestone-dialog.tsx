// Writes a step of the making of an order, or changes one.
import { Select, Textarea, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { client } from '#renderer/lib/api.ts'
import { fieldMessage } from '#renderer/lib/error-message.ts'
import { type FieldProblems, parseFields } from '#renderer/lib/field-problems.ts'
import { useText } from '#renderer/lib/language.ts'
import { typedDay } from '#renderer/lib/typed-day.ts'
import { DayInput } from '#renderer/ui/day-input.tsx'
import { FormDialog } from '#renderer/ui/form-dialog.tsx'
import { sayError } from '#renderer/ui/say-error.ts'
import { sayUndoable } from '#renderer/ui/undo-notice.tsx'
import {
  type Milestone,
  type MilestoneInput,
  type MilestoneKind,
  milestoneInput,
  milestoneKinds,
} from '#shared/schemas/milestones.ts'

type DialogProps = { orderId: number; milestone: Milestone | null; onClose: () => void }

export function MilestoneDialog({ orderId, milestone, onClose }: DialogProps) {
  const text = useText()
  const { t } = text
  const [values, setValues] = useState({
    kind: milestone?.kind ?? ('other' as MilestoneKind),
    title: milestone?.title ?? '',
    plannedOn: milestone?.plannedOn ?? '',
    actualOn: milestone?.actualOn ?? '',
    note: milestone?.note ?? '',
  })
  const set = (part: Partial<typeof values>) => setValues((before) => ({ ...before, ...part }))
  const [problems, setProblems] = useState<FieldProblems>({})
  const wrong = (field: string) => problems[field] && fieldMessage(t, problems[field])
  const day = (typed: string) => typedDay(typed) || null
  const saving = useMutation({
    mutationFn: async (input: MilestoneInput) => {
      if (milestone) await client.milestones.edit.mutate({ id: milestone.id, milestone: input })
      else await client.milestones.add.mutate(input)
    },
    onSuccess: onClose,
  })
  const submit = () => {
    const { plannedOn, actualOn } = values
    const read = parseFields(milestoneInput, { ...values, orderId, plannedOn: day(plannedOn), actualOn: day(actualOn) })
    setProblems(read.ok ? {} : read.problems)
    if (read.ok) saving.mutate(read.value)
  }
  const removing = useMutation({
    mutationFn: () => client.milestones.remove.mutate({ id: milestone?.id ?? 0 }),
    onSuccess: ({ operationId }) => {
      const title = values.title || t(`receiving.milestone.kinds.${values.kind}`)
      sayUndoable(text, t('receiving.milestone.removed', { title }), operationId)
      onClose()
    },
    onError: (error) => sayError(t, error),
  })
  return (
    <FormDialog
      title={t(milestone ? 'receiving.milestone.edit' : 'receiving.milestone.add')}
      error={saving.error}
      isPending={saving.isPending}
      onSubmit={submit}
      onClose={onClose}
      remove={
        milestone && {
          label: t('receiving.milestone.remove'),
          run: () => removing.mutate(),
          isPending: removing.isPending,
        }
      }
    >
      <Select
        label={t('receiving.milestone.fields.kind')}
        data-autofocus
        allowDeselect={false}
        data={milestoneKinds.map((kind) => ({ value: kind, label: t(`receiving.milestone.kinds.${kind}`) }))}
        value={values.kind}
        onChange={(kind) => kind && set({ kind: kind as MilestoneKind })}
      />
      <TextInput
        label={t('receiving.milestone.fields.title')}
        required={values.kind === 'other'}
        value={values.title}
        onChange={(event) => set({ title: event.currentTarget.value })}
        error={wrong('title')}
      />
      <DayInput
        label={t('receiving.milestone.fields.plannedOn')}
        value={values.plannedOn}
        onChange={(plannedOn) => set({ plannedOn })}
        error={wrong('plannedOn')}
      />
      <DayInput
        label={t('receiving.milestone.fields.actualOn')}
        value={values.actualOn}
        onChange={(actualOn) => set({ actualOn })}
        error={wrong('actualOn')}
      />
      <Textarea
        label={t('receiving.milestone.fields.note')}
        value={values.note}
        onChange={(event) => set({ note: event.currentTarget.value })}
        error={wrong('note')}
      />
    </FormDialog>
  )
}
