// What came in, where it is, what waits to be mended, and the way back while there is one.
import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link, type LinkProps } from '@tanstack/react-router'
import { trpc } from '#renderer/lib/api.ts'
import { errorMessage } from '#renderer/lib/error-message.ts'
import { useText } from '#renderer/lib/language.ts'
import { LinkButton } from '#renderer/ui/link-button.tsx'
import { Notice } from '#renderer/ui/notice.tsx'
import { ScrollRegion } from '#renderer/ui/scroll-region.tsx'
import { SectionTitle } from '#renderer/ui/section-title.tsx'
import { StepBar } from '#renderer/ui/steps/step-bar.tsx'
import type { MergedKind, MergedKindCount, MergeResult } from '#shared/schemas/merge.ts'
import done from './done-step.module.css'
import { counted } from './merge-words.ts'
import classes from './report-step.module.css'
import { startOver } from './run-merge.ts'
import { UndoMerge } from './undo-merge.tsx'

export function DoneStep({ result }: { result: MergeResult }) {
  const { t, format } = useText()
  const { data: past } = useQuery(trpc.host.merge.past.queryOptions(undefined, { staleTime: 0 }))
  const standing = past?.find(({ id }) => id === result.id)?.standing
  const { data: counts } = useQuery(trpc.clashes.counts.queryOptions())
  // What was mended since waits no longer.
  const clashes = result.clashes.reduce((sum, { rule, count }) => {
    const open = counts?.find((known) => known.rule === rule)?.open ?? 0
    return sum + Math.min(count, open)
  }, 0)
  return (
    <>
      <ScrollRegion takesFocus className={classes.body} name={t('merge.steps.done')}>
        <div role="status">
          <p className={classes.summary}>{t('merge.done.title')}</p>
          <p>
            {t('merge.done.text', { ...counted(format, result.changes), fileName: result.fileName })}{' '}
            {result.conflicts > 0 ? conflictsInWords(result, t, format) : null}
          </p>
          <p className={classes.quiet}>
            {t('merge.done.backup')}{' '}
            <Link to="/backups" className="q-link">
              {t('backups.title')}
            </Link>
          </p>
        </div>
        {result.choicesFailure ? (
          <Notice tone="warn">
            {t('merge.done.choicesFailed', { reason: errorMessage(t, result.choicesFailure) })}
          </Notice>
        ) : null}
        {clashes > 0 ? (
          <Notice tone="warn" actions={<LinkButton to="/clashes">{t('merge.done.toClashes')}</LinkButton>}>
            {t('merge.done.clashes', counted(format, clashes))}
          </Notice>
        ) : null}
        <CameIn kinds={result.kinds} />
        <p className={classes.quiet}>{t('merge.done.tellThem')}</p>
      </ScrollRegion>
      <StepBar text={standing ? t(`merge.done.standing.${standing}`) : null}>
        {result.id !== null && standing === 'undoable' ? <UndoMerge id={result.id} /> : null}
        <Button variant="filled" onClick={startOver}>
          {t('merge.done.close')}
        </Button>
      </StepBar>
    </>
  )
}

type Words = ReturnType<typeof useText>

function conflictsInWords({ conflicts, chosen }: MergeResult, t: Words['t'], format: Words['format']): string {
  if (chosen === 0) return t('merge.done.lastCounts')
  return t('merge.done.conflicts', { ...counted(format, conflicts), chosen: format.number(chosen) })
}

/** Where what came in is to be found. */
const lists: Readonly<Partial<Record<MergedKind, NonNullable<LinkProps['to']>>>> = {
  product: '/products',
  party: '/customers',
  order: '/orders',
  category: '/categories',
  rate: '/rates',
  task: '/tasks',
  paper: '/papers',
  company: '/company',
  person: '/people',
  warehouse: '/warehouses',
  batch: '/batches',
  expected: '/expected',
  movement: '/products',
  template: '/papers/templates',
}

function CameIn({ kinds }: { kinds: readonly MergedKindCount[] }) {
  const { t, format } = useText()
  const shown = kinds.filter(({ newTheirs, changedTheirs, both }) => newTheirs + changedTheirs + both > 0)
  if (shown.length === 0) return null
  return (
    <section>
      <SectionTitle>{t('merge.done.cameIn')}</SectionTitle>
      <ul className={done.list}>
        {shown.map(({ kind, newTheirs, changedTheirs, both }) => {
          const to = lists[kind]
          const name = t(`merge.kinds.${kind}`)
          const counts = [
            ...(newTheirs > 0 ? [t('merge.done.new', counted(format, newTheirs))] : []),
            ...(changedTheirs + both > 0 ? [t('merge.done.changed', counted(format, changedTheirs + both))] : []),
          ]
          return (
            <li key={kind} className={done.row}>
              {to ? (
                <Link to={to} className="q-link">
                  {name}
                </Link>
              ) : (
                <span>{name}</span>
              )}
              <span className="q-quiet">{format.list(counts)}</span>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
