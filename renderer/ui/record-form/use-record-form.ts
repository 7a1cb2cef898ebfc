// A form over one record: values as they are typed, checked against the schema on saving, kept as a draft meanwhile.
import { type UseFormReturnType, useForm } from '@mantine/form'
import { useHotkeys } from '@mantine/hooks'
import { useMutation } from '@tanstack/react-query'
import { type ComponentProps, type RefObject, useEffect, useEffectEvent, useRef, useState } from 'react'
import { failureOf } from '#renderer/lib/call-failure.ts'
import { errorMessage, fieldErrors, fieldMessages } from '#renderer/lib/error-message.ts'
import type { FieldProblems } from '#renderer/lib/field-problems.ts'
import { type Draft, draftContent } from '#renderer/lib/form-draft.ts'
import { useText } from '#renderer/lib/language.ts'
import { useMayWrite } from '#renderer/lib/may-write.ts'
import type { Failure } from '#shared/errors.ts'
import { type ChangedNotice, changedSinceOf } from './changed-since.tsx'
import type { DraftOffer } from './draft-offer.tsx'
import type { KeptDrafts } from './use-draft.ts'
import { useDraftKeeper } from './use-draft-keeper.ts'
import { useOfferedDraft } from './use-offered-draft.ts'
import type { StoredRecord } from './use-stored.ts'

export type FormReading<Input> = { ok: true; value: Input } | { ok: false; problems: FieldProblems }

export type RecordFormInput<Values, Input, Result> = {
  /** Names the draft: `products/12`, `products/new`. */
  name: string
  /** What the form begins with; it is unchanged while it holds these, or what it was settled to later. */
  initial: Values
  /** The record that is changed; none where a new one is written. */
  stored?: StoredRecord<Values> | null
  /** What drafts held when the form opened. */
  drafts: KeptDrafts<Values>
  /** Turns what was typed into what travels, or says which fields do not fit. */
  read: (values: Values) => FormReading<Input>
  /** `seen` is the revision that was seen: the host refuses `records/changed-since` where there is a newer one. */
  save: (input: Input, seen: string | undefined) => Promise<Result>
  onSaved: (result: Result) => void
  /** The part of the input that the form holds, as in `product.sku`. */
  issuePrefix?: string
  /** Failures that one field is to blame for: code -> field. */
  blamed?: Readonly<Record<string, string>>
  /** The same where it takes more than the code: what to say beside which fields, and whether that says it all. */
  blame?: (failure: Failure, values: Values) => { fields: Record<string, string>; isTold: boolean }
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
  settle: (values: Values, revision?: string) => void
  /** Someone changed the record meanwhile: the question what to do. */
  changed: ComponentProps<typeof ChangedNotice> | null
  /** A draft of another window, or put aside here. */
  offer: ComponentProps<typeof DraftOffer> | null
  formRef: RefObject<HTMLFormElement | null>
}

