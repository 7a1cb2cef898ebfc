// The fields of a task.
import { Checkbox, Select, Textarea, TextInput } from '@mantine/core'
import type { UseFormReturnType } from '@mantine/form'
import { useText } from '#renderer/lib/language.ts'
import { DayInput } from '#renderer/ui/day-input.tsx'
import { PersonSelect } from '#renderer/ui/person-select.tsx'
import { FormSection } from '#renderer/ui/record-form/record-form.tsx'
import { RecordPicker } from '#renderer/ui/record-picker.tsx'
import { repeatUnits } from '#shared/schemas/tasks.ts'
import { ChecklistField } from './checklist-field.tsx'
import { mayMeanMonthEnd, type TaskForm } from './task-form-values.ts'
import classes from './tasks.module.css'

type SectionProps = { form: UseFormReturnType<TaskForm>; person?: { id: number; name: string } | null }

export function TaskFields({ form, person }: SectionProps) {
  const { t } = useText()
  return (
    <>
      <FormSection title={t('tasks.sections.what')} isWide>
        <TextInput label={t('tasks.fields.title')} required data-autofocus {...form.getInputProps('title')} />
        <div className={classes.fields}>
          <DayInput label={t('tasks.fields.dueOn')} {...form.getInputProps('dueOn')} />
          <PersonSelect
            label={t('tasks.fields.person')}
            placeholder={t('tasks.nobody')}
            known={person}
            {...form.getInputProps('personId')}
          />
          <RecordPicker label={t('tasks.fields.record')} {...recordProps(form)} />
        </div>
      </FormSection>
      <RepeatFields form={form} />
      <FormSection title={t('tasks.sections.checklist')} isWide>
        <ChecklistField form={form} />
      </FormSection>
      <FormSection title={t('tasks.sections.more')} isWide>
        <Textarea label={t('tasks.fields.note')} {...form.getInputProps('note')} />
      </FormSection>
    </>
  )
}

function recordProps(form: UseFormReturnType<TaskForm>) {
  const { value, error, onChange } = form.getInputProps('on') as ReturnType<typeof form.getInputProps>
  return { value: value as TaskForm['on'], error: error as string | undefined, onChange }
}

function RepeatFields({ form }: { form: UseFormReturnType<TaskForm> }) {
  const { t } = useText()
  const isRepeating = form.values.repeatUnit !== ''
  return (
    <FormSection title={t('tasks.sections.repeat')} hint={isRepeating ? t('tasks.repeatHint') : undefined}>
      <Select
        label={t('tasks.fields.repeatUnit')}
        data={[
          { value: '', label: t('tasks.repeatNone') },
          ...repeatUnits.map((unit) => ({ value: unit, label: t(`tasks.repeatUnits.${unit}`) })),
        ]}
        {...form.getInputProps('repeatUnit')}
      />
      {isRepeating ? (
        <>
          <TextInput label={t('tasks.fields.repeatEvery')} inputMode="numeric" {...form.getInputProps('repeatEvery')} />
          <DayInput label={t('tasks.fields.repeatUntil')} {...form.getInputProps('repeatUntil')} />
          {mayMeanMonthEnd(form.values) ? (
            <Checkbox
              mt={24}
              label={t('tasks.fields.isMonthEnd')}
              {...form.getInputProps('isMonthEnd', { type: 'checkbox' })}
            />
          ) : null}
        </>
      ) : null}
    </FormSection>
  )
}
