// What a judgement says, as fields: used for a new one and to change one.
import { Select, TextInput } from '@mantine/core'
import { useText } from '#renderer/lib/language.ts'
import { typedDay } from '#renderer/lib/typed-day.ts'
import { DayInput } from '#renderer/ui/day-input.tsx'
import { DecimalInput } from '#renderer/ui/decimal-input.tsx'
import { PersonSelect } from '#renderer/ui/person-select.tsx'
import type { Day } from '#shared/dates.ts'
import type { JudgementInput } from '#shared/schemas/score-records.ts'
import { type JudgedDimension, judgedDimensions } from '#shared/schemas/score-settings.ts'
import classes from './scores.module.css'

export type JudgeForm = {
  dimension: JudgedDimension
  score: string
  judgedOn: string
  personId: number | null
  note: string
}

/** What travels; null where the score is no whole number from 0 to 100. */
export function readJudgement(supplierId: number, form: JudgeForm): JudgementInput | null {
  const text = form.score.trim()
  if (!/^\d{1,3}$/.test(text) || Number(text) > 100) return null
  const { personId, ...rest } = form
  const judged = { supplierId, ...rest, score: Number(text), judgedOn: typedDay(form.judgedOn) as Day }
  return personId === null ? judged : { ...judged, personId }
}

type JudgeFieldsProps = {
  form: JudgeForm
  problem: string
  known?: { id: number; name: string } | null
  onChange: (part: Partial<JudgeForm>) => void
}

export function JudgeFields({ form, problem, known = null, onChange }: JudgeFieldsProps) {
  const { t } = useText()
  return (
    <>
      <Select
        w={180}
        label={t('scores.judge.dimension')}
        data={judgedDimensions.map((value) => ({ value, label: t(`scores.dimensions.${value}`) }))}
        allowDeselect={false}
        value={form.dimension}
        onChange={(value) => onChange({ dimension: judgedDimensions.find((one) => one === value) ?? form.dimension })}
      />
      <DecimalInput
        w={96}
        label={t('scores.judge.score')}
        error={problem}
        value={form.score}
        onChange={(score) => onChange({ score })}
      />
      <DayInput
        w={148}
        label={t('scores.judge.on')}
        value={form.judgedOn}
        onChange={(judgedOn) => onChange({ judgedOn })}
      />
      <PersonSelect
        w={150}
        label={t('scores.judge.who')}
        value={form.personId}
        known={known}
        onChange={(personId) => onChange({ personId })}
      />
      <TextInput
        className={classes.grow}
        label={t('scores.judge.note')}
        value={form.note}
        onChange={(event) => onChange({ note: event.currentTarget.value })}
      />
    </>
  )
}
