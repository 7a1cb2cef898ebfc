// The chooser of this page, for hosts without system dialogs. Stands once in the program; `choosePlace` opens it.
import { Button, Modal, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { client } from '#renderer/lib/api.ts'
import { errorMessage } from '#renderer/lib/error-message.ts'
import { useText } from '#renderer/lib/language.ts'
import { Notice } from '#renderer/ui/notice.tsx'
import { QueryState } from '#renderer/ui/query-state.tsx'
import type { ChosenPlace, PlaceFile, PlaceKind, PlaceView, TargetInput } from '#shared/schemas/places.ts'
import { type PlaceQuestion, useAsked } from './choose-place.ts'
import { PlaceBrowser } from './place-browser.tsx'
import classes from './places.module.css'
import { usePlaceView } from './use-place-view.ts'

export function PlaceChooser() {
  const { t } = useText()
  const asked = useAsked()
  if (!asked) return null
  const { question, answer } = asked
  return (
    <Modal
      opened
      onClose={() => answer(null)}
      title={question.title}
      size={640}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <Chooser key={question.title} question={question} onAnswer={answer} />
    </Modal>
  )
}

type ChooserProps = { question: PlaceQuestion; onAnswer: (place: ChosenPlace | null) => void }

function Chooser({ question, onAnswer }: ChooserProps) {
  const { t } = useText()
  const place = usePlaceView(kindsShown(question))
  const [file, setFile] = useState<PlaceFile | null>(null)
  const choose = useChoice(question, onAnswer)
  const go = (token: string) => {
    setFile(null)
    choose.reset()
    place.go(token)
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (place.query.data) choose.take(place.query.data, file)
  }
  return (
    <form className={classes.chooser} onSubmit={submit} noValidate>
      {question.text ? <p className={classes.text}>{question.text}</p> : null}
      <QueryState query={place.query}>
        {(view) => (
          <PlaceBrowser
            view={view}
            selected={file?.token ?? null}
            showsFiles={question.what !== 'folder'}
            onGo={go}
            onSelect={(picked) => {
              setFile(picked)
              choose.offer(picked.name)
            }}
            onTake={(picked) => (question.what === 'file' ? choose.take(view, picked) : choose.offer(picked.name))}
          />
        )}
      </QueryState>
      {question.what === 'target' ? (
        <TextInput
          label={t('places.name')}
          data-autofocus
          value={choose.name}
          onChange={(event) => choose.offer(event.currentTarget.value)}
        />
      ) : null}
      {choose.error ? <Notice tone="bad">{errorMessage(t, choose.error)}</Notice> : null}
      {choose.replaces ? <Notice tone="warn">{t('places.replaceText', { name: choose.replaces })}</Notice> : null}
      <div className={classes.actions}>
        <Button onClick={() => onAnswer(null)}>{t('common.cancel')}</Button>
        <Button
          type="submit"
          variant="filled"
          loading={choose.isPending}
          disabled={!place.query.data || (question.what === 'file' && !file)}
        >
          {choose.replaces ? t('places.replace') : (question.action ?? t(`places.take.${question.what}`))}
        </Button>
      </div>
    </form>
  )
}

function kindsShown(question: PlaceQuestion): readonly PlaceKind[] {
  if (question.what === 'file') return question.kinds
  return question.what === 'target' ? [question.kind] : []
}

/** What the button does: a file is taken as it is, a target once it is agreed to replace what is there. */
function useChoice(question: PlaceQuestion, onAnswer: ChooserProps['onAnswer']) {
  const [name, setName] = useState(question.what === 'target' ? question.name : '')
  const [replacing, setReplacing] = useState<ChosenPlace | null>(null)
  const target = useMutation({
    mutationFn: (input: TargetInput) => client.host.places.target.mutate(input),
    onSuccess: (place) => (place.exists ? setReplacing(place) : onAnswer(place)),
  })
  const offer = (next: string) => {
    setReplacing(null)
    target.reset()
    if (question.what === 'target') setName(next)
  }
  return {
    name,
    replaces: replacing?.name ?? null,
    error: target.error,
    isPending: target.isPending,
    offer,
    reset() {
      setReplacing(null)
      target.reset()
    },
    take(view: PlaceView, file: PlaceFile | null) {
      if (question.what === 'folder') return onAnswer(folderChosen(view))
      if (question.what === 'file') return file ? onAnswer(fileChosen(view, file)) : undefined
      if (replacing) return onAnswer(replacing)
      target.mutate({ folder: view.token, name, kind: question.kind })
    },
  }
}

function folderChosen({ token, name, crumbs }: PlaceView): ChosenPlace {
  return { token, name, folder: crumbs.at(-2)?.name ?? '', exists: true, size: null, changedAt: null }
}

function fileChosen(view: PlaceView, { token, name, size, changedAt }: PlaceFile): ChosenPlace {
  return { token, name, folder: view.name, exists: true, size, changedAt }
}
