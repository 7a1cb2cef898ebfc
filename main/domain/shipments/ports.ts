// Sea ports by UN/LOCODE or by name, from data that came with the program. What is not among them is as good a place.

import ports from 'sea-ports/lib/ports.json' with { type: 'json' }
import type { Port } from '#shared/schemas/to-ship.ts'

type Known = { name: string; city?: string; alias?: readonly string[] }

const all = Object.entries(ports as Readonly<Record<string, Known>>).map(([code, { name, city = '', alias = [] }]) => ({
  code,
  name,
  country: code.slice(0, 2),
  words: [name, city, ...alias].map(folded),
}))

/** Those whose code or whose names begin with the text first, then those that hold it. */
export function findPorts(text: string, limit = 12): Port[] {
  const wanted = folded(text)
  if (wanted.length < 2) return []
  const ranked = all.flatMap((port) => {
    const rank = rankOf(port, wanted)
    return rank === null ? [] : [{ port, rank }]
  })
  return ranked
    .sort((one, other) => one.rank - other.rank || one.port.code.localeCompare(other.port.code))
    .slice(0, limit)
    .map(({ port: { code, name, country } }) => ({ code, name, country }))
}

function rankOf({ code, words }: (typeof all)[number], wanted: string): number | null {
  if (code.toLowerCase() === wanted) return 0
  if (code.toLowerCase().startsWith(wanted)) return 1
  if (words.some((word) => word.startsWith(wanted))) return 2
  return words.some((word) => word.includes(` ${wanted}`)) ? 3 : null
}

function folded(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').trim().toLowerCase()
}
