// What a new count begins with, in the address: `?place=1&class=A&due=true`.
import { type CountClass, countClasses } from '#shared/schemas/counting.ts'

export type NewCountAddress = { place?: number; class?: CountClass; due?: boolean }

/** Takes from an address what belongs to a new count; what is not understood is left out. */
export function readNewCount(raw: Record<string, unknown>): NewCountAddress {
  const place = Number(raw.place)
  const known = countClasses.find((name) => name === raw.class)
  return {
    ...(Number.isSafeInteger(place) && place > 0 && { place }),
    ...(known && { class: known }),
    ...(raw.due === true && { due: true }),
  }
}
