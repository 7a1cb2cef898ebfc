// What a paper lacks, each with the way to where it is mended. It never keeps a paper from being made.
import { Link } from '@tanstack/react-router'
import { useText } from '#renderer/lib/language.ts'
import { type RecordAddress, recordAddress } from '#renderer/lib/record-address.ts'
import { Notice } from '#renderer/ui/notice.tsx'
import type { PaperWarning, WarningCode } from '#shared/schemas/papers.ts'
import classes from './papers.module.css'

/** Links shown for one warning; the rest is told by the count. */
const mostLinks = 4

type PaperWarningsProps = { warnings: readonly PaperWarning[]; isSample?: boolean }

export function PaperWarnings({ warnings, isSample = false }: PaperWarningsProps) {
  const { t } = useText()
  if (isSample) return <Notice className={classes.sample}>{t('papers.sample')}</Notice>
  if (warnings.length === 0) return null
  return (
    <ul className={classes.warnings} aria-label={t('papers.warnings.title')}>
      {warnings.map((warning) => (
        <li key={warning.code}>
          <Warning warning={warning} />
        </li>
      ))}
    </ul>
  )
}

function Warning({ warning }: { warning: PaperWarning }) {
  const { t, format } = useText()
  const { code, count, names } = warning
  const links = linksOf(warning)
  const rest = count - links.length
  return (
    <>
      {t(`papers.warnings.${code}`, { count, formatted: format.number(count), currencies: format.list(names) })}{' '}
      {links.map(({ name, address }, index) => (
        <span key={`${address.to}/${address.params?.id ?? ''}`}>
          {index > 0 ? ', ' : ''}
          <Link {...(address as { to: '/' })} className="q-link">
            {name || t('papers.warnings.mend')}
          </Link>
        </span>
      ))}
      {links.length > 0 && rest > 0 ? ` ${t('papers.warnings.more', { formatted: format.number(rest) })}` : null}
    </>
  )
}

/** Warnings that no record is to blame for. */
const elsewhere: Partial<Record<WarningCode, string>> = {
  'no-company-name': '/company',
  'no-company-address': '/company',
  'no-bank-account': '/company',
  'other-bank-currency': '/company',
  'no-stamp': '/company',
  'no-rate': '/rates',
}

type MendingLink = { name: string; address: RecordAddress }

function linksOf({ code, records, names }: PaperWarning): MendingLink[] {
  const place = elsewhere[code]
  if (place !== undefined) return [{ name: '', address: { to: place } }]
  return records.slice(0, mostLinks).map((record, index) => ({
    name: names[index] ?? '',
    // A paper's party is who buys.
    address: recordAddress({ ...record, role: 'customer' }),
  }))
}
