// The records of a clash, the oldest first: which, who made it, when and in which copy.
import type { ReactNode } from 'react'
import { useText } from '#renderer/lib/language.ts'
import { nameIn } from '#renderer/lib/names.ts'
import { RecordLink } from '#renderer/ui/record-link.tsx'
import type { Clash, ClashRecord } from '#shared/schemas/clashes.ts'
import classes from './clash-records.module.css'

type ClashRecordsProps = {
  clash: Pick<Clash, 'records' | 'count'>
  /** False while the records are another copy's and have no page here. */
  isHere: boolean
  /** Beside a record, such as the button that keeps it. */
  actionOf?: (record: ClashRecord) => ReactNode
}

export function ClashRecords({ clash: { records, count }, isHere, actionOf }: ClashRecordsProps) {
  const { t, format } = useText()
  const more = count - records.length
  return (
    <>
      <ul className={classes.list}>
        {records.map((record) => (
          <li key={`${record.rowId} ${record.record?.kind ?? ''}`} className={classes.record}>
            <span className={classes.name}>
              <Name record={record} isHere={isHere} />
            </span>
            <span className={classes.who}>{madeInWords(record, { t, format })}</span>
            {actionOf?.(record)}
          </li>
        ))}
      </ul>
      {more > 0 ? (
        <p className="q-quiet">{t('clashes.more', { count: more, formatted: format.number(more) })}</p>
      ) : null}
    </>
  )
}

function Name({ record: { record, label, rowId }, isHere }: { record: ClashRecord; isHere: boolean }) {
  const { t, language } = useText()
  if (!record) return label || t('clashes.unnamed', { id: rowId })
  const name = [record.code, nameIn(language, record)].filter(Boolean).join(' · ')
  return (
    <>
      {isHere ? <RecordLink record={record} /> : name}
      {label ? <span className="q-quiet"> {label}</span> : null}
      {record.deleted ? <span className="q-quiet"> {t('clashes.deleted')}</span> : null}
    </>
  )
}

function madeInWords(
  { person, at, copy }: ClashRecord,
  { t, format }: Pick<ReturnType<typeof useText>, 't' | 'format'>,
) {
  if (at === null) return ''
  const who = person ? nameIn(format.language, person) : t('clashes.someone')
  return t(copy ? 'clashes.madeIn' : 'clashes.made', { who, at: format.instant(at), copy })
}
