// What has to be seen before a supplier is approved, signed off item by item where it stands.
import { ActionIcon, Button, Select, TextInput } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import { useMutation, useQuery } from '@tanstack/react-query'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import { client, trpc } from '#renderer/lib/api.ts'
import { errorMessage } from '#renderer/lib/error-message.ts'
import { useText } from '#renderer/lib/language.ts'
import { nameIn } from '#renderer/lib/names.ts'
import { sayError } from '#renderer/ui/say-error.ts'
import { SectionTitle } from '#renderer/ui/section-title.tsx'
import { WriteGate } from '#renderer/ui/write-gate.tsx'
import { type AdmissionItem, type AdmissionState, admissionStates } from '#shared/schemas/suppliers.ts'
import classes from './supply.module.css'

export function AdmissionList({ supplierId }: { supplierId: number }) {
  const { t, format } = useText()
  const { data: admission } = useQuery(trpc.suppliers.admission.queryOptions({ supplierId }))
  if (!admission) return null
  const { items, open } = admission
  return (
    <section aria-label={t('suppliers.admission.title')}>
      <div className={classes.head}>
        <SectionTitle>{t('suppliers.admission.title')}</SectionTitle>
        <span className="q-quiet" role="status">
          {open > 0
            ? t('suppliers.admit.open', { count: open, formatted: format.number(open) })
            : items.length > 0 && t('suppliers.admit.done')}
        </span>
      </div>
      {items.length === 0 ? <p className="q-quiet">{t('suppliers.admit.none')}</p> : null}
      <ul className={classes.items}>
        {items.map((item) => (
          <ItemRow key={`${item.item}:${item.title}`} supplierId={supplierId} item={item} />
        ))}
      </ul>
      <OwnItem supplierId={supplierId} />
    </section>
  )
}

function ItemRow({ supplierId, item }: { supplierId: number; item: AdmissionItem }) {
  const { t, language } = useText()
  const [state, setState] = useState<AdmissionState>(item.state)
  const [note, setNote] = useState(item.note)
  const noteField = useRef<HTMLInputElement>(null)
  useEffect(() => setState(item.state), [item.state])
  useEffect(() => setNote(item.note), [item.note])
  const title = item.item === '' ? item.title : t(`suppliers.items.${item.item}`)
  const sign = useMutation({
    mutationFn: (next: AdmissionState) => {
      const said = { supplierId, state: next, note: note.trim() }
      if (item.id !== null) return client.suppliers.signAdmission.mutate({ ...said, id: item.id })
      return client.suppliers.signAdmission.mutate({ ...said, item: item.item, title: item.title })
    },
  })
  const remove = useMutation({
    mutationFn: (id: number) => client.suppliers.removeAdmissionItem.mutate({ id }),
    onError: (error) => sayError(t, error),
  })
  const choose = (next: AdmissionState) => {
    setState(next)
    // These are signed off with a reason: the note comes first.
    const needsNote = (next === 'failed' || next === 'waived') && note.trim() === ''
    if (needsNote) requestAnimationFrame(() => noteField.current?.focus())
    else sign.mutate(next)
  }
  const keepNote = () => {
    if (note.trim() !== item.note || state !== item.state) sign.mutate(state)
  }
  return (
    <li className={classes.item}>
      <div>
        {title}
        {item.signedOn ? (
          <span className={classes.quiet}>
            {item.person
              ? t('suppliers.admit.signedBy', { day: item.signedOn, person: nameIn(language, item.person) })
              : item.signedOn}
          </span>
        ) : null}
      </div>
      <WriteGate>
        <Select
          aria-label={t('suppliers.admit.stateOf', { item: title })}
          allowDeselect={false}
          data={admissionStates.map((value) => ({ value, label: t(`suppliers.states.${value}`) }))}
          value={state}
          onChange={(value) => choose(admissionStates.find((one) => one === value) ?? state)}
        />
      </WriteGate>
      <WriteGate>
        <TextInput
          ref={noteField}
          aria-label={t('suppliers.admit.noteOf', { item: title })}
          placeholder={t('suppliers.admission.note')}
          value={note}
          error={sign.error ? errorMessage(t, sign.error) : undefined}
          onChange={(event) => setNote(event.currentTarget.value)}
          onBlur={keepNote}
          onKeyDown={(event) => event.key === 'Enter' && keepNote()}
        />
      </WriteGate>
      {item.id !== null && !item.isOfChecklist ? (
        <WriteGate>
          <ActionIcon
            aria-label={t('suppliers.admit.remove', { item: title })}
            onClick={() => item.id !== null && remove.mutate(item.id)}
          >
            <IconTrash size={15} stroke={1.5} />
          </ActionIcon>
        </WriteGate>
      ) : (
        <span />
      )}
    </li>
  )
}

/** One more thing to see, for this supplier alone. */
function OwnItem({ supplierId }: { supplierId: number }) {
  const { t } = useText()
  const [title, setTitle] = useState('')
  const add = useMutation({
    mutationFn: () => client.suppliers.signAdmission.mutate({ supplierId, title: title.trim(), state: 'open' }),
    onSuccess: () => setTitle(''),
    onError: (error) => sayError(t, error),
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (title.trim() !== '') add.mutate()
  }
  return (
    <form className={classes.add} onSubmit={submit}>
      <WriteGate>
        <TextInput
          aria-label={t('suppliers.admit.addTitle')}
          placeholder={t('suppliers.admit.addTitle')}
          value={title}
          onChange={(event) => setTitle(event.currentTarget.value)}
        />
      </WriteGate>
      <WriteGate>
        <Button type="submit" disabled={title.trim() === ''} loading={add.isPending}>
          {t('suppliers.admit.add')}
        </Button>
      </WriteGate>
    </form>
  )
}
