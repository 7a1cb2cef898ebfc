// A record by its name, as a link to where it is opened; crossed out where it was deleted.
import { Link } from '@tanstack/react-router'
import { useText } from '#renderer/lib/language.ts'
import { nameIn } from '#renderer/lib/names.ts'
import { recordAddress } from '#renderer/lib/record-address.ts'
import type { RecordTitle } from '#shared/schemas/records.ts'

export function RecordLink({ record, className }: { record: RecordTitle; className?: string }) {
  const { language } = useText()
  const name = nameIn(language, record)
  const shown = [record.code, name].filter(Boolean).join(' · ')
  if (record.deleted) return <s className={className}>{shown}</s>
  return (
    <Link {...(recordAddress(record) as { to: '/' })} className={className ?? 'q-link'}>
      {shown}
    </Link>
  )
}
