// Text that names the person and that no erasure reaches: each place with the records to look at by hand.
import { useText } from '#renderer/lib/language.ts'
import { RecordLink } from '#renderer/ui/record-link.tsx'
import { SectionTitle } from '#renderer/ui/section-title.tsx'
import { english } from '#shared/i18n/english.ts'
import type { ErasureMention } from '#shared/schemas/erasure.ts'
import classes from './erasure.module.css'

const { places } = english.erasure
type Place = keyof typeof places

export function Mentions({ mentions }: { mentions: readonly ErasureMention[] }) {
  const { t } = useText()
  if (mentions.length === 0) return null
  return (
    <section>
      <SectionTitle>{t('erasure.mentions')}</SectionTitle>
      <p>{t('erasure.mentionsText')}</p>
      <ul className={classes.mentions} aria-label={t('erasure.mentions')}>
        {mentions.map((mention) => (
          <li key={mention.table}>
            <MentionsOf mention={mention} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function MentionsOf({ mention: { table, count, records } }: { mention: ErasureMention }) {
  const { t, format } = useText()
  const place: Place = table in places ? (table as Place) : 'other'
  return (
    <>
      {t(`erasure.places.${place}`, { formatted: format.number(count) })}
      {records.map((record) => (
        <span key={`${record.kind} ${record.id}`}>
          {' · '}
          <RecordLink record={record} />
        </span>
      ))}
      {records.length > 0 && count > records.length ? ' · …' : null}
    </>
  )
}
