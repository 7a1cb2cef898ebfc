// What was ticked in a list when it was left: found again by who comes back to that step of the history.
import type { Selection } from './selection.ts'

type Kept = { question: string; selection: Selection }

const kept = new Map<string, Kept>()
const keptAtMost = 20

/** `place` names the book, the list and the step of the history. */
export function keepSelection(place: string, question: string, selection: Selection): void {
  kept.delete(place)
  if (!selection.isAll && selection.ids.size === 0) return
  kept.set(place, { question, selection })
  const [oldest] = kept.keys()
  if (kept.size > keptAtMost && oldest !== undefined) kept.delete(oldest)
}

/** Undefined where nothing was ticked there, or where other rows match by now. */
export function keptSelection(place: string, question: string): Selection | undefined {
  const found = kept.get(place)
  return found?.question === question ? found.selection : undefined
}
