// What copies made together and somebody may want to mend, by kind. Nothing here blocks anything.
import { IconChecks } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { trpc } from '#renderer/lib/api.ts'
import { useText } from '#renderer/lib/language.ts'
import { EmptyState } from '#renderer/ui/empty-state.tsx'
import { Page } from '#renderer/ui/page.tsx'
import { QueryState } from '#renderer/ui/query-state.tsx'
import type { ClashCount } from '#shared/schemas/clashes.ts'
import { type ClashesAddress, type ClashState, readClashesAddress } from './clashes-address.ts'
import classes from './clashes-screen.module.css'
import { RulePanel } from './rule-panel.tsx'

export function ClashesScreen() {
  const { t, format } = useText()
  const query = useQuery(trpc.clashes.counts.queryOptions())
  const open = query.data?.reduce((sum, count) => sum + count.open, 0) ?? 0
  return (
    <Page
      title={t('clashes.title')}
      subtitle={open > 0 ? t('clashes.subtitle', { count: open, formatted: format.number(open) }) : t('clashes.about')}
      fills
    >
      <QueryState query={query}>
        {(counts) => (counts.length === 0 ? <NothingToMend /> : <ByKind counts={counts} />)}
      </QueryState>
    </Page>
  )
}

function NothingToMend() {
  const { t } = useText()
  return (
    <EmptyState icon={<IconChecks size={28} stroke={1.5} />} title={t('clashes.empty.title')}>
      {t('clashes.empty.text')}{' '}
      <Link to="/merge" className="q-link">
        {t('clashes.empty.merge')}
      </Link>
    </EmptyState>
  )
}

function ByKind({ counts }: { counts: readonly ClashCount[] }) {
  const { t } = useText()
  const navigate = useNavigate()
  const address = readClashesAddress(useSearch({ strict: false }) as Record<string, unknown>)
  // What was open is mended, or never was there: the first kind where something waits.
  const shown = counts.find(({ rule }) => rule === address.rule) ?? counts.find(({ open }) => open > 0) ?? counts[0]
  if (!shown) return null
  const state: ClashState = address.state ?? (shown.open > 0 ? 'open' : 'left')
  const go = (next: ClashesAddress) => void navigate({ to: '/clashes', search: next, replace: true })
  return (
    <div className={classes.split}>
      <nav className={classes.kinds} aria-label={t('clashes.kinds')}>
        <ul className={classes.list}>
          {counts.map((count) => (
            <KindItem key={count.rule} count={count} isShown={count === shown} />
          ))}
        </ul>
      </nav>
      <RulePanel
        key={`${shown.rule} ${state}`}
        count={shown}
        state={state}
        onState={(next) => go({ rule: shown.rule, state: next })}
      />
    </div>
  )
}

function KindItem({ count: { rule, open }, isShown }: { count: ClashCount; isShown: boolean }) {
  const { t, format } = useText()
  return (
    <li>
      <Link to="/clashes" search={{ rule }} replace className={classes.kind} aria-current={isShown || undefined}>
        <span>{t(`clashes.rules.${rule}.title`)}</span>
        <span className={classes.count}>{open > 0 ? format.number(open) : t('clashes.onlyLeft')}</span>
      </Link>
    </li>
  )
}
