// The kept versions of a document: when and why each was kept, what changed in it, and the way to print it as it was.
import { Select } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { trpc } from '#renderer/lib/api.ts'
import { useText } from '#renderer/lib/language.ts'
import type { PanelProps } from '#renderer/lib/record-panels.ts'
import { LinkButton } from '#renderer/ui/link-button.tsx'
import { QueryState } from '#renderer/ui/query-state.tsx'
import { SectionTitle } from '#renderer/ui/section-title.tsx'
import { StatusBadge } from '#renderer/ui/status-badge.tsx'
import type { RecordRef } from '#shared/schemas/records.ts'
import type { KeptVersion } from '#shared/schemas/versions.ts'
import { Difference } from './version-diff.tsx'
import classes from './versions.module.css'

export function VersionsPanel({ record }: PanelProps) {
  const { t } = useText()
  const query = useQuery(trpc.versions.ofRecord.queryOptions(record))
  return (
    <QueryState query={query}>
      {(versions) =>
        versions.length === 0 ? (
          <p className="q-quiet">{t('versions.empty')}</p>
        ) : (
          <Versions record={record} versions={versions} />
        )
      }
    </QueryState>
  )
}

function Versions({ record, versions }: { record: RecordRef; versions: readonly KeptVersion[] }) {
  const { t } = useText()
  const [chosenId, choose] = useState<number | null>(null)
  const chosen = versions.find((version) => version.id === chosenId) ?? versions[0]
  if (!chosen) return null
  return (
    <>
      <ol className={classes.list} aria-label={t('versions.list')}>
        {versions.map((version) => (
          <li key={version.id}>
            <VersionButton version={version} isChosen={version === chosen} onChoose={() => choose(version.id)} />
          </li>
        ))}
      </ol>
      <Changes key={chosen.id} versions={versions} chosen={chosen} />
      <LinkButton to="/papers/new" search={printSearch(record, chosen.id) as never} className={classes.print}>
        {t('versions.print')}
      </LinkButton>
    </>
  )
}

/** The paper that a version is printed as until another kind is chosen there. */
function printSearch(record: RecordRef, version: number) {
  return { kind: 'order_confirmation', record: `${record.kind}:${record.id}`, version }
}

type VersionButtonProps = { version: KeptVersion; isChosen: boolean; onChoose: () => void }

function VersionButton({ version, isChosen, onChoose }: VersionButtonProps) {
  const { t, format } = useText()
  const who = t('versions.by', {
    time: format.instant(version.at),
    person: version.person ?? t('history.unknownPerson'),
  })
  return (
    <button type="button" className={classes.version} aria-pressed={isChosen} onClick={onChoose}>
      <span>
        <strong>{t('versions.version', { version: version.version })}</strong> {t(`versions.causes.${version.cause}`)}{' '}
        {version.isCurrent ? <StatusBadge tone="outline">{t('versions.current')}</StatusBadge> : null}
      </span>
      <span className={classes.who}>
        {who}
        {version.copy ? ` · ${t('versions.copy', { letters: version.copy })}` : ''}
      </span>
    </button>
  )
}

const now = 'now'

/** Against the version before it, unless another one, or the document as it stands, is chosen. */
function Changes({ versions, chosen }: { versions: readonly KeptVersion[]; chosen: KeptVersion }) {
  const { t } = useText()
  const at = versions.indexOf(chosen)
  const before = versions[at + 1]
  const [other, setOther] = useState(before ? String(before.id) : now)
  const choices = [
    ...(chosen.isCurrent ? [] : [{ value: now, label: t('versions.now') }]),
    ...versions
      .filter((version) => version !== chosen)
      .map((version) => ({ value: String(version.id), label: nameOf(t, version) })),
  ]
  if (choices.length === 0) return <p className="q-quiet">{t('versions.first')}</p>
  const compared = versions.findIndex((version) => String(version.id) === other)
  const isLater = other === now || compared < at
  const from = isLater ? chosen.id : Number(other)
  const to = isLater ? (other === now ? null : Number(other)) : chosen.id
  return (
    <section className={classes.changes}>
      <SectionTitle>{t('versions.compare')}</SectionTitle>
      <Select
        label={t('versions.compareWith')}
        data={choices}
        value={other}
        onChange={(value) => setOther(value ?? now)}
        allowDeselect={false}
      />
      <Difference from={from} to={to} />
    </section>
  )
}

function nameOf(t: ReturnType<typeof useText>['t'], { version, cause, copy }: KeptVersion): string {
  const name = `${t('versions.version', { version })} · ${t(`versions.causes.${cause}`)}`
  return copy ? `${name} · ${t('versions.copy', { letters: copy })}` : name
}
