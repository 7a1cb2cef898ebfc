// Whom to erase, with what; nothing happens before the name is typed as it stands.
import { Button, Checkbox, Radio, Stack, TextInput } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { client, trpc } from '#renderer/lib/api.ts'
import { errorMessage } from '#renderer/lib/error-message.ts'
import { useText } from '#renderer/lib/language.ts'
import { QueryState } from '#renderer/ui/query-state.tsx'
import type { ErasurePreview } from '#shared/schemas/erasure.ts'
import type { Party } from '#shared/schemas/parties.ts'
import type { Erased } from './erase-dialog.tsx'
import classes from './erasure.module.css'
import { ErasureFacts, kindsInWords } from './erasure-facts.tsx'

type EraseFormProps = { party: Party; onErased: (erased: Erased) => void; onClose: () => void }

export function EraseForm({ party, onErased, onClose }: EraseFormProps) {
  const { t } = useText()
  const [contactId, setContactId] = useState<number | null>(null)
  const query = useQuery(trpc.parties.erasePreview.queryOptions({ id: party.id, contactId }))
  const contacts = party.contacts.filter((contact) => contact.id !== undefined)
  return (
    <Stack gap="md">
      <p>{t('erasure.intro')}</p>
      {contacts.length > 0 ? (
        <Radio.Group
          label={t('erasure.whom')}
          value={String(contactId ?? '')}
          onChange={(value) => setContactId(value === '' ? null : Number(value))}
        >
          <Stack gap={4} mt={4}>
            <Radio value="" label={t('erasure.whole', { name: party.name })} />
            {contacts.map(({ id, name }) => (
              <Radio key={id} value={String(id)} label={t('erasure.contact', { name })} />
            ))}
          </Stack>
        </Radio.Group>
      ) : null}
      <QueryState query={query}>
        {(preview) => (
          <Asked
            key={contactId}
            preview={preview}
            target={{ id: party.id, contactId }}
            onErased={onErased}
            onClose={onClose}
          />
        )}
      </QueryState>
    </Stack>
  )
}

type AskedProps = Omit<EraseFormProps, 'party'> & {
  preview: ErasurePreview
  target: { id: number; contactId: number | null }
}

function Asked({ preview, target, onErased, onClose }: AskedProps) {
  const { t, format } = useText()
  const [withDocuments, setWithDocuments] = useState(false)
  const [name, setName] = useState('')
  const erase = useMutation({
    mutationFn: () => client.parties.erase.mutate({ ...target, withDocuments, name }),
    onSuccess: (result) => onErased({ ...result, name: preview.name, before: preview.now, mentions: preview.mentions }),
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    erase.mutate()
  }
  const isNothing = preview.erased.length + preview.documents.length === 0
  const documents = kindsInWords({ t, format }, preview.documents)
  return (
    <form onSubmit={submit} noValidate className={classes.form}>
      {isNothing ? <p>{t('erasure.nothing')}</p> : <ErasureFacts preview={preview} />}
      {documents === '' ? null : (
        <Checkbox
          label={t('erasure.withDocuments', { what: documents })}
          description={t('erasure.withDocumentsText')}
          checked={withDocuments}
          onChange={(event) => setWithDocuments(event.currentTarget.checked)}
        />
      )}
      {isNothing ? null : (
        <TextInput
          label={t('erasure.type', { name: preview.name })}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
          error={erase.error ? errorMessage(t, erase.error) : undefined}
          autoComplete="off"
          data-autofocus
        />
      )}
      <div className={classes.actions}>
        <Button onClick={onClose}>{t('common.cancel')}</Button>
        {isNothing ? null : (
          <Button
            type="submit"
            variant="filled"
            color="red"
            loading={erase.isPending}
            disabled={name.trim() !== preview.name.trim()}
          >
            {t('erasure.erase')}
          </Button>
        )}
      </div>
    </form>
  )
}
