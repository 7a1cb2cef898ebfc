// What differs between a version and another one, by field and by line.
import { useQuery } from '@tanstack/react-query'
import { trpc } from '#renderer/lib/api.ts'
import { useText } from '#renderer/lib/language.ts'
import { QueryState } from '#renderer/ui/query-state.tsx'
import { StatusBadge } from '#renderer/ui/status-badge.tsx'
import type { VersionDiff } from '#shared/schemas/versions.ts'
import { changedLines, type DiffLine, wholeLines } from './diff-lines.ts'
import classes from './versions.module.css'

/** From the earlier to the later one; `to` null is the document as it stands. */
export function Difference({ from, to }: { from: number; to: number | null }) {
  const query = useQuery(trpc.versions.diff.queryOptions({ from, to }))
  return <QueryState query={query}>{(diff) => <DifferenceText diff={diff} />}</QueryState>
}

function DifferenceText({ diff: { fields, lines, currency } }: { diff: VersionDiff }) {
  const { t, format } = useText()
  const words = { t, format, currency }
  if (fields.length + lines.length === 0) return <p className="q-quiet">{t('versions.same')}</p>
  return (
    <div className={classes.diff}>
      <Lines lines={changedLines(fields, words)} />
      {lines.map(({ what, id, label, changes }) => (
        <section key={id} className={classes.line}>
          <p className={classes.lineName}>
            {label || t('versions.noLabel')} <StatusBadge tone={tones[what]}>{t(`versions.${what}`)}</StatusBadge>
          </p>
          <Lines lines={what === 'changed' ? changedLines(changes, words) : wholeLines(changes, words)} />
        </section>
      ))}
    </div>
  )
}

const tones = { added: 'good', removed: 'bad', changed: 'outline' } as const

function Lines({ lines }: { lines: readonly DiffLine[] }) {
  return (
    <dl className={classes.fields}>
      {lines.map(({ key, label, text }) => (
        <div key={key}>
          <dt>{label}</dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
  )
}