export function useRecordForm<Values extends object, Input, Result>(
  input: RecordFormInput<Values, Input, Result>,
): RecordFormState<Values> {
  const { t } = useText()
  const { ifMayWrite } = useMayWrite()
  const formRef = useRef<HTMLFormElement>(null)
  const keeper = useDraftKeeper(input.name)
  const aside = useOfferedDraft(input.name, input.drafts.elsewhere)
  const isSaved = useRef(false)
  const isSettling = useRef(false)
  const { own } = input.drafts
  // As the record is; and the revision of it that what stands in the form was written upon: a draft may be of an older one.
  const base = useRef<Draft<Values>>({ values: input.initial, seen: input.stored?.start.seen })
  const seen = useRef(own?.seen ?? base.current.seen)
  const [restoredAt, setRestoredAt] = useState(own?.savedAt ?? null)
  const form = useForm<Values>({
    mode: 'controlled',
    initialValues: own?.values ?? input.initial,
    onValuesChange: (values) => {
      if (isSettling.current) return
      isSaved.current = false
      keeper.change(draftContent({ values, seen: seen.current }))
    },
  })
  const isUnsaved = () => !isSaved.current && JSON.stringify(form.getValues()) !== JSON.stringify(base.current.values)
  const mine = (): Draft<Values> => ({ values: form.getValues(), seen: seen.current })
  const saving = useMutation({
    mutationFn: (sent: { value: Input; seen: string | undefined }) => input.save(sent.value, sent.seen),
    onSuccess: (result) => {
      dropDrafts()
      isSaved.current = true
      input.onSaved(result)
    },
    onError: (error) => {
      const failure = failureOf(error)
      const field = input.blamed?.[failure.code]
      const fields = field ? { [field]: errorMessage(t, error) } : fieldErrors(t, error, input.issuePrefix)
      showErrors({ ...fields, ...input.blame?.(failure, form.getValues()).fields })
    },
  })
  const dropDrafts = () => {
    keeper.drop()
    aside.dropTaken()
  }
  const showErrors = (errors: Record<string, string>) => {
    form.setErrors(errors)
    requestAnimationFrame(() => focusFirstProblem(formRef.current))
  }
  const send = (knowing: string | undefined) => {
    if (saving.isPending) return
    saving.reset()
    const reading = input.read(form.getValues())
    if (reading.ok) saving.mutate({ value: reading.value, seen: knowing })
    else showErrors(fieldMessages(t, reading.problems))
  }
  const submit = ifMayWrite(() => send(seen.current))
  const startOver = () => {
    seen.current = base.current.seen
    form.setValues(base.current.values)
    form.clearErrors()
    setRestoredAt(null)
    dropDrafts()
  }
  const settle = (values: Values, revision?: string) => {
    base.current = { values, seen: revision }
    seen.current = revision
    isSettling.current = true
    form.setValues(values)
    isSettling.current = false
    form.clearErrors()
    setRestoredAt(null)
  }
  const takeUp = () => {
    if (!aside.offer) return
    aside.take(isUnsaved() ? mine() : null)
    seen.current = aside.offer.seen ?? base.current.seen
    form.setValues(aside.offer.values)
    setRestoredAt(aside.offer.savedAt)
  }
  const taking = useMutation({
    mutationFn: async () => input.stored?.load(),
    onSuccess: (now) => {
      if (!now) return
      aside.putAside(mine())
      keeper.drop()
      settle(now.values, now.seen)
      saving.reset()
    },
  })
  // Changed in another window, or taken back: shown at once, unless someone is writing here.
  const follow = useEffectEvent(async () => {
    const isFree = () => !isUnsaved() && !saving.isPending
    if (!input.stored || input.stored.latest === base.current.seen || !isFree()) return
    // A record that is gone by now is told of by its screen.
    const now = await input.stored.load().catch(() => null)
    if (now && isFree()) settle(now.values, now.seen)
  })
  const latest = input.stored?.latest
  // biome-ignore lint/correctness/useExhaustiveDependencies: whenever there is a newer revision
  useEffect(() => void follow(), [latest])
  useHotkeys([['mod+S', submit]], [])
  const problem = saving.error ?? taking.error
  const changed = saving.error ? changedSinceOf(failureOf(saving.error)) : null
  return {
    ...{ form, formRef, submit, isUnsaved, restoredAt, startOver, settle },
    isSaving: saving.isPending,
    failure: problem && !changed && !isInFields(failureOf(problem), input, form.getValues()) ? problem : null,
    changed: changed && {
      changed,
      isBusy: taking.isPending,
      onTakeTheirs: () => taking.mutate(),
      onSaveMine: () => send(changed.revision),
    },
    offer: aside.offer && { savedAt: aside.offer.savedAt, onTakeUp: takeUp, onThrowAway: aside.throwAway },
  }
}

/** Said beside fields already. */
function isInFields<Values>(
  failure: Failure,
  { blamed = {}, blame }: Pick<RecordFormInput<Values, never, never>, 'blamed' | 'blame'>,
  values: Values,
): boolean {
  return failure.issues !== undefined || failure.code in blamed || (blame?.(failure, values).isTold ?? false)
}

function focusFirstProblem(form: HTMLFormElement | null): void {
  form?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
}
