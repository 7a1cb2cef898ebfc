// Files that Quayside reads and writes by choice, told by their names; and names that every system takes.
import type { PlaceKind } from '#shared/schemas/places.ts'

/** The first is the one given to new files. */
export const extensionsOf: Readonly<Record<PlaceKind, readonly [string, ...string[]]>> = {
  book: ['.quay'],
  encrypted: ['.quay.age', '.age'],
  heads: ['.json'],
}

/** The kind of a file by its name; null for any other file. */
export function placeKindOf(name: string): PlaceKind | null {
  const lower = name.toLowerCase()
  const kinds = Object.keys(extensionsOf) as PlaceKind[]
  return kinds.find((kind) => extensionsOf[kind].some((extension) => lower.endsWith(extension))) ?? null
}

const longestStem = 80
/** Names that Windows keeps for itself, with any extension. */
const reserved = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i

/** A name without what some system refuses; may be empty. */
export function safeName(text: string): string {
  const plain = text
    .normalize('NFC')
    .replaceAll(/[\\/:*?"<>|\p{Cc}\p{Cf}]/gu, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim()
    .replaceAll(/^[. ]+|[. ]+$/g, '')
  return reserved.test(plain) ? `_${plain}` : plain
}

/** A file name of the kind, whatever was typed: unsafe signs gone, the kind's extension at the end. */
export function fileNameOf(text: string, kind: PlaceKind): string {
  const extensions = extensionsOf[kind]
  const typed = text.trim()
  const given = extensions.find((extension) => typed.toLowerCase().endsWith(extension))
  const stem = safeName(given ? typed.slice(0, -given.length) : typed)
  return `${[...stem].slice(0, longestStem).join('').trim() || 'book'}${extensions[0]}`
}
