// What the data of a file do not settle, asked once per file. A guess is marked as what is taken without an answer.
import { Radio } from '@mantine/core'
import { useText } from '#renderer/lib/language.ts'
import { CurrencySelect } from '#renderer/ui/currency-select.tsx'
import type { ImportQuestion, Inspection } from '#shared/schemas/imports.ts'
import { answer } from './answer.ts'
import { answerOf } from './file-readiness.ts'
import type { ImportFile } from './import-file.ts'
import classes from './question-list.module.css'
import { optionInWords, questionInWords } from './question-words.ts'

type QuestionListProps = { file: ImportFile; inspection: Inspection; bookCurrency: string }

export function QuestionList({ file, inspection, bookCurrency }: QuestionListProps) {
  const { t } = useText()
  if (inspection.questions.length === 0) return null
  return (
    <section>
      <h3 className={classes.title}>{t('import.questions.title')}</h3>
      {inspection.questions.map((question) => (
        <Question key={question.key} file={file} question={question} bookCurrency={bookCurrency} />
      ))}
    </section>
  )
}

const questionLook = { label: { color: 'var(--q-text)', fontSize: 13, lineHeight: '20px' } } as const

type QuestionProps = { file: ImportFile; question: ImportQuestion; bookCurrency: string }

function Question({ file, question, bookCurrency }: QuestionProps) {
  const text = useText()
  const { t } = text
  const chosen = answerOf(file, question)
  const isCurrency = question.key === 'currency' || question.key === 'toCurrency'
  const options = isCurrency && question.options.length === 0 ? [bookCurrency] : question.options
  const isListed = chosen !== null && options.includes(chosen)
  const isAnswered = question.key in file.answers
  return (
    <Radio.Group
      className={classes.question}
      styles={questionLook}
      label={questionInWords(text, question, file.inspection?.kind ?? null)}
      value={isListed ? chosen : ''}
      onChange={(value) => answer(file, question, value)}
      data-open={chosen === null || undefined}
    >
      <div className={classes.options}>
        {options.map((option) => (
          <Radio key={option} size="xs" value={option} label={optionInWords(text, question.key, option)} />
        ))}
        {isCurrency ? (
          <CurrencySelect
            aria-label={t('import.questions.currency.other')}
            placeholder={t('import.questions.currency.other')}
            w={170}
            value={isListed ? '' : (chosen ?? '')}
            onChange={(code) => answer(file, question, code)}
          />
        ) : null}
        {question.guess !== null && !isAnswered ? (
          <span className={classes.guess}>{t('import.questions.guess')}</span>
        ) : null}
      </div>
    </Radio.Group>
  )
}
