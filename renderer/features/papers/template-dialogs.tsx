// What is asked before a template is copied, renamed or deleted.
import { Button, Group, Modal, Stack, TextInput } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { client } from '#renderer/lib/api.ts'
import { errorMessage } from '#renderer/lib/error-message.ts'
import { useText } from '#renderer/lib/language.ts'
import { AskDialog } from '#renderer/ui/ask-dialog.tsx'
import type { PaperTemplateRow } from '#shared/schemas/papers.ts'
import { ownId } from './template-id.ts'
import { templateName } from './template-name.ts'

type DialogProps = { template: Pick<PaperTemplateRow, 'id' | 'name'>; onClose: () => void }

type CopyProps = { template: PaperTemplateRow; onClose: () => void; onCopied: (id: string) => void }

export function CopyTemplateDialog({ template, onClose, onCopied }: CopyProps) {
  const { t } = useText()
  const name = templateName(t, template)
  return (
    <NameDialog
      title={t('papers.templates.copyOf', { name })}
      action={t('papers.templates.copy')}
      initial={t('papers.templates.copyName', { name })}
      save={(given) => client.papers.templates.copy.mutate({ id: template.id, name: given })}
      onSaved={({ id }) => onCopied(id)}
      onClose={onClose}
    />
  )
}

export function RenameTemplateDialog({ template, onClose }: DialogProps) {
  const { t } = useText()
  const rename = async (name: string) => {
    const { header, body } = await client.papers.templates.get.query({ id: template.id })
    return client.papers.templates.save.mutate({
      id: ownId(template.id),
      template: { header: { ...header, name }, body },
    })
  }
  return (
    <NameDialog
      title={t('papers.templates.rename')}
      action={t('common.save')}
      initial={template.name}
      save={rename}
      onSaved={onClose}
      onClose={onClose}
    />
  )
}

type NameDialogProps<Result> = {
  title: string
  action: string
  initial: string
  save: (name: string) => Promise<Result>
  onSaved: (result: Result) => void
  onClose: () => void
}

function NameDialog<Result>({ title, action, initial, save, onSaved, onClose }: NameDialogProps<Result>) {
  const { t } = useText()
  const [name, setName] = useState(initial.slice(0, 120))
  const saving = useMutation({ mutationFn: () => save(name.trim()), onSuccess: onSaved })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (name.trim() !== '') saving.mutate()
  }
  return (
    <Modal opened onClose={onClose} title={title} size="sm">
      <form onSubmit={submit} noValidate>
        <Stack gap="sm">
          <TextInput
            label={t('papers.templates.name')}
            value={name}
            maxLength={120}
            onChange={(event) => setName(event.currentTarget.value)}
            error={saving.error ? errorMessage(t, saving.error) : undefined}
            data-autofocus
          />
          <Group justify="flex-end" gap="sm">
            <Button onClick={onClose}>{t('common.cancel')}</Button>
            <Button type="submit" variant="filled" loading={saving.isPending} disabled={name.trim() === ''}>
              {action}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}

export function RemoveTemplateDialog({ template, onClose }: DialogProps) {
  const { t } = useText()
  const remove = useMutation({
    mutationFn: () => client.papers.templates.remove.mutate({ id: ownId(template.id) }),
    onSuccess: onClose,
    onError: (error) => notifications.show({ color: 'red', message: errorMessage(t, error) }),
  })
  return (
    <AskDialog
      title={t('papers.templates.removeSure', { name: template.name })}
      text={t('papers.templates.removeText')}
      yes={t('papers.templates.remove')}
      isPending={remove.isPending}
      onYes={() => remove.mutate()}
      onClose={onClose}
    />
  )
}
