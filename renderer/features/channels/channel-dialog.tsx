// Adds a channel, changes one, puts one away or deletes one that no order came through.
import { Button, Modal } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useHotkeys } from '@mantine/hooks'
import { notifications } from '@mantine/notifications'
import { useMutation } from '@tanstack/react-query'
import type { FormEvent } from 'react'
import { client } from '#renderer/lib/api.ts'
import { failureOf } from '#renderer/lib/call-failure.ts'
import { errorMessage, fieldErrors, fieldMessages } from '#renderer/lib/error-message.ts'
import { useText } from '#renderer/lib/language.ts'
import { ArchiveButton } from '#renderer/ui/archive-button.tsx'
import { ChangedNotice, changedSinceOf } from '#renderer/ui/record-form/changed-since.tsx'
import { RecordHistory } from '#renderer/ui/record-history/record-history.tsx'
import { sayError } from '#renderer/ui/say-error.ts'
import type { Channel, ChannelInput } from '#shared/schemas/channels.ts'
import type { Revised } from '#shared/schemas/records.ts'
import { ChannelFields } from './channel-fields.tsx'
import { channelToForm, readChannelForm } from './channel-form-values.ts'
import classes from './channels.module.css'

type DialogProps = { channel: Revised<Channel> | null; onClose: () => void }

export function ChannelDialog({ channel, onClose }: DialogProps) {
  const { t } = useText()
  return (
    <Modal
      opened
      onClose={onClose}
      size={720}
      title={t(channel ? 'channels.edit' : 'channels.new')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <ChannelFormBody channel={channel} onClose={onClose} />
      {channel ? <RecordHistory entity="channel" id={channel.id} /> : null}
    </Modal>
  )
}

function ChannelFormBody({ channel, onClose }: DialogProps) {
  const { t } = useText()
  const { form, submit, saving, saveMine, changed, isTold } = useChannelForm(channel, onClose)
  const isUsed = channel !== null && channel.orderCount > 0
  return (
    <form onSubmit={submit} className={classes.form} noValidate>
      <ChannelFields form={form} isCodeFixed={isUsed} />
      {changed ? <ChangedNotice changed={changed} isBusy={saving.isPending} onSaveMine={saveMine} /> : null}
      {saving.error && !isTold && !changed ? <p role="alert">{errorMessage(t, saving.error)}</p> : null}
      <div className={classes.actions}>
        {channel ? <PutAway channel={channel} isUsed={isUsed} onClose={onClose} /> : null}
        <Button onClick={onClose}>{t('common.cancel')}</Button>
        <Button type="submit" variant="filled" loading={saving.isPending}>
          {t('common.save')}
        </Button>
      </div>
    </form>
  )
}

function PutAway({ channel, isUsed, onClose }: { channel: Channel; isUsed: boolean; onClose: () => void }) {
  const { t } = useText()
  const remove = useMutation({
    mutationFn: () => client.channels.remove.mutate({ id: channel.id }),
    onSuccess: () => {
      notifications.show({ message: t('channels.removed', { name: channel.name || channel.code }) })
      onClose()
    },
    onError: (error) => sayError(t, error),
  })
  return (
    <>
      {isUsed ? null : (
        <Button onClick={() => remove.mutate()} loading={remove.isPending}>
          {t('channels.remove')}
        </Button>
      )}
      <ArchiveButton
        archived={channel.archived}
        archive={() => client.channels.archive.mutate({ ids: [channel.id] }).then(onClose)}
        unarchive={() => client.channels.unarchive.mutate({ ids: [channel.id] }).then(onClose)}
      />
    </>
  )
}

function useChannelForm(channel: Revised<Channel> | null, onClose: () => void) {
  const { t } = useText()
  const form = useForm({ mode: 'controlled', initialValues: channelToForm(channel) })
  const saving = useMutation({
    mutationFn: async ({ input, seen }: { input: ChannelInput; seen: string | undefined }) => {
      if (channel) await client.channels.edit.mutate({ id: channel.id, seen, channel: input })
      else await client.channels.add.mutate(input)
    },
    onSuccess: (_done, { input }) => {
      notifications.show({ message: t('channels.saved', { name: input.name || input.code }) })
      onClose()
    },
    onError: (error) => {
      const field = failureOf(error).details?.field
      form.setErrors(typeof field === 'string' ? { [field]: errorMessage(t, error) } : fieldErrors(t, error, 'channel'))
    },
  })
  const send = (seen: string | undefined) => {
    if (saving.isPending) return
    const read = readChannelForm(form.getValues())
    if (read.ok) saving.mutate({ input: read.value, seen })
    else form.setErrors(fieldMessages(t, read.problems))
  }
  const submit = (event?: FormEvent) => {
    event?.preventDefault()
    send(channel?.revision)
  }
  useHotkeys([['mod+S', () => submit()]], [])
  const changed = saving.error ? changedSinceOf(failureOf(saving.error)) : null
  const isTold = Object.keys(form.errors).length > 0
  return { form, submit, saving, changed, isTold, saveMine: () => send(changed?.revision) }
}
