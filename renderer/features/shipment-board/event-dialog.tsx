// What happened to a shipment, told by hand: kept as an event. A card is never moved by itself.
import { Select, Textarea, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { client } from '#renderer/lib/api.ts'
import { useText } from '#renderer/lib/language.ts'
import { useToday } from '#renderer/lib/use-today.ts'
import { CountrySelect } from '#renderer/ui/country-select.tsx'
import { FormDialog } from '#renderer/ui/form-dialog.tsx'
import { sayUndoable } from '#renderer/ui/undo-notice.tsx'
import { isLocalTime } from '#shared/local-time.ts'
import type { BoardCard } from '#shared/schemas/shipment-board.ts'
import { type TrackingState, trackingStates } from '#shared/schemas/shipment-words.ts'

type DialogProps = { card: BoardCard; onClose: () => void }

export function EventDialog({ card, onClose }: DialogProps) {
  const { t } = useText()
  const today = useToday()
  const [state, setState] = useState<TrackingState | null>(null)
  const [at, setAt] = useState<string>(today)
  const [place, setPlace] = useState('')
  const [country, setCountry] = useState('')
  const [words, setWords] = useState('')
  const [problem, setProblem] = useState<'badTime' | 'needed' | null>(null)
  const keep = useKeepEvent(card, onClose)
  const submit = () => {
    const localTime = writtenTime(at)
    if (!isLocalTime(localTime)) return setProblem('badTime')
    if (state === null && words.trim() === '') return setProblem('needed')
    keep.mutate({ localTime, place, country, text: words, state })
  }
  const said = (key: typeof problem) =>
    problem === key && key !== null ? t(`shipments.board.event.${key}`) : undefined
  return (
    <FormDialog
      title={t('shipments.board.event.title', { number: card.number })}
      action={t('shipments.board.event.save')}
      error={keep.error}
      isPending={keep.isPending}
      onSubmit={submit}
      onClose={onClose}
    >
      <p className="q-quiet">{t('shipments.board.event.text')}</p>
      <Select
        label={t('shipments.board.event.state')}
        data-autofocus
        searchable
        clearable
        data={trackingStates.map((value) => ({ value, label: t(`shipments.states.${value}`) }))}
        value={state}
        error={said('needed')}
        onChange={(next) => setState(next as TrackingState | null)}
      />
      <TextInput
        label={t('shipments.board.event.at')}
        description={t('shipments.board.event.atHint')}
        value={at}
        error={said('badTime')}
        onChange={(event) => setAt(event.currentTarget.value)}
      />
      <TextInput
        label={t('shipments.board.event.place')}
        value={place}
        onChange={(event) => setPlace(event.currentTarget.value)}
      />
      <CountrySelect label={t('shipments.board.event.country')} value={country} onChange={setCountry} />
      <Textarea
        label={t('shipments.board.event.words')}
        description={t('shipments.board.event.wordsHint')}
        value={words}
        onChange={(event) => setWords(event.currentTarget.value)}
      />
    </FormDialog>
  )
}

type Told = { localTime: string; place: string; country: string; text: string; state: TrackingState | null }

function useKeepEvent({ id, number }: BoardCard, onKept: () => void) {
  const text = useText()
  const { t } = text
  return useMutation({
    mutationFn: (told: Told) => client.tracking.addEvent.mutate({ shipmentId: id, ...told }),
    onSuccess: ({ result, operationId }) => {
      const state = result.state === '' ? t('shipments.board.none') : t(`shipments.states.${result.state}`)
      sayUndoable(text, t('shipments.board.event.saved', { number, state }), operationId)
      onKept()
    },
  })
}

/** '2026-11-23 9:05' as '2026-11-23T09:05'. */
function writtenTime(typed: string): string {
  const [day = '', time = ''] = typed.trim().split(/[T\s]+/)
  if (time === '') return day
  return `${day}T${/^\d:/.test(time) ? `0${time}` : time}`
}
