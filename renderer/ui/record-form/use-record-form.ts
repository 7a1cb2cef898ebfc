// A form over one record: values as they are typed, checked against the schema on saving, kept as a draft meanwhile.
import { type UseFormReturnType, useForm } from '@mantine/form'
import { useHotkeys } from '@mantine/hooks'
import { useMutation } from '@tanstack/react-query'
import { type RefObject, useEffect, useRef, useState } from 'react'
import { client } from '#renderer/lib/api.ts'
import { failureOf } from '#renderer/lib/call-failure.ts'
import { errorMessage, fieldErrors, fieldMessages } from '#renderer/lib/error-message.ts'
import type { FieldProblems } from '#renderer/lib/field-problems.ts'
import { type DraftKeeper, newDraftKeeper } from '#renderer/lib/form-draft.ts'
import { useText } from '#renderer/lib/language.ts'
import type { Failure } from '#shared/errors.ts'

export type FormReading<Input> = { ok: true; value: Input } | { ok: false; problems: FieldProblems }

export type RecordFormInput<Values, Input, Result> = {
  /** Names the draft: `products/12`, `products/new`. */
  name: string
  /** As the record is; the form is unchanged while it holds these. */
  initial: Values
  /** What a draft held when the form opened. */
  draft: { values: Values; savedAt: number } | null
  /** Turns what was typed into what travels, or says which fields do not fit. */
  read: (values: Values) => FormReading<Input>
  save: (input: Input) => Promise<Result>
  onSaved: (result: Result) => void
  /** The part of the input that the form holds, as in `product.sku`. */
  issuePrefix?: string
  /** Failures that one field is to blame for: code -> field. */
  blamed?: Readonly<Record<string, string>>
}

export type RecordFormState<Values> = {
  form: UseFormReturnType<Values>
  submit: () => void
  isSaving: boolean
  /** Whether leaving now would leave entries that are not saved. */
  isUnsaved: () => boolean
  /** Why it was not saved, where no field is to blame. */
  failure: unknown
  restoredAt: number | null
  startOver: () => void
  /** Puts values in the form as they are in the book now: for a form that stays open once it is saved. */
  settle: (values: Values) => void
  formRef: RefObject<HTMLFormElement | null>
}

export function useRecordForm<Values extends object, Input, Result>(
  input: RecordFormInput<Values, Input, Result>,
): RecordFormState<Values> {
  const { t } = useText()
  const formRef = useRef<HTMLFormElement>(null)
  const [keeper] = useState(() => keeperFor(input.name))
  const isSaved = useRef(false)
  const isSettling = useRef(false)
  const [restoredAt, setRestoredAt] = useState(input.draft?.savedAt ?? null)
  const form = useForm<Values>({
    mode: 'controlled',
    initialValues: input.draft?.values ?? input.initial,
    onValuesChange: (values) => {
      if (isSettling.current) return
      isSaved.current = false
      keeper.change(JSON.stringify(values))
    },
  })
  const isUnsaved = () => !isSaved.current && JSON.stringify(form.getValues()) !== JSON.stringify(input.initial)
  const saving = useMutation({
    mutationFn: input.save,
    onSuccess: (result) => {
      keeper.drop()
      isSaved.current = true
      input.onSaved(result)
    },
    onError: (error) => {
      const field = input.blamed?.[failureOf(error).code]
      showErrors(field ? { [field]: errorMessage(t, error) } : fieldErrors(t, error, input.issuePrefix))
    },
  })
  const showErrors = (errors: Record<string, string>) => {
    form.setErrors(errors)
    requestAnimationFrame(() => focusFirstProblem(formRef.current))
  }
  const submit = () => {
    if (saving.isPending) return
    saving.reset()
    const reading = input.read(form.getValues())
    if (reading.ok) saving.mutate(reading.value)
    else showErrors(fieldMessages(t, reading.problems))
  }
  const startOver = () => {
    form.setValues(input.initial as never)
    form.clearErrors()
    setRestoredAt(null)
    keeper.drop()
  }
  const settle = (values: Values) => {
    isSettling.current = true
    form.setValues(values as never)
    isSettling.current = false
    form.clearErrors()
    setRestoredAt(null)
  }
  useHotkeys([['mod+S', submit]], [])
  useEffect(() => () => keeper.flush(), [keeper])
  const failure = saving.error && !isInFields(failureOf(saving.error), input.blamed) ? saving.error : null
  return { form, submit, isSaving: saving.isPending, isUnsaved, failure, restoredAt, startOver, settle, formRef }
}

/** Said beside fields already. */
function isInFields(failure: Failure, blamed: Readonly<Record<string, string>> = {}): boolean {
  return failure.issues !== undefined || failure.code in blamed
}

function keeperFor(name: string): DraftKeeper {
  return newDraftKeeper({
    keep: (content) => client.drafts.keep.mutate({ form: name, content }),
    drop: () => client.drafts.drop.mutate({ form: name }),
  })
}

function focusFirstProblem(form: HTMLFormElement | null): void {
  form?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
}
