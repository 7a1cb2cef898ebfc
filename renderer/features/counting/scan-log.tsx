// What became of the last codes, the newest on top: what was counted, and what nobody knows.

import { wholeMessage } from '#renderer/lib/error-message.ts'
import { useText } from '#renderer/lib/language.ts'
import { nameIn } from '#renderer/lib/names.ts'
import { quantityText } from '#renderer/lib/unit-text.ts'
import { StatusBadge } from '#renderer/ui/status-badge.tsx'
import classes from './counting.module.css'
import type { ScanEntry } from './use-scanner.ts'

export function ScanLog({ entries }: { entries: readonly ScanEntry[] }) {
  const { t } = useText()
  return (
    <ol className={classes.log} aria-label={t('counting.scan.log')} aria-live="polite">
      {entries.map((entry) => (
        <li key={entry.key}>
          <Entry entry={entry} />
        </li>
      ))}
    </ol>
  )
}

function Entry({ entry }: { entry: ScanEntry }) {
  const { t, format, language } = useText()
  if ('error' in entry) {
    return (
      <>
        <StatusBadge tone="bad">{t('counting.scan.refused')}</StatusBadge> <code>{entry.code}</code>{' '}
        <span>{wholeMessage(t, entry.error)}</span>
      </>
    )
  }
  const { scanned } = entry
  if (scanned.status === 'unknown') {
    return (
      <>
        <StatusBadge tone="bad">{t('counting.scan.unknown')}</StatusBadge> <code>{scanned.code}</code>{' '}
        <span>{t('counting.scan.unknownText')}</span>
      </>
    )
  }
  if (scanned.status === 'bin') return <span>{t('counting.scan.binNow', { bin: scanned.code })}</span>
  const { line } = scanned
  const where = [line.batch, line.bin].filter(Boolean).join(' · ')
  return (
    <>
      <strong>{line.sku}</strong>{' '}
      <span className="q-quiet">{[nameIn(language, line), where].filter(Boolean).join(' · ')}</span>{' '}
      {scanned.status === 'twice' ? (
        <StatusBadge tone="warn">{t('counting.scan.twice')}</StatusBadge>
      ) : (
        <>
          <span>+{format.number(entry.quantity)}</span> →{' '}
          <strong>{quantityText(format, line.counted ?? 0, line.unit)}</strong>
          {scanned.isNew ? (
            <>
              {' '}
              <StatusBadge tone="accent">{t('counting.scan.isNew')}</StatusBadge>
            </>
          ) : null}
        </>
      )}
    </>
  )
}
