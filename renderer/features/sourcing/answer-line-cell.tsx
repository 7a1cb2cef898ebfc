// What one supplier answers to one line: its price and least quantity, and where asked for all that it says of the goods.
import { TextInput } from '@mantine/core'
import { useText } from '#renderer/lib/language.ts'
import { DecimalInput } from '#renderer/ui/decimal-input.tsx'
import type { RequestLine } from '#shared/schemas/quote-requests.ts'
import { type AnswerLineForm, lineOf } from './answer-form-values.ts'
import { lineWord } from './request-goods.tsx'
import classes from './sourcing.module.css'
import type { AnswerColumn } from './use-answers.ts'

type LineCellProps = { column: AnswerColumn; line: RequestLine; isFull: boolean }

export function AnswerLineCell({ column, line, isFull }: LineCellProps) {
  const { t } = useText()
  const { form, errors, change, mayChange, name: supplier } = column
  const values = lineOf(form, line.id)
  const placeholderOf = (key: keyof AnswerLineForm) =>
    key === 'note' ? t('sourcing.answer.note') : t(`sourcing.answer.${key}`)
  const label = (key: keyof AnswerLineForm) => {
    const item = lineWord(line)
    const field =
      key === 'price'
        ? t('sourcing.requests.answers.priceOf', { item })
        : t('sourcing.requests.answers.partOf', { part: placeholderOf(key), item })
    return t('sourcing.requests.answers.field', { field, supplier })
  }
  const propsOf = (key: keyof AnswerLineForm) => ({
    'aria-label': label(key),
    placeholder: placeholderOf(key),
    disabled: !mayChange,
    value: values[key],
    error: errors[`line.${line.id}.${key}`],
  })
  const set = (key: keyof AnswerLineForm, text: string) =>
    change({ lines: { ...form.lines, [line.id]: { ...values, [key]: text } } })
  return (
    <div className={classes.pair}>
      <DecimalInput {...propsOf('price')} unit={form.currency} onChange={(price) => set('price', price)} />
      <DecimalInput {...propsOf('minOrder')} onChange={(least) => set('minOrder', least)} />
      {isFull ? (
        <>
          <DecimalInput {...propsOf('carton')} onChange={(carton) => set('carton', carton)} />
          <DecimalInput
            {...propsOf('leadTimeDays')}
            unit={t('sourcing.requests.answers.days')}
            onChange={(days) => set('leadTimeDays', days)}
          />
          <TextInput
            {...propsOf('supplierCode')}
            onChange={(event) => set('supplierCode', event.currentTarget.value)}
          />
          <TextInput {...propsOf('note')} onChange={(event) => set('note', event.currentTarget.value)} />
        </>
      ) : null}
    </div>
  )
}
