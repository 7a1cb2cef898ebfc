// One letter: what it asks for, until when, the seller's own words; sent, or thrown away. As a paper it goes out.
import { Button, Textarea } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { client, trpc } from '#renderer/lib/api.ts'
import { useText } from '#renderer/lib/language.ts'
import { nameIn } from '#renderer/lib/names.ts'
import { recordText } from '#renderer/lib/paper-links.ts'
import { DayInput } from '#renderer/ui/day-input.tsx'
import { Facts } from '#renderer/ui/facts.tsx'
import { LinkButton } from '#renderer/ui/link-button.tsx'
import { QueryState } from '#renderer/ui/query-state.tsx'
import { RecordDrawer } from '#renderer/ui/record-drawer.tsx'
import { sayError } from '#renderer/ui/say-error.ts'
import { TableHead } from '#renderer/ui/table-head.tsx'
import { sayUndoable } from '#renderer/ui/undo-notice.tsx'
import { WriteGate } from '#renderer/ui/write-gate.tsx'
import { isDay } from '#shared/dates.ts'
import type { DunningLetter } from '#shared/schemas/receivables.ts'
import classes from './receivables.module.css'

export function LetterDrawer({ id, onClose }: { id: number; onClose: () => void }) {
  const { t, language } = useText()
  const query = useQuery(trpc.receivables.letter.queryOptions({ id }))
  const letter = query.data
  return (
    <RecordDrawer
      name={letter?.number ?? t('receivables.dunning.letters')}
      title={letter?.number ?? ''}
      subtitle={letter ? nameIn(language, { name: letter.customer, nameZh: letter.customerZh }) : ''}
      actions={letter ? <Actions letter={letter} onClose={onClose} /> : null}
      onClose={onClose}
    >
      <QueryState query={query}>{(data) => <Letter key={data.id} letter={data} />}</QueryState>
    </RecordDrawer>
  )
}

function Actions({ letter, onClose }: { letter: DunningLetter; onClose: () => void }) {
  const text = useText()
  const { t } = text
  const { id, number, sentOn } = letter
  const onError = (error: unknown) => sayError(t, error)
  const sending = useMutation({
    mutationFn: () => client.receivables.sendLetters.mutate({ ids: [id] }),
    onSuccess: ({ operationId }) => sayUndoable(text, t('receivables.dunning.sent', { number }), operationId),
    onError,
  })
  const removing = useMutation({
    mutationFn: () => client.receivables.removeLetter.mutate({ id }),
    onSuccess: ({ operationId }) => {
      sayUndoable(text, t('receivables.dunning.removed', { number }), operationId)
      onClose()
    },
    onError,
  })
  return (
    <>
      <LinkButton to="/papers/new" search={{ kind: 'dunning_letter', record: recordText({ kind: 'letter', id }) }}>
        {t('receivables.dunning.paper')}
      </LinkButton>
      {sentOn === null ? (
        <>
          <WriteGate>
            <Button loading={removing.isPending} onClick={() => removing.mutate()}>
              {t('receivables.dunning.remove')}
            </Button>
          </WriteGate>
          <WriteGate>
            <Button variant="filled" loading={sending.isPending} onClick={() => sending.mutate()}>
              {t('receivables.dunning.markSent')}
            </Button>
          </WriteGate>
        </>
      ) : null}
    </>
  )
}

function Letter({ letter }: { letter: DunningLetter }) {
  const { t, format } = useText()
  const money = (amount: string) => format.money(amount, letter.currency)
  return (
    <>
      <Facts
        facts={[
          { label: t('receivables.dunning.which'), value: t('receivables.dunning.step', { step: letter.step }) },
          { label: t('receivables.dunning.asOf'), value: letter.asOf },
          { label: t('receivables.dunning.sentOn'), value: letter.sentOn ?? t('receivables.dunning.notSent') },
          {
            label: t('receivables.dunning.language'),
            value: t(`receivables.dunning.languages.${letter.language === 'zh-CN' ? 'zh-CN' : 'en'}`),
          },
          { label: t('receivables.dunning.open'), value: money(letter.open) },
          {
            label: t('receivables.dunning.fee'),
            value: Number(letter.fee) === 0 ? '' : money(letter.fee),
            optional: true,
          },
          { label: t('receivables.dunning.total'), value: <strong>{money(letter.total)}</strong> },
        ]}
      />
      <table className={classes.table}>
        <TableHead
          heads={[
            t('receivables.fields.number'),
            t('receivables.fields.dueOn'),
            { numeric: t('receivables.fields.open') },
          ]}
        />
        <tbody>
          {letter.items.map((item) => (
            <tr key={item.orderId}>
              <td>
                <Link className="q-link" to="/orders/$id" params={{ id: String(item.orderId) }}>
                  {item.number}
                </Link>
              </td>
              <td>{item.dueOn}</td>
              <td data-numeric>{money(item.open)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <LetterForm letter={letter} />
    </>
  )
}

function LetterForm({ letter }: { letter: DunningLetter }) {
  const text = useText()
  const { t } = text
  const [payBy, setPayBy] = useState(letter.payBy ?? '')
  const [note, setNote] = useState(letter.note)
  const { id, number, sentOn } = letter
  const saving = useMutation({
    mutationFn: () => client.receivables.editLetter.mutate({ id, payBy: isDay(payBy) ? payBy : null, note }),
    onSuccess: ({ operationId }) => sayUndoable(text, t('receivables.dunning.saved', { number }), operationId),
    onError: (error) => sayError(t, error),
  })
  if (sentOn !== null) {
    return (
      <Facts
        facts={[
          { label: t('receivables.dunning.payBy'), value: letter.payBy },
          { label: t('receivables.dunning.note'), value: letter.note, optional: true },
        ]}
      />
    )
  }
  return (
    <form
      className={classes.dialog}
      onSubmit={(event) => {
        event.preventDefault()
        saving.mutate()
      }}
    >
      <DayInput label={t('receivables.dunning.payBy')} value={payBy} onChange={setPayBy} />
      <Textarea
        label={t('receivables.dunning.note')}
        autosize
        minRows={2}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      <div className={classes.dialogActions}>
        <WriteGate>
          <Button type="submit" loading={saving.isPending}>
            {t('receivables.dunning.save')}
          </Button>
        </WriteGate>
      </div>
    </form>
  )
}
