// Who works at this computer: chosen from the book's people, or added. Asked for before any work; later, to change it.
import { Button, Modal, TextInput } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useMutation, useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { client, trpc } from '#renderer/lib/api.ts'
import { errorMessage } from '#renderer/lib/error-message.ts'
import { useBook, useHostState } from '#renderer/lib/host-state.ts'
import { useText } from '#renderer/lib/language.ts'
import { nameIn, namesIn } from '#renderer/lib/names.ts'
import { QueryState } from '#renderer/ui/query-state.tsx'
import type { Person } from '#shared/schemas/people.ts'
import classes from './people.module.css'

/** Without `onClose` it stays until someone is chosen; the book can be closed instead. */
export function WhoAmI({ onClose }: { onClose?: () => void }) {
  const { t } = useText()
  const query = useQuery(trpc.people.list.queryOptions({}))
  const choosing = useChoosing(onClose)
  const mustAnswer = onClose === undefined
  // The first of the people has the focus when the dialog opens: it waits until they are known.
  if (query.isPending) return null
  return (
    <Modal
      opened
      onClose={onClose ?? (() => {})}
      title={t(mustAnswer ? 'people.who.title' : 'people.who.change')}
      withCloseButton={!mustAnswer}
      closeOnEscape={!mustAnswer}
      closeOnClickOutside={!mustAnswer}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <p className={classes.about}>{t('people.who.text')}</p>
      <QueryState query={query}>
        {(people) => (
          <>
            <PeopleToChoose people={people} isBusy={choosing.isPending} onChoose={(id) => choosing.mutate({ id })} />
            <AddMe people={people} isBusy={choosing.isPending} onAdd={(name) => choosing.mutate({ name })} />
          </>
        )}
      </QueryState>
      {choosing.error ? <p role="alert">{errorMessage(t, choosing.error)}</p> : null}
      {mustAnswer ? (
        <Button variant="subtle" mt={12} onClick={() => client.host.closeBook.mutate()}>
          {t('people.who.closeBook')}
        </Button>
      ) : null}
    </Modal>
  )
}

type Choice = { id: number } | { name: string }

function useChoosing(onDone?: () => void) {
  const { t, language } = useText()
  return useMutation({
    mutationFn: async (choice: Choice) => {
      const id = 'id' in choice ? choice.id : (await client.people.add.mutate({ name: choice.name })).id
      return client.people.choose.mutate({ id })
    },
    onSuccess: (person) => {
      notifications.show({ message: t('people.who.chosen', { name: nameIn(language, person) }) })
      onDone?.()
    },
  })
}

type ChooseProps = { people: readonly Person[]; isBusy: boolean; onChoose: (id: number) => void }

function PeopleToChoose({ people, isBusy, onChoose }: ChooseProps) {
  const { t, language } = useText()
  const { person: me } = useBook()
  if (people.length === 0) return null
  return (
    <ul className={classes.choices} aria-label={t('people.who.people')}>
      {people.map((person, index) => {
        const [name = '', other] = namesIn(language, person.name, person.nameZh)
        return (
          <li key={person.id}>
            <button
              type="button"
              className={classes.choice}
              aria-current={person.id === me?.id || undefined}
              data-autofocus={index === 0 || undefined}
              disabled={isBusy}
              onClick={() => onChoose(person.id)}
            >
              <span className={classes.initial} aria-hidden>
                {initialOf(name)}
              </span>
              <span className={classes.choiceText}>
                <span className={classes.choiceName}>{name}</span>
                {other || person.title ? (
                  <span className="q-quiet">{[other, person.title].filter(Boolean).join(' · ')}</span>
                ) : null}
              </span>
              {person.id === me?.id ? <span className={classes.now}>{t('people.who.now')}</span> : null}
            </button>
          </li>
        )
      })}
    </ul>
  )
}

type AddMeProps = { people: readonly Person[]; isBusy: boolean; onAdd: (name: string) => void }

/** The system's name for whoever is here is offered in a book without people, where it spares the typing. */
function AddMe({ people, isBusy, onAdd }: AddMeProps) {
  const { t } = useText()
  const { systemUser } = useHostState()
  const [name, setName] = useState(people.length === 0 ? systemUser : '')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (name.trim() !== '') onAdd(name.trim())
  }
  return (
    <form onSubmit={submit} className={classes.addMe}>
      <TextInput
        label={t(people.length === 0 ? 'people.who.name' : 'people.who.new')}
        placeholder={t('people.who.name')}
        autoComplete="name"
        maxLength={100}
        data-autofocus={people.length === 0 || undefined}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <Button
        type="submit"
        variant={people.length === 0 ? 'filled' : 'default'}
        disabled={name.trim() === ''}
        loading={isBusy}
      >
        {t('people.who.add')}
      </Button>
    </form>
  )
}

/** The first character of a name, as a sign for the person. */
export function initialOf(name: string): string {
  return (Array.from(name.trim())[0] ?? '').toUpperCase()
}
