// Names a view: a new one of what the list shows now, or one that is there.
import { Button, Checkbox, Group, Modal, Stack, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, type ReactNode, useState } from 'react'
import { client, queryClient, trpc } from '#renderer/lib/api.ts'
import { errorMessage } from '#renderer/lib/error-message.ts'
import { useBook } from '#renderer/lib/host-state.ts'
import { useText } from '#renderer/lib/language.ts'
import type { SavedView, ViewState } from '#shared/schemas/views.ts'
import type { Views } from './use-views.ts'

type SaveViewDialogProps = { list: string; views: Views; current: () => ViewState; onClose: () => void }

export function SaveViewDialog({ list, views, current, onClose }: SaveViewDialogProps) {
  const { t } = useText()
  // A view of one's own needs to know who one is.
  const canBeOwn = useBook().person !== null
  const [isShared, setShared] = useState(!canBeOwn)
  const save = async (name: string) => {
    const state = current()
    const { id } = await client.views.add.mutate({ list, name, isShared, state })
    await queryClient.invalidateQueries(trpc.views.list.queryFilter({ list }))
    views.show({ id, name, isShared, state })
  }
  return (
    <NameDialog title={t('views.saveTitle')} initial="" save={save} onClose={onClose}>
      <Checkbox
        label={t('views.shareLabel')}
        description={canBeOwn ? undefined : t('views.shareOnly')}
        checked={isShared}
        disabled={!canBeOwn}
        onChange={(event) => setShared(event.currentTarget.checked)}
      />
    </NameDialog>
  )
}

export function RenameViewDialog({ view, onClose }: { view: SavedView; onClose: () => void }) {
  const { t } = useText()
  const save = (name: string) => client.views.change.mutate({ id: view.id, name })
  return <NameDialog title={t('views.renameTitle')} initial={view.name} save={save} onClose={onClose} />
}

type NameDialogProps = {
  title: string
  initial: string
  save: (name: string) => Promise<unknown>
  onClose: () => void
  children?: ReactNode
}

function NameDialog({ title, initial, save, onClose, children }: NameDialogProps) {
  const { t } = useText()
  const [name, setName] = useState(initial)
  const run = useMutation({ mutationFn: () => save(name.trim()), onSuccess: onClose })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    // React hands the event on to the list behind the dialog.
    event.stopPropagation()
    if (name.trim() !== '') run.mutate()
  }
  return (
    <Modal opened onClose={onClose} title={title} closeButtonProps={{ 'aria-label': t('common.close') }}>
      <form onSubmit={submit}>
        <Stack gap="md">
          <TextInput
            label={t('views.name')}
            maxLength={80}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
            error={run.error ? errorMessage(t, run.error) : undefined}
            data-autofocus
          />
          {children}
          <Group gap="sm" justify="flex-end">
            <Button onClick={onClose}>{t('common.cancel')}</Button>
            <Button type="submit" variant="filled" loading={run.isPending} disabled={name.trim() === ''}>
              {t('common.save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
