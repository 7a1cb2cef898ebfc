// A new book: four questions, and where to keep it.

import { Button, TextInput } from '@mantine/core'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import { errorMessage, fieldErrors, fieldMessages } from '#renderer/lib/error-message.ts'
import { useHostState } from '#renderer/lib/host-state.ts'
import { useText } from '#renderer/lib/language.ts'
import { CountrySelect } from '#renderer/ui/country-select.tsx'
import { CurrencySelect } from '#renderer/ui/currency-select.tsx'
import { Notice } from '#renderer/ui/notice.tsx'
import { PlaceBrowser } from '#renderer/ui/places/place-browser.tsx'
import { usePlaceView } from '#renderer/ui/places/use-place-view.ts'
import { QueryState } from '#renderer/ui/query-state.tsx'
import { type NewBookAnswers, newAnswers, readAnswers, withCountry } from './new-book-answers.ts'
import { useOpenBook } from './open-a-book.ts'
import classes from './welcome-screen.module.css'

export function NewBook({ onBack }: { onBack: () => void }) {
  const { t } = useText()
  const { canBrowse, systemUser } = useHostState()
  const [answers, setAnswers] = useState<NewBookAnswers>(() => newAnswers(systemUser))
  const [problems, setProblems] = useState<Record<string, string>>({})
  const folder = usePlaceView(['book'])
  const opening = useOpenBook()
  const errors = {
    ...fieldMessages(t, problems),
    ...fieldErrors(t, opening.error),
  }
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const read = readAnswers(answers, canBrowse ? (folder.query.data?.token ?? null) : null)
    setProblems(read.ok ? {} : read.problems)
    if (read.ok) opening.mutate({ by: 'new', book: read.value })
    else focusFirstProblem(event.currentTarget)
  }
  const set = (part: Partial<NewBookAnswers>) => setAnswers((before) => ({ ...before, ...part }))
  return (
    <form onSubmit={submit} noValidate aria-label={t('welcome.new.title')}>
      <h1 className={classes.title}>{t('welcome.new.title')}</h1>
      <p className={classes.text}>{t('welcome.new.text')}</p>
      {opening.error && Object.keys(errors).length === 0 ? (
        <Notice tone="bad" className={classes.notice}>
          {errorMessage(t, opening.error)}
        </Notice>
      ) : null}
      <div className={classes.form}>
        <FourQuestions answers={answers} set={set} setAnswers={setAnswers} errors={errors} />
        {canBrowse ? (
          <div>
            <h2 className={classes.section}>{t('welcome.new.where')}</h2>
            <QueryState query={folder.query}>
              {(view) => <PlaceBrowser view={view} showsFiles={false} onGo={folder.go} />}
            </QueryState>
          </div>
        ) : (
          <p className="q-quiet">{t('welcome.new.whereElectron')}</p>
        )}
      </div>
      <div className={classes.actions}>
        <Button type="submit" variant="filled" loading={opening.isPending}>
          {t('welcome.new.make')}
        </Button>
        <Button onClick={onBack} disabled={opening.isPending}>
          {t('welcome.new.back')}
        </Button>
      </div>
    </form>
  )
}

/** Once the problems are drawn. */
function focusFirstProblem(form: HTMLFormElement) {
  requestAnimationFrame(() => form.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus())
}

type QuestionsProps = {
  answers: NewBookAnswers
  set: (part: Partial<NewBookAnswers>) => void
  setAnswers: (change: (before: NewBookAnswers) => NewBookAnswers) => void
  errors: Record<string, string>
}

function FourQuestions({ answers, set, setAnswers, errors }: QuestionsProps) {
  const { t } = useText()
  const first = useRef<HTMLInputElement>(null)
  useEffect(() => first.current?.focus(), [])
  return (
    <>
      <TextInput
        label={t('welcome.new.company')}
        autoComplete="organization"
        ref={first}
        required
        value={answers.companyName}
        error={errors.companyName}
        onChange={(event) => set({ companyName: event.currentTarget.value })}
      />
      <div className={classes.pair}>
        <CountrySelect
          label={t('welcome.new.country')}
          value={answers.country}
          error={errors.country}
          onChange={(country) => setAnswers((before) => withCountry(before, country))}
        />
        <CurrencySelect
          label={t('welcome.new.baseCurrency')}
          description={t('welcome.new.baseCurrencyText')}
          required
          value={answers.baseCurrency}
          error={errors.baseCurrency}
          onChange={(baseCurrency) => set({ baseCurrency, isCurrencyChosen: true })}
        />
      </div>
      <TextInput
        label={t('welcome.new.owner')}
        description={t('welcome.new.ownerText')}
        required
        autoComplete="name"
        value={answers.ownerName}
        error={errors.ownerName}
        onChange={(event) => set({ ownerName: event.currentTarget.value })}
      />
      <TextInput
        label={t('welcome.new.fileName')}
        placeholder={`${answers.companyName.trim() || 'book'}.quay`}
        value={answers.fileName}
        error={errors.fileName}
        onChange={(event) => set({ fileName: event.currentTarget.value })}
      />
    </>
  )
}
