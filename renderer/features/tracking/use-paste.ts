// A paste on its way in: what was typed, what the book understands of it, and what the user chose for each parcel of it.
import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { client, trpc } from '#renderer/lib/api.ts'
import type { TrackingState } from '#shared/schemas/shipment-words.ts'
import type { AddDraft, DateOrder, PasteChoice, Understood, UnderstoodParcel } from '#shared/schemas/tracking.ts'

const typingPauseMs = 350

export type Options = { dateOrder: DateOrder | null; zone: string; source: string }
export type Choice = Omit<PasteChoice, 'key'>

/** The shipment that one is at, for pastes that tell no number. */
export type At = { shipmentId: number; parcelId: number | null } | null

/** What the user chose: for each parcel, of which lines nothing is kept, what lines mean. */
type Answers = {
  choices: Readonly<Record<string, Choice>>
  without: ReadonlySet<number>
  states: Readonly<Record<number, TrackingState | ''>>
}

const noAnswers: Answers = { choices: {}, without: new Set(), states: {} }

export function usePaste(at: At) {
  const [text, setText] = useState('')
  const [options, setOptions] = useState<Options>({ dateOrder: null, zone: '', source: '' })
  const [answers, setAnswers] = useState(noAnswers)
  const [asked] = useDebouncedValue(text, typingPauseMs)
  const question = { text: asked, options, shipmentId: at?.shipmentId ?? null, parcelId: at?.parcelId ?? null }
  const query = useQuery({
    ...trpc.tracking.understand.queryOptions(question),
    enabled: asked.trim() !== '',
    placeholderData: keepPreviousData,
  })
  const understood = asked.trim() === '' ? null : (query.data ?? null)
  const choiceFor = ({ key }: UnderstoodParcel) => choiceOf(answers.choices, understood, key)
  const clear = () => {
    setText('')
    setAnswers(noAnswers)
  }
  return {
    ...{ text, setText, options, setOptions, understood, query, clear, choiceFor },
    ...changesOf(answers, setAnswers, understood),
    count: useMemo(() => countOf(understood, answers), [understood, answers]),
    /** What stands in the field is not what was understood yet. */
    isBehind: text !== asked || query.isPlaceholderData,
    draft: { ...question, text, ...draftOf(understood, answers) } satisfies AddDraft,
  }
}

function changesOf(
  { without, states }: Answers,
  setAnswers: (change: (all: Answers) => Answers) => void,
  understood: Understood | null,
) {
  return {
    choose: (key: string, part: Partial<Choice>) =>
      setAnswers((all) => ({
        ...all,
        choices: { ...all.choices, [key]: { ...choiceOf(all.choices, understood, key), ...part } },
      })),
    isTaken: (line: number) => !without.has(line),
    take: (line: number, isTaken: boolean) =>
      setAnswers((all) => ({ ...all, without: toggled(all.without, line, !isTaken) })),
    stateFor: (line: number) => states[line],
    setState: (line: number, state: TrackingState | '') =>
      setAnswers((all) => ({ ...all, states: { ...all.states, [line]: state } })),
  }
}

function draftOf(understood: Understood | null, { choices, without, states }: Answers) {
  return {
    choices: (understood?.parcels ?? []).map(({ key }) => ({ key, ...choiceOf(choices, understood, key) })),
    without: [...without],
    states: Object.entries(states).map(([line, state]) => ({ line: Number(line), state })),
  }
}

export type Paste = ReturnType<typeof usePaste>

type Kept = Awaited<ReturnType<typeof keep>>

/** With the shipment that is to be sent once its news are kept; null: none. */
export function useKeepPaste(paste: Paste, onKept: (kept: Kept, toSend: number | null) => void) {
  return useMutation({
    mutationFn: (_toSend: number | null) => keep(paste.draft),
    onSuccess: (kept, toSend) => {
      paste.clear()
      onKept(kept, toSend)
    },
  })
}

function keep(draft: AddDraft) {
  return client.tracking.add.mutate(draft)
}

const leave: Choice = { into: 'leave', shipmentId: null, parcelId: null, keepUnread: false }

/** Until somebody chooses: the one shipment that has the number. */
function choiceOf(
  choices: Readonly<Record<string, Choice>>,
  understood: Understood | null | undefined,
  key: string,
): Choice {
  const chosen = choices[key]
  if (chosen) return chosen
  const found = understood?.parcels.find((parcel) => parcel.key === key)?.found ?? []
  const [only, ...others] = found
  if (!only || others.length > 0) return leave
  return { into: 'shipment', shipmentId: only.shipmentId, parcelId: only.parcelId, keepUnread: false }
}

/** How many events would be kept. */
function countOf(understood: Understood | null, { choices, without }: Answers): number {
  return (understood?.parcels ?? []).reduce((sum, parcel) => {
    const choice = choiceOf(choices, understood, parcel.key)
    if (choice.into === 'leave') return sum
    const events = parcel.events.filter(({ line, isKnown }) => !isKnown && !without.has(line)).length
    return sum + events + (choice.keepUnread ? parcel.unread.length : 0)
  }, 0)
}

function toggled(lines: ReadonlySet<number>, line: number, isIn: boolean): ReadonlySet<number> {
  const next = new Set(lines)
  if (isIn) next.add(line)
  else next.delete(line)
  return next
}
