// What people judged, newest first, and the form for another judgement.
import { Button, Select, TextInput } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { client } from '#renderer/lib/api.ts'
import { useText } from '#renderer/lib/language.ts'
import { nameIn } from '#renderer/lib/names.ts'
import { useToday } from '#renderer/lib/use-today.ts'
import { DayInput } from '#renderer/ui/day-input.tsx'
import { DecimalInput } from '#renderer/ui/decimal-input.tsx'
import { PersonSelect } from '#renderer/ui/person-select.tsx'
import plain from '#renderer/ui/plain-table.module.css'
import { sayError } from '#renderer/ui/say-error.ts'
import { SectionTitle } from '#renderer/ui/section-title.tsx'
import { sayUndoable } from '#renderer/ui/undo-notice.tsx'
import { WriteGate } from '#renderer/ui/write-gate.tsx'
import type { Judgement } from '#shared/schemas/score-records.ts'
import { judgedDimensions } from '#shared/schemas/score-settings.ts'
import classes from './scores.module.css'

type CardJudgementsProps = { supplierId: number; judgements: readonly Judgement[] }

export function CardJudgements({ supplierId, judgements }: CardJudgementsProps) {
  const { t, format, language } = useText()
  return (
    <section>
      <SectionTitle>{t('scores.judge.title')}</SectionTitle>
      <p className="q-quiet">{t('scores.judge.about')}</p>
      <JudgeForm supplierId={supplierId} />
      {judgements.length > 0 ? (
        <table className={plain.table} aria-label={t('scores.judge.title')}>
          <thead>
            <tr>
              {(['dimension', 'score', 'on', 'who', 'note'] as const).map((key) => (
                <th key={key} scope="col">
                  {t(`scores.judge.${key}`)}
                </th>
              ))}
              <td />
            </tr>
          </thead>
          <tbody>
            {judgements.map((one) => (
              <tr key={one.id}>
                <th scope="row">{t(`scores.dimensions.${one.dimension}`)}</th>
                <td>{format.number(one.score)}</td>
                <td>{one.judgedOn}</td>
                <td>{nameIn(language, { name: one.person, nameZh: one.personZh })}</td>
                <td>{one.note}</td>
                <td data-numeric>
                  <RemoveJudgement id={one.id} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : null}
    </section>
  )
}

function RemoveJudgement({ id }: { id: number }) {
  const text = useText()
  const { t } = text
  const remove = useMutation({
    mutationFn: () => client.suppliers.removeJudgement.mutate({ id }),
    onSuccess: ({ operationId }) => sayUndoable(text, t('scores.judge.removed'), operationId),
    onError: (error) => sayError(t, error),
  })
  return (
    <WriteGate>
      <Button size="compact-xs" variant="subtle" onClick={() => remove.mutate()}>
        {t('scores.judge.remove')}
      </Button>
    </WriteGate>
  )
}

function JudgeForm({ supplierId }: { supplierId: number }) {
  const { t } = useText()
  const today = useToday()
  const empty = {
    dimension: 'quality',
    score: '',
    judgedOn: today as string,
    personId: null as number | null,
    note: '',
  }
  const [form, setForm] = useState(empty)
  const [problem, setProblem] = useState('')
  const add = useMutation({
    mutationFn: (score: number) => {
      const dimension = judgedDimensions.find((one) => one === form.dimension) ?? 'quality'
      const { personId, ...rest } = form
      return client.suppliers.addJudgement.mutate({
        supplierId,
        ...rest,
        dimension,
        score,
        ...(personId && { personId }),
      })
    },
    onSuccess: () => {
      setForm({ ...empty, dimension: form.dimension })
      notifications.show({ message: t('scores.judge.added') })
    },
    onError: (error) => sayError(t, error),
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const isGood = /^\d{1,3}$/.test(form.score) && Number(form.score) <= 100
    setProblem(isGood ? '' : t('scores.judge.range'))
    if (isGood) add.mutate(Number(form.score))
  }
  return (
    <form className={classes.row} onSubmit={submit} aria-label={t('scores.judge.title')} noValidate>
      <Select
        w={180}
        label={t('scores.judge.dimension')}
        data={judgedDimensions.map((value) => ({ value, label: t(`scores.dimensions.${value}`) }))}
        allowDeselect={false}
        value={form.dimension}
        onChange={(dimension) => dimension && setForm({ ...form, dimension })}
      />
      <DecimalInput
        w={96}
        label={t('scores.judge.score')}
        error={problem}
        value={form.score}
        onChange={(score) => setForm((now) => ({ ...now, score }))}
      />
      <DayInput
        w={132}
        label={t('scores.judge.on')}
        value={form.judgedOn}
        onChange={(judgedOn) => setForm((now) => ({ ...now, judgedOn }))}
      />
      <PersonSelect
        w={150}
        label={t('scores.judge.who')}
        value={form.personId}
        onChange={(personId) => setForm((now) => ({ ...now, personId }))}
      />
      <TextInput
        className={classes.grow}
        label={t('scores.judge.note')}
        value={form.note}
        onChange={(event) => setForm({ ...form, note: event.currentTarget.value })}
      />
      <WriteGate>
        <Button type="submit" loading={add.isPending}>
          {t('scores.judge.add')}
        </Button>
      </WriteGate>
    </form>
  )
}
