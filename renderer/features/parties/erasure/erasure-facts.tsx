// What an erasure takes, what it leaves, and who else names the person.
import type { Format } from '#renderer/lib/format.ts'
import { useText } from '#renderer/lib/language.ts'
import { Facts } from '#renderer/ui/facts.tsx'
import { english } from '#shared/i18n/english.ts'
import type { Translate } from '#shared/i18n/translate.ts'
import type { ErasureCount, ErasurePreview } from '#shared/schemas/erasure.ts'

type Words = { t: Translate; format: Pick<Format, 'number'> }
type Place = keyof typeof english.erasure.places

export function ErasureFacts({ preview }: { preview: ErasurePreview }) {
  const { t, format } = useText()
  const places = preview.mentions
    .filter(({ table }) => table in english.erasure.places)
    .map(({ table, count }) => t(`erasure.places.${table as Place}`, { formatted: format.number(count) }))
  return (
    <Facts
      facts={[
        { label: t('erasure.goes'), value: kindsInWords({ t, format }, preview.erased), optional: true },
        { label: t('erasure.stays'), value: t('erasure.staysText') },
        {
          label: t('erasure.mentions'),
          value: places.length > 0 && t('erasure.mentionsText', { what: places.join(t('common.comma')) }),
          optional: true,
        },
      ]}
    />
  )
}

/** What there is of each kind, as one line. */
export function kindsInWords({ t, format }: Words, counts: readonly ErasureCount[]): string {
  return counts
    .map(({ kind, count }) => t(`erasure.kinds.${kind}`, { count, formatted: format.number(count) }))
    .join(' · ')
}
