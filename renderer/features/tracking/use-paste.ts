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

export function usePaste(at: At) {
  const [text, setText] = useState('')
  const [options, setOptions] = useState<Options>({ dateOrder: null, zone: '', source: '' })
  const [choices, setChoices] = useState<Readonly<Record<string, Choice>>>({})
  const [without, setWithout] = useState<ReadonlySet<number>>(new Set())
  const [states, setStates] = useState<Readonly<Record<number, TrackingState | ''>>>({})
  const [asked] = useDebouncedValue(text, typingPauseMs)
  const question = { text: asked, options, shipmentId: at?.shipmentId ?? null, parcelId: at?.parcelId ?? null }
  const query = useQuery({
    ...trpc.tracking.understand.queryOptions(question),
    enabled: asked.trim() !== '',
    placeholderData: keepPreviousData,
  })
  const understood = asked.trim() === '' ? null : (query.data ?? null)
  const choose = (key: string, choice: Partial<Choice>) =>
    setChoices((all) => ({ ...all, [key]: { ...choiceOf(all, understood, key), ...choice } }))
  const clear = () => {
    setText('')
    setChoices({})
    setWithout(new Set())
    setStates({})
  }
  const draft: AddDraft = {
    ...question,
    text,
    choices: (understood?.parcels ?? []).map(({ key }) => ({ key, ...choiceOf(choices, understood, key) })),
    without: [...without],
    states: Object.entries(states).map(([line, state]) => ({ line: Number(line), state })),
  }
  const count = useMemo(() => countOf(understood, { choices, without }), [understood, choices, without])
  return {
    ...{ text, setText, options, setOptions, understood, query, clear, count },
    /** What stands in the field is not what was understood yet. */
    isBehind: text !== asked || query.isPlaceholderData,
    choiceFor: (parcel: UnderstoodParcel) => choiceOf(choices, understood, parcel.key),
    choose,
    isTaken: (line: number) => !without.has(line),
    take: (line: number, isTaken: boolean) => setWithout(toggled(without, line, !isTaken)),
    stateFor: (line: number) => states[line],
    setState: (line: number, state: TrackingState | '') => setStates((all) => ({ ...all, [line]: state })),
    draft,
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

type Chosen = { choices: Readonly<Record<string, Choice>>; without: ReadonlySet<number> }

/** How many events would be kept. */
function countOf(understood: Understood | null, { choices, without }: Chosen): number {
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
