// A line that adds a task: what, by when, by whom. Enter adds, and the line is ready for the next one.
import { Button, TextInput } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, type RefObject, useState } from 'react'
import { client } from '#renderer/lib/api.ts'
import { errorMessage, fieldMessages } from '#renderer/lib/error-message.ts'
import { parseFields } from '#renderer/lib/field-problems.ts'
import { useText } from '#renderer/lib/language.ts'
import { typedDay } from '#renderer/lib/typed-day.ts'
import { DayInput } from '#renderer/ui/day-input.tsx'
import { PersonSelect } from '#renderer/ui/person-select.tsx'
import { WriteGate } from '#renderer/ui/write-gate.tsx'
import type { RecordRef } from '#shared/schemas/records.ts'
import { type TaskInput, taskInput } from '#shared/schemas/tasks.ts'
import classes from './tasks.module.css'

type QuickAddProps = {
  /** What the task is put on. */
  record?: RecordRef | null
  titleRef?: RefObject<HTMLInputElement | null>
  isInPage?: boolean
}

const empty = { title: '', dueOn: '', personId: null as number | null }

export function QuickAdd({ record = null, titleRef, isInPage = false }: QuickAddProps) {
  const { t } = useText()
  const [values, setValues] = useState(empty)
  const [problems, setProblems] = useState<Record<string, string>>({})
  const set = (change: Partial<typeof empty>) => {
    setProblems({})
    setValues((before) => ({ ...before, ...change }))
  }
  const add = useMutation({
    mutationFn: (task: TaskInput) => client.tasks.add.mutate(task),
    onSuccess: (_id, { title }) => {
      // The day and the person often hold for the next one as well.
      set({ title: '' })
      notifications.show({ message: t('tasks.quick.added', { title }) })
      titleRef?.current?.focus()
    },
    onError: (error) => setProblems({ title: errorMessage(t, error) }),
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const day = typedDay(values.dueOn)
    const read = parseFields(taskInput, { ...values, dueOn: day === '' ? null : day, record })
    if (read.ok) add.mutate(read.value)
    else setProblems(fieldMessages(t, read.problems))
  }
  return (
    <form
      className={classes.quick}
      data-in-page={isInPage || undefined}
      onSubmit={submit}
      aria-label={t('tasks.quick.label')}
      noValidate
    >
      <TextInput
        ref={titleRef}
        className={classes.quickTitle}
        aria-label={t('tasks.quick.title')}
        placeholder={t('tasks.quick.title')}
        value={values.title}
        error={problems.title}
        onChange={(event) => set({ title: event.currentTarget.value })}
      />
      <div className={classes.quickDay}>
        <DayInput
          aria-label={t('tasks.quick.due')}
          value={values.dueOn}
          error={problems.dueOn}
          onChange={(dueOn) => set({ dueOn })}
        />
      </div>
      <PersonSelect
        className={classes.quickPerson}
        aria-label={t('tasks.fields.person')}
        placeholder={t('tasks.fields.person')}
        value={values.personId}
        onChange={(personId) => set({ personId })}
      />
      <WriteGate>
        <Button type="submit" loading={add.isPending}>
          {t('tasks.quick.add')}
        </Button>
      </WriteGate>
    </form>
  )
}
