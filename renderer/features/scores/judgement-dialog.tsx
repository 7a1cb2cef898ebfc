// Changes what was judged of a supplier by hand.
import { Button, Modal } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { client } from '#renderer/lib/api.ts'
import { wholeMessage } from '#renderer/lib/error-message.ts'
import { useText } from '#renderer/lib/language.ts'
import { nameIn } from '#renderer/lib/names.ts'
import { Notice } from '#renderer/ui/notice.tsx'
import { sayUndoable } from '#renderer/ui/undo-notice.tsx'
import type { Judgement, JudgementInput } from '#shared/schemas/score-records.ts'
import { JudgeFields, type JudgeForm, readJudgement } from './judge-fields.tsx'
import classes from './scores.module.css'

type DialogProps = { supplierId: number; judgement: Judgement; onClose: () => void }

export function JudgementDialog({ supplierId, judgement, onClose }: DialogProps) {
  const text = useText()
  const { t, language } = text
  const { id, dimension, score, judgedOn, personId, note } = judgement
  const [form, setForm] = useState<JudgeForm>({ dimension, score: String(score), judgedOn, personId, note })
  const [problem, setProblem] = useState('')
  const save = useMutation({
    // Nobody is a change of its own here, not whoever works at this machine.
    mutationFn: (judged: JudgementInput) =>
      client.suppliers.editJudgement.mutate({ id, judgement: { ...judged, personId: form.personId } }),
    onSuccess: ({ operationId }) => {
      sayUndoable(text, t('scores.judge.changed'), operationId)
      onClose()
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const judged = readJudgement(supplierId, form)
    setProblem(judged ? '' : t('scores.judge.range'))
    if (judged && !save.isPending) save.mutate(judged)
  }
  const person = nameIn(language, { name: judgement.person, nameZh: judgement.personZh })
  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={t('scores.judge.editOf', { dimension: t(`scores.dimensions.${dimension}`), day: judgedOn })}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <form className={classes.sections} onSubmit={submit} noValidate>
        <div className={classes.row}>
          <JudgeFields
            form={form}
            problem={problem}
            known={personId === null ? null : { id: personId, name: person }}
            onChange={(part) => setForm((now) => ({ ...now, ...part }))}
          />
        </div>
        {save.error ? <Notice tone="bad">{wholeMessage(t, save.error)}</Notice> : null}
        <div className={classes.dialogActions}>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button type="submit" variant="filled" loading={save.isPending}>
            {t('common.save')}
          </Button>
        </div>
      </form>
    </Modal>
  )
}
