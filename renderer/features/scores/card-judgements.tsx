// What people judged, newest first, and the form for another judgement.
import { Button } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { client } from '#renderer/lib/api.ts'
import { useText } from '#renderer/lib/language.ts'
import { nameIn } from '#renderer/lib/names.ts'
import { useToday } from '#renderer/lib/use-today.ts'
import plain from '#renderer/ui/plain-table.module.css'
import { sayError } from '#renderer/ui/say-error.ts'
import { SectionTitle } from '#renderer/ui/section-title.tsx'
import { sayUndoable } from '#renderer/ui/undo-notice.tsx'
import { WriteGate } from '#renderer/ui/write-gate.tsx'
import type { Judgement, JudgementInput } from '#shared/schemas/score-records.ts'
import { JudgeFields, type JudgeForm, readJudgement } from './judge-fields.tsx'
import { JudgementDialog } from './judgement-dialog.tsx'
import classes from './scores.module.css'

type CardJudgementsProps = { supplierId: number; judgements: readonly Judgement[] }

export function CardJudgements({ supplierId, judgements }: CardJudgementsProps) {
  const { t, format, language } = useText()
  const [changed, change] = useState<Judgement | null>(null)
  return (
    <section>
      <SectionTitle>{t('scores.judge.title')}</SectionTitle>
      <p className="q-quiet">{t('scores.judge.about')}</p>
      <NewJudgement supplierId={supplierId} />
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
                <td className={classes.day}>{one.judgedOn}</td>
                <td>{nameIn(language, { name: one.person, nameZh: one.personZh })}</td>
                <td>{one.note}</td>
                <td data-numeric>
                  <JudgementActions judgement={one} onChange={() => change(one)} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : null}
      {changed ? <JudgementDialog supplierId={supplierId} judgement={changed} onClose={() => change(null)} /> : null}
    </section>
  )
}

function JudgementActions({ judgement, onChange }: { judgement: Judgement; onChange: () => void }) {
  const text = useText()
  const { t } = text
  const { id, dimension, judgedOn: day } = judgement
  const what = { dimension: t(`scores.dimensions.${dimension}`), day }
  const remove = useMutation({
    mutationFn: () => client.suppliers.removeJudgement.mutate({ id }),
    onSuccess: ({ operationId }) => sayUndoable(text, t('scores.judge.removed'), operationId),
    onError: (error) => sayError(t, error),
  })
  return (
    <>
      <WriteGate>
        <Button size="compact-xs" variant="subtle" aria-label={t('scores.judge.editOf', what)} onClick={onChange}>
          {t('scores.judge.edit')}
        </Button>
      </WriteGate>
      <WriteGate>
        <Button
          size="compact-xs"
          variant="subtle"
          aria-label={t('scores.judge.removeOf', what)}
          onClick={() => remove.mutate()}
        >
          {t('scores.judge.remove')}
        </Button>
      </WriteGate>
    </>
  )
}

function NewJudgement({ supplierId }: { supplierId: number }) {
  const { t } = useText()
  const today = useToday()
  const empty: JudgeForm = { dimension: 'quality', score: '', judgedOn: today, personId: null, note: '' }
  const [form, setForm] = useState(empty)
  const [problem, setProblem] = useState('')
  const add = useMutation({
    mutationFn: (judged: JudgementInput) => client.suppliers.addJudgement.mutate(judged),
    onSuccess: () => {
      setForm({ ...empty, dimension: form.dimension })
      notifications.show({ message: t('scores.judge.added') })
    },
    onError: (error) => sayError(t, error),
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const judged = readJudgement(supplierId, form)
    setProblem(judged ? '' : t('scores.judge.range'))
    if (judged) add.mutate(judged)
  }
  return (
    <form className={classes.row} onSubmit={submit} aria-label={t('scores.judge.title')} noValidate>
      <JudgeFields form={form} problem={problem} onChange={(part) => setForm((now) => ({ ...now, ...part }))} />
      <WriteGate>
        <Button type="submit" loading={add.isPending}>
          {t('scores.judge.add')}
        </Button>
      </WriteGate>
    </form>
  )
}
