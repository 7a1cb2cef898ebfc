// One decision about a supplier: changed, deleted, with its actions, notes and files. It has no page of its own.
import { Button, Modal, Select, Textarea } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { client, trpc } from '#renderer/lib/api.ts'
import { wholeMessage } from '#renderer/lib/error-message.ts'
import { useText } from '#renderer/lib/language.ts'
import { nameIn } from '#renderer/lib/names.ts'
import { typedDay } from '#renderer/lib/typed-day.ts'
import { DayInput } from '#renderer/ui/day-input.tsx'
import { Facts } from '#renderer/ui/facts.tsx'
import { Notice } from '#renderer/ui/notice.tsx'
import { QueryState } from '#renderer/ui/query-state.tsx'
import { OwnPanels } from '#renderer/ui/record-panels/own-panels.tsx'
import { sayError } from '#renderer/ui/say-error.ts'
import { StatusBadge } from '#renderer/ui/status-badge.tsx'
import { sayUndoable } from '#renderer/ui/undo-notice.tsx'
import { WriteGate } from '#renderer/ui/write-gate.tsx'
import type { Day } from '#shared/dates.ts'
import { type Decision, decisionKinds } from '#shared/schemas/score-records.ts'
import type { TaskStatus } from '#shared/schemas/tasks.ts'
import classes from './scores.module.css'

export function DecisionDialog({ id, onClose }: { id: number; onClose: () => void }) {
  const { t } = useText()
  const query = useQuery(trpc.suppliers.decisions.queryOptions({ id }))
  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={t('scores.decide.one')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <QueryState query={query}>
        {([decision]) =>
          decision ? (
            <div className={classes.sections}>
              <DecisionFacts decision={decision} />
              <DecisionForm decision={decision} onClose={onClose} />
              <OwnPanels record={{ kind: 'decision', id }} />
            </div>
          ) : (
            <p>{t('scores.decide.gone')}</p>
          )
        }
      </QueryState>
    </Modal>
  )
}

function DecisionFacts({ decision }: { decision: Decision }) {
  const { t, language } = useText()
  const { supplierId, supplier, supplierZh, proposed, person, personZh, actions } = decision
  return (
    <Facts
      facts={[
        {
          label: t('scores.columns.supplier'),
          value: (
            <Link className="q-link" to={`/scores/${supplierId}` as '/'}>
              {nameIn(language, { name: supplier, nameZh: supplierZh })}
            </Link>
          ),
        },
        {
          label: t('scores.decide.was'),
          value: proposed === '' ? '' : t(`scores.decisions.${proposed}`),
          optional: true,
        },
        { label: t('scores.decide.who'), value: nameIn(language, { name: person, nameZh: personZh }), optional: true },
        {
          label: t('scores.decide.actions'),
          value: actions.length > 0 && <Actions actions={actions} />,
          optional: true,
        },
      ]}
    />
  )
}

function Actions({ actions }: { actions: Decision['actions'] }) {
  const { t } = useText()
  return (
    <ul className={classes.actions}>
      {actions.map(({ id, title, dueOn, status }) => (
        <li key={id}>
          <Link className="q-link" to="/tasks/$id/edit" params={{ id: String(id) }}>
            {title}
          </Link>{' '}
          {dueOn} <StatusBadge>{t(`tasks.statuses.${status as TaskStatus}`)}</StatusBadge>
        </li>
      ))}
    </ul>
  )
}

function DecisionForm({ decision, onClose }: { decision: Decision; onClose: () => void }) {
  const text = useText()
  const { t } = text
  const { id } = decision
  const [decided, setDecided] = useState(decision.decided)
  const [decidedOn, setDecidedOn] = useState(decision.decidedOn)
  const [note, setNote] = useState(decision.note)
  const end = (said: string) => ({
    onSuccess: ({ operationId }: { operationId: number | null }) => {
      sayUndoable(text, said, operationId)
      onClose()
    },
  })
  const save = useMutation({
    mutationFn: () =>
      client.suppliers.editDecision.mutate({ id, decided, decidedOn: typedDay(decidedOn) as Day, note }),
    ...end(t('scores.decide.changed')),
  })
  const remove = useMutation({
    mutationFn: () => client.suppliers.removeDecisions.mutate({ ids: [id] }),
    ...end(t('scores.decide.removed')),
    onError: (error) => sayError(t, error),
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!save.isPending) save.mutate()
  }
  return (
    <form className={classes.form} onSubmit={submit} noValidate>
      <Select
        label={t('scores.decide.decision')}
        data={decisionKinds.map((value) => ({ value, label: t(`scores.decisions.${value}`) }))}
        allowDeselect={false}
        value={decided}
        onChange={(value) => setDecided(decisionKinds.find((kind) => kind === value) ?? decided)}
        data-autofocus
      />
      <DayInput label={t('scores.decide.on')} value={decidedOn} onChange={setDecidedOn} />
      <Textarea
        label={t('scores.decide.note')}
        autosize
        minRows={2}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      {save.error ? <Notice tone="bad">{wholeMessage(t, save.error)}</Notice> : null}
      <div className={classes.dialogActions}>
        <WriteGate>
          <Button mr="auto" loading={remove.isPending} onClick={() => remove.mutate()}>
            {t('scores.decide.remove')}
          </Button>
        </WriteGate>
        <Button onClick={onClose}>{t('common.cancel')}</Button>
        <WriteGate>
          <Button type="submit" variant="filled" loading={save.isPending}>
            {t('common.save')}
          </Button>
        </WriteGate>
      </div>
    </form>
  )
}
