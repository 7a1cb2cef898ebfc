// Says more of a file: what it is called, what it is, until when it is valid.
import { Button, Modal, Select, Textarea, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useHotkeys } from '@mantine/hooks'
import { useMutation } from '@tanstack/react-query'
import { client } from '#renderer/lib/api.ts'
import { failureOf } from '#renderer/lib/call-failure.ts'
import { errorMessage, fieldErrors, fieldMessages } from '#renderer/lib/error-message.ts'
import { parseFields } from '#renderer/lib/field-problems.ts'
import { useText } from '#renderer/lib/language.ts'
import { typedDay } from '#renderer/lib/typed-day.ts'
import { DayInput } from '#renderer/ui/day-input.tsx'
import {
  attachmentKinds,
  type EditAttachmentInput,
  editAttachmentInput,
  type RecordAttachment,
} from '#shared/schemas/attachments.ts'
import classes from './attachments.module.css'
import { partsOfName } from './file-name-parts.ts'

export function EditAttachment({ file, onClose }: { file: RecordAttachment; onClose: () => void }) {
  const { t } = useText()
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('attachments.editTitle')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <EditForm file={file} onClose={onClose} />
    </Modal>
  )
}

function EditForm({ file, onClose }: { file: RecordAttachment; onClose: () => void }) {
  const { t } = useText()
  const { stem, ending } = partsOfName(file.name)
  const form = useForm({
    mode: 'controlled',
    initialValues: { name: stem, kind: file.kind, expiresOn: file.expiresOn ?? '', note: file.note },
  })
  const saving = useMutation({
    mutationFn: (input: EditAttachmentInput) => client.attachments.edit.mutate(input),
    onSuccess: onClose,
    onError: (error) => form.setErrors(fieldErrors(t, error)),
  })
  const submit = () => {
    const { name, kind, expiresOn, note } = form.getValues()
    const day = typedDay(expiresOn)
    const read = parseFields(editAttachmentInput, {
      id: file.id,
      name: name.trim() === '' ? '' : name.trim() + ending,
      kind,
      expiresOn: day === '' ? null : day,
      note,
    })
    if (read.ok) saving.mutate(read.value)
    else form.setErrors(fieldMessages(t, read.problems))
  }
  useHotkeys([['mod+S', submit]], [])
  return (
    <form
      className={classes.form}
      noValidate
      aria-label={t('attachments.editTitle')}
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
    >
      <TextInput
        label={t('attachments.fields.name')}
        rightSection={ending ? <span className="q-quiet">{ending}</span> : null}
        rightSectionWidth={ending.length * 8 + 12}
        rightSectionPointerEvents="none"
        data-autofocus
        maxLength={255}
        {...form.getInputProps('name')}
      />
      <Select
        label={t('attachments.fields.kind')}
        data={attachmentKinds.map((kind) => ({ value: kind, label: t(`attachments.kinds.${kind}`) }))}
        {...form.getInputProps('kind')}
      />
      <DayInput
        label={t('attachments.fields.expiresOn')}
        description={t('attachments.hints.expiresOn')}
        {...form.getInputProps('expiresOn')}
      />
      <Textarea label={t('attachments.fields.note')} {...form.getInputProps('note')} />
      {saving.error && !failureOf(saving.error).issues ? (
        <p role="alert" className={classes.problem}>
          {errorMessage(t, saving.error)}
        </p>
      ) : null}
      <div className={classes.formActions}>
        <Button onClick={onClose}>{t('common.cancel')}</Button>
        <Button type="submit" variant="filled" loading={saving.isPending}>
          {t('common.save')}
        </Button>
      </div>
    </form>
  )
}
