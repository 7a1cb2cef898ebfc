// Asks for a file or folder: in the system's dialog where the host has one, else in the chooser of this page.
import { useSyncExternalStore } from 'react'
import { client, queryClient, trpc } from '#renderer/lib/api.ts'
import type { ChosenPlace, PlaceWish } from '#shared/schemas/places.ts'

/** `action` names the button that chooses, where another word than the usual one is better. */
export type PlaceQuestion = PlaceWish & { action?: string; text?: string }

type Asked = { question: PlaceQuestion; answer: (place: ChosenPlace | null) => void }

let asked: Asked | null = null
const listeners = new Set<() => void>()

function set(next: Asked | null) {
  asked = next
  for (const listener of listeners) listener()
}

/**
 * The place that was chosen; null when the user thought better of it. A target that is there already was agreed to be
 * replaced. Throws the failure of the call where the host could not ask.
 */
export async function choosePlace(question: PlaceQuestion): Promise<ChosenPlace | null> {
  const host = await queryClient.ensureQueryData(trpc.host.state.queryOptions())
  if (!host.canBrowse) {
    const { action: _, text: __, ...wish } = question
    return client.host.places.pick.mutate(wish)
  }
  asked?.answer(null)
  return new Promise((resolve) => {
    set({
      question,
      answer(place) {
        set(null)
        resolve(place)
      },
    })
  })
}

/** What is asked for now, for the chooser of this page. */
export function useAsked(): Asked | null {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => asked,
  )
}
