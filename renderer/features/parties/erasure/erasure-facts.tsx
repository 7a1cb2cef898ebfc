// What an erasure takes, what it leaves, and where else the person is named.
import type { Format } from '#renderer/lib/format.ts'
import { useText } from '#renderer/lib/language.ts'
import { Facts } from '#renderer/ui/facts.tsx'
import type { Translate } from '#shared/i18n/translate.ts'
import type { ErasureCount, ErasurePreview } from '#shared/schemas/erasure.ts'
import { Mentions } from './mentions.tsx'

type Words = { t: Translate; format: Pick<Format, 'number'> }

export function ErasureFacts({ preview }: { preview: ErasurePreview }) {
  const { t, format } = useText()
  return (
    <>
      <Facts
        facts={[
          { label: t('erasure.goes'), value: kindsInWords({ t, format }, preview.erased), optional: true },
          { label: t('erasure.stays'), value: t('erasure.staysText') },
        ]}
      />
      <Mentions mentions={preview.mentions} />
    </>
  )
}

/** What there is of each kind, as one line. */
export function kindsInWords({ t, format }: Words, counts: readonly ErasureCount[]): string {
  return counts
    .map(({ kind, count }) => t(`erasure.kinds.${kind}`, { count, formatted: format.number(count) }))
    .join(' · ')
}
