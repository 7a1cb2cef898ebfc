// When two events are one: told twice, by two sources, or in two copies of the book.
import { foldText } from './fold-text.ts'

/** The source of what our own steps say. */
export const ownSource = 'book'

export type EventWords = {
  parcelId: number | null
  localTime: string
  place: string
  text: string
  sourceCode: string
  state: string
}

/**
 * Same parcel, minute, place and text. Where nothing was said, the code tells them apart, and without one the state. The
 * zone does not count: one source writes it and another leaves it out.
 */
export function eventKey({ parcelId, localTime, place, text, sourceCode, state }: EventWords): string {
  const words = foldText(text) || `code ${sourceCode || `state ${state}`}`
  return `${parcelId ?? 0}|${localTime.slice(0, 16)}|${foldText(place)}|${words}`
}
