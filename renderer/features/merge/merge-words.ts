// Words of the report that more than one part of the screens says.
import type { Format } from '#renderer/lib/format.ts'
import type { Spoken } from '#renderer/lib/language.ts'
import { nameIn } from '#renderer/lib/names.ts'
import type { MergeAuthor, MergedKind } from '#shared/schemas/merge.ts'
import type { RecordTitle } from '#shared/schemas/records.ts'

type Named = { record: RecordTitle | null; elsewhere: RecordTitle | null; label: string; kind: MergedKind }

/** A record by its code and name, here and elsewhere; what is none by its own words, with the record it hangs on. */
export function nameOfThing(thing: Named, words: Spoken): string {
  const { record, label, kind } = thing
  const name = record ? titleInWords(record, words) : ''
  const both = [name, nameElsewhere(thing, words)].filter(Boolean).join(' / ')
  return [both, label].filter(Boolean).join(' · ') || words.t(`merge.kinds.${kind}`)
}

/** What the other copy calls it, where this reader sees a difference; else empty. */
export function nameElsewhere({ record, elsewhere }: Pick<Named, 'record' | 'elsewhere'>, words: Spoken): string {
  if (!record || !elsewhere) return ''
  const name = titleInWords(elsewhere, words)
  return name === titleInWords(record, words) ? '' : name
}

function titleInWords(record: RecordTitle, { format }: Spoken): string {
  return [record.code, nameIn(format.language, record)].filter(Boolean).join(' · ')
}

/** `Li, 2026-11-18 14:05`. */
export function authorInWords({ person, at }: Pick<MergeAuthor, 'person' | 'at'>, { t, format }: Spoken): string {
  if (at === 0) return ''
  const name = person ? nameIn(format.language, person) : t('merge.someone')
  return t('merge.whoWhen', { name, at: format.instant(at) })
}

export function counted(format: Format, count: number): { count: number; formatted: string } {
  return { count, formatted: format.number(count) }
}
