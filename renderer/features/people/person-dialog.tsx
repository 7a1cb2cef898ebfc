// Adds a person, changes one, or puts one away. Beside every change of theirs their name stays.
import { Button, Modal, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useHotkeys } from '@mantine/hooks'
import { notifications } from '@mantine/notifications'
import { useMutation } from '@tanstack/react-query'
import type { FormEvent } from 'react'
import { client } from '#renderer/lib/api.ts'
import { failureOf } from '#renderer/lib/call-failure.ts'
import { errorMessage, fieldErrors, fieldMessages } from '#renderer/lib/error-message.ts'
import { parseFields } from '#renderer/lib/field-problems.ts'
import { useText } from '#renderer/lib/language.ts'
import { ArchiveButton } from '#renderer/ui/archive-button.tsx'
import { ChangedNotice, changedSinceOf } from '#renderer/ui/record-form/changed-since.tsx'
import { RecordHistory } from '#renderer/ui/record-history/record-history.tsx'
import { type Person, type PersonInput, personInput } from '#shared/schemas/people.ts'
import type { Revised } from '#shared/schemas/records.ts'
import classes from './people.module.css'

type DialogProps = { person: Revised<Person> | null; onClose: () => void }

/** Failures that the name is to blame for. */
const ofName: readonly string[] = ['people/name-taken', 'people/name-archived']

export function PersonDialog({ person, onClose }: DialogProps) {
  const { t } = useText()
  return (
    <Modal
      opened
      onClose={onClose}
      title={t(person ? 'people.edit' : 'people.new')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <PersonForm person={person} onClose={onClose} />
      {person ? <RecordHistory entity="person" id={person.id} /> : null}
    </Modal>
  )
}

function PersonForm({ person, onClose }: DialogProps) {
  const { t } = useText()
  const { form, submit, saving, saveMine, changed } = usePersonForm(person, onClose)
  const isNameToBlame = saving.error ? ofName.includes(failureOf(saving.error).code) : false
  return (
    <form onSubmit={submit} className={classes.form} noValidate>
      <TextInput
        label={t('people.fields.name')}
        required
        data-autofocus
        maxLength={100}
        {...form.getInputProps('name')}
      />
      <TextInput label={t('people.fields.nameZh')} lang="zh-CN" {...form.getInputProps('nameZh')} />
      <TextInput label={t('people.fields.title')} {...form.getInputProps('title')} />
      <TextInput type="email" label={t('people.fields.email')} {...form.getInputProps('email')} />
      <TextInput type="tel" label={t('people.fields.phone')} {...form.getInputProps('phone')} />
      {changed ? <ChangedNotice changed={changed} isBusy={saving.isPending} onSaveMine={saveMine} /> : null}
      {saving.error && !isNameToBlame && !changed ? <p role="alert">{errorMessage(t, saving.error)}</p> : null}
      <div className={classes.actions}>
        {person ? (
          <ArchiveButton
            archived={person.archived}
            archive={() => client.people.archive.mutate({ ids: [person.id] }).then(onClose)}
            unarchive={() => client.people.unarchive.mutate({ ids: [person.id] }).then(onClose)}
          />
        ) : null}
        <Button onClick={onClose}>{t('common.cancel')}</Button>
        <Button type="submit" variant="filled" loading={saving.isPending}>
          {t('common.save')}
        </Button>
      </div>
    </form>
  )
}

function usePersonForm(person: Revised<Person> | null, onClose: () => void) {
  const { t } = useText()
  const { name = '', nameZh = '', title = '', email = '', phone = '' } = person ?? {}
  const form = useForm({ mode: 'controlled', initialValues: { name, nameZh, title, email, phone } })
  const saving = useMutation({
    mutationFn: async ({ input, seen }: { input: PersonInput; seen: string | undefined }) => {
      if (person) await client.people.edit.mutate({ id: person.id, seen, person: input })
      else await client.people.add.mutate(input)
    },
    onSuccess: (_done, { input }) => {
      notifications.show({ message: t('people.saved', { name: input.name }) })
      onClose()
    },
    onError: (error) =>
      form.setErrors(
        ofName.includes(failureOf(error).code) ? { name: errorMessage(t, error) } : fieldErrors(t, error, 'person'),
      ),
  })
  const send = (seen: string | undefined) => {
    if (saving.isPending) return
    const read = parseFields(personInput, form.getValues())
    if (read.ok) saving.mutate({ input: read.value, seen })
    else form.setErrors(fieldMessages(t, read.problems))
  }
  const submit = (event?: FormEvent) => {
    event?.preventDefault()
    send(person?.revision)
  }
  useHotkeys([['mod+S', () => submit()]], [])
  const changed = saving.error ? changedSinceOf(failureOf(saving.error)) : null
  return { form, submit, saving, changed, saveMine: () => send(changed?.revision) }
}
