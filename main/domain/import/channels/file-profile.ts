// Files of shops and marketplaces known by their headers, in any language of their sites and with columns that come and go:
// for each field the headers that it goes by, which fields must be there, and which headers only this platform has.
import type { ChannelKind } from '#shared/schemas/channels.ts'
import type { ImportKind } from '#shared/schemas/imports.ts'
import { foldHeader } from '../header-words.ts'

export interface FileProfile {
  readonly name: string
  readonly platform: ChannelKind
  readonly kind: ImportKind
  readonly needs: readonly string[]
  readonly marks: readonly string[]
  /** Headers by field, the likelier first. */
  readonly headers: Readonly<Record<string, readonly string[]>>
  readonly options?: { readonly makeMissing?: boolean }
}

export interface KnownFile {
  readonly profile: FileProfile
  /** Field by header. */
  readonly columns: Record<string, string | null>
}

/** The profile that knows most of the columns; null where none fits. */
export function knownFile(profiles: readonly FileProfile[], headers: readonly string[]): KnownFile | null {
  const found = profiles.flatMap((profile) => {
    const columns = columnsBy(profile, headers)
    return columns === null
      ? []
      : [{ profile, columns, known: Object.values(columns).filter((field) => field !== null).length }]
  })
  const [best] = found.sort((one, other) => other.known - one.known)
  return best ? { profile: best.profile, columns: best.columns } : null
}

function columnsBy(
  { headers: named, needs, marks }: FileProfile,
  headers: readonly string[],
): KnownFile['columns'] | null {
  const folded = new Map(headers.toReversed().map((header) => [foldHeader(header), header]))
  if (!marks.some((mark) => folded.has(foldHeader(mark)))) return null
  const columns: KnownFile['columns'] = Object.fromEntries(headers.map((header) => [header, null]))
  const taken = new Set<string>()
  for (const [field, words] of Object.entries(named)) {
    const header = words.map((word) => folded.get(foldHeader(word))).find((one) => one !== undefined && !taken.has(one))
    if (header === undefined) continue
    taken.add(header)
    columns[header] = field
  }
  const fields = new Set(Object.values(columns))
  return needs.every((need) => need.split('|').some((field) => fields.has(field))) ? columns : null
}
