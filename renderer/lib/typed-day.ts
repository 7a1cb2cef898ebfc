// A day as people type it, year first; other orders are not guessed.
import { dayFromParts } from '#shared/dates.ts'

const separated = /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?$/
const packed = /^(\d{4})(\d{2})(\d{2})$/

/** ISO text of what was typed (`2026/3/1`, `20260301`, `2026年3月1日`), or the text as it is where it is no such day. */
export function typedDay(text: string): string {
  const plain = text.normalize('NFKC').trim()
  const parts = separated.exec(plain) ?? packed.exec(plain)
  if (!parts) return text.trim()
  return dayFromParts(Number(parts[1]), Number(parts[2]), Number(parts[3])) ?? text.trim()
}
