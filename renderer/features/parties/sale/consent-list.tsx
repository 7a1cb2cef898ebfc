// What a customer agreed to, purpose by purpose, with the day and the proof.
import { ActionIcon, Button } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { client, trpc } from '#renderer/lib/api.ts'
import { useText } from '#renderer/lib/language.ts'
import { nameIn } from '#renderer/lib/names.ts'
import { sayError } from '#renderer/ui/say-error.ts'
import { SectionTitle } from '#renderer/ui/section-title.tsx'
import { StatusBadge } from '#renderer/ui/status-badge.tsx'
import { sayUndoable } from '#renderer/ui/undo-notice.tsx'
import { WriteGate } from '#renderer/ui/write-gate.tsx'
import type { Consent } from '#shared/schemas/customers.ts'
import type { Party } from '#shared/schemas/parties.ts'
import { ConsentDialog } from './consent-dialog.tsx'
import classes from './sale.module.css'

export function ConsentList({ party }: { party: Party }) {
  const { t } = useText()
  const [isAdding, setAdding] = useState(false)
  const { data: consents = [] } = useQuery(trpc.customers.consents.queryOptions({ customerId: party.id }))
  const counting = consents.filter(({ counts }) => counts)
  return (
    <section aria-label={t('customers.sections.consents')}>
      <div className={classes.head}>
        <SectionTitle>{t('customers.sections.consents')}</SectionTitle>
        <WriteGate>
          <Button onClick={() => setAdding(true)}>{t('customers.consent.add')}</Button>
        </WriteGate>
      </div>
      {counting.length === 0 ? <p className="q-quiet">{t('customers.consent.none')}</p> : null}
      <ul className={classes.items}>
        {counting.map((consent) => (
          <ConsentItem
            key={consent.id}
            consent={consent}
            earlier={consents.filter(({ purpose }) => purpose === consent.purpose).length - 1}
          />
        ))}
      </ul>
      {isAdding ? <ConsentDialog party={party} onClose={() => setAdding(false)} /> : null}
    </section>
  )
}

function ConsentItem({ consent, earlier }: { consent: Consent; earlier: number }) {
  const text = useText()
  const { t, format, language } = text
  const { id, purpose, state, on, proof, note, person } = consent
  const remove = useMutation({
    mutationFn: () => client.customers.removeConsent.mutate({ id }),
    onSuccess: ({ operationId }) => sayUndoable(text, t('customers.consent.removed'), operationId),
    onError: (error) => sayError(t, error),
  })
  const more = earlier > 0 ? t('customers.consent.earlier', { count: earlier, formatted: format.number(earlier) }) : ''
  const about = [proof, note, person && nameIn(language, person), more].filter(Boolean).join(' · ')
  return (
    <li className={classes.line}>
      <div>
        {t(`customers.purposes.${purpose}`)}{' '}
        <StatusBadge tone={state === 'given' ? 'good' : 'bad'}>{t(`customers.consent.${state}`)}</StatusBadge>{' '}
        {t('customers.consent.since', { day: on })}
        <span className={classes.quiet}>{about}</span>
      </div>
      <WriteGate>
        <ActionIcon aria-label={t('customers.consent.remove', { day: on })} onClick={() => remove.mutate()}>
          <IconTrash size={15} stroke={1.5} />
        </ActionIcon>
      </WriteGate>
    </li>
  )
}
