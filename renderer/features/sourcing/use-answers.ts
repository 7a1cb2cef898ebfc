// What is typed of the answers to a request, column by column; each column is saved by itself.
import { notifications } from '@mantine/notifications'
import { useMutation, useQueries } from '@tanstack/react-query'
import { useState } from 'react'
import { client, trpc } from '#renderer/lib/api.ts'
import { fieldErrors, fieldMessages } from '#renderer/lib/error-message.ts'
import type { FieldProblems } from '#renderer/lib/field-problems.ts'
import { useBook } from '#renderer/lib/host-state.ts'
import { useText } from '#renderer/lib/language.ts'
import { nameIn } from '#renderer/lib/names.ts'
import { sayError } from '#renderer/ui/say-error.ts'
import { sayUndoable } from '#renderer/ui/undo-notice.tsx'
import type { QuoteAnswer, QuoteRequest } from '#shared/schemas/quote-requests.ts'
import { type AnswerForm, answerToForm, inGrid, readAnswerForm, usualAnswer } from './answer-form-values.ts'

export type AnswerColumn = {
  answer: QuoteAnswer
  name: string
  form: AnswerForm
  errors: Record<string, string>
  mayChange: boolean
  isSaving: boolean
  change: (part: Partial<AnswerForm>) => void
  save: () => void
  decline: () => void
}

export function useAnswers(request: QuoteRequest): { columns: AnswerColumn[]; isUnsaved: () => boolean } {
  const text = useText()
  const { t, format, language } = text
  const { baseCurrency, timeZone } = useBook()
  const clock = { say: format.instant, timeZone }
  const [edits, setEdits] = useState<Record<number, AnswerForm>>({})
  const [errors, setErrors] = useState<Record<number, FieldProblems>>({})
  const silent = request.answers.filter(({ state }) => state === 'asked')
  const parties = useQueries({
    queries: silent.map(({ supplier }) => trpc.parties.get.queryOptions({ id: supplier.id })),
  })
  const kept = (answer: QuoteAnswer): AnswerForm => {
    const party = parties.find(({ data }) => data?.id === answer.supplier.id)?.data
    return answer.state === 'asked' && party
      ? usualAnswer(answer, { party, currency: baseCurrency, clock })
      : answerToForm(answer, baseCurrency, clock)
  }
  const forget = (id: number) => {
    setEdits(({ [id]: _gone, ...rest }) => rest)
    setErrors(({ [id]: _gone, ...rest }) => rest)
  }
  const saving = useMutation({
    mutationFn: async ({ answer, form }: { answer: QuoteAnswer; form: AnswerForm }) => {
      const reading = readAnswerForm(form, { answer, lines: request.lines, clock })
      if (!reading.ok) return reading.problems
      await client.requests.recordAnswer.mutate(reading.value)
      return null
    },
    onSuccess: (problems, { answer }) => {
      if (problems) return setErrors((before) => ({ ...before, [answer.id]: fieldMessages(t, problems) }))
      forget(answer.id)
      const supplier = nameIn(language, answer.supplier)
      notifications.show({ message: t('sourcing.requests.answers.saved', { supplier }) })
    },
    onError: (error, { answer }) => {
      const found = inGrid(fieldErrors(t, error), request.lines)
      setErrors((before) => ({ ...before, [answer.id]: found }))
      if (Object.keys(found).length === 0) sayError(t, error)
    },
  })
  const declining = useMutation({
    mutationFn: (answer: QuoteAnswer) => client.requests.decline.mutate({ answerId: answer.id }),
    onSuccess: ({ operationId }, answer) => {
      forget(answer.id)
      const supplier = nameIn(language, answer.supplier)
      sayUndoable(text, t('sourcing.requests.answers.declinedDone', { supplier }), operationId)
    },
    onError: (error) => sayError(t, error),
  })
  const columns = request.answers.map((answer): AnswerColumn => {
    const form = edits[answer.id] ?? kept(answer)
    return {
      ...{ answer, form, name: nameIn(language, answer.supplier), errors: errors[answer.id] ?? {} },
      mayChange: request.status === 'sent' && answer.sentAt !== null && answer.state !== 'chosen',
      isSaving: saving.isPending && saving.variables.answer.id === answer.id,
      change: (part) => setEdits((before) => ({ ...before, [answer.id]: { ...form, ...before[answer.id], ...part } })),
      save: () => saving.mutate({ answer, form }),
      decline: () => declining.mutate(answer),
    }
  })
  return { columns, isUnsaved: () => Object.keys(edits).length > 0 }
}
