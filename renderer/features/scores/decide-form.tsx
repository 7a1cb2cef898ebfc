// The seller's decision about a supplier: beside the proposal, with a note and dated actions.
import { Button, Select, TextInput } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { client } from '#renderer/lib/api.ts'
import { useText } from '#renderer/lib/language.ts'
import { useToday } from '#renderer/lib/use-today.ts'
import { DayInput } from '#renderer/ui/day-input.tsx'
import { PersonSelect } from '#renderer/ui/person-select.tsx'
import { sayError } from '#renderer/ui/say-error.ts'
import { WriteGate } from '#renderer/ui/write-gate.tsx'
import { type DecisionKind, decisionKinds } from '#shared/schemas/score-records.ts'
import classes from './scores.module.css'

type Action = { key: number; title: string; dueOn: string; personId: number | null }

type DecideFormProps = { supplierId: number; proposed: DecisionKind | null }

export function DecideForm({ supplierId, proposed }: DecideFormProps) {
  const { t } = useText()
  const today = useToday()
  const [decided, setDecided] = useState<DecisionKind>(proposed ?? 'keep')
  const [note, setNote] = useState('')
  const [actions, setActions] = useState<Action[]>([])
  const save = useMutation({
    mutationFn: () =>
      client.suppliers.decide.mutate({
        supplierId,
        decided,
        decidedOn: today,
        note,
        proposed: proposed ?? '',
        actions: actions
          .filter(({ title }) => title.trim() !== '')
          .map(({ title, dueOn, personId }) => ({ title, dueOn: dueOn === '' ? null : dueOn, personId })),
      }),
    onSuccess: () => {
      setNote('')
      setActions([])
      notifications.show({ message: t('scores.decide.saved') })
    },
    onError: (error) => sayError(t, error),
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    save.mutate()
  }
  const add = () =>
    setActions([...actions, { key: (actions.at(-1)?.key ?? 0) + 1, title: '', dueOn: '', personId: null }])
  return (
    <form onSubmit={submit} aria-label={t('scores.decide.title')} noValidate>
      <div className={classes.row}>
        <Select
          w={160}
          label={t('scores.decide.decision')}
          data={decisionKinds.map((value) => ({ value, label: t(`scores.decisions.${value}`) }))}
          allowDeselect={false}
          value={decided}
          onChange={(value) => setDecided(decisionKinds.find((kind) => kind === value) ?? decided)}
        />
        <TextInput
          className={classes.grow}
          label={t('scores.decide.note')}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
        <Button onClick={add}>{t('scores.decide.addAction')}</Button>
        <WriteGate>
          <Button type="submit" variant="filled" loading={save.isPending}>
            {t('scores.decide.save')}
          </Button>
        </WriteGate>
      </div>
      {actions.map((action, index) => (
        <ActionFields
          key={action.key}
          action={action}
          number={index + 1}
          onChange={(part) =>
            setActions((all) => all.map((one) => (one.key === action.key ? { ...one, ...part } : one)))
          }
          onRemove={() => setActions((all) => all.filter(({ key }) => key !== action.key))}
        />
      ))}
    </form>
  )
}

type ActionFieldsProps = {
  action: Action
  number: number
  onChange: (part: Partial<Action>) => void
  onRemove: () => void
}

function ActionFields({ action, number, onChange, onRemove }: ActionFieldsProps) {
  const { t, format } = useText()
  return (
    <div className={classes.row}>
      <TextInput
        className={classes.grow}
        label={`${t('scores.decide.action')} ${format.number(number)}`}
        value={action.title}
        onChange={(event) => onChange({ title: event.currentTarget.value })}
      />
      <DayInput w={148} label={t('scores.decide.due')} value={action.dueOn} onChange={(dueOn) => onChange({ dueOn })} />
      <PersonSelect
        w={150}
        label={t('scores.decide.who')}
        value={action.personId}
        onChange={(personId) => onChange({ personId })}
      />
      <Button
        variant="subtle"
        aria-label={t('scores.decide.removeAction', { n: format.number(number) })}
        onClick={onRemove}
      >
        {t('scores.judge.remove')}
      </Button>
    </div>
  )
}
