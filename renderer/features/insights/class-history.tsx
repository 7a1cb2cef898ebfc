// A product's classes over the kept runs, the newest first: in the drawer, and as a panel of the product's page.
import { useQuery } from '@tanstack/react-query'
import { trpc } from '#renderer/lib/api.ts'
import { useText } from '#renderer/lib/language.ts'
import type { PanelProps } from '#renderer/lib/record-panels.ts'
import { EmptyState } from '#renderer/ui/empty-state.tsx'
import { LinkButton } from '#renderer/ui/link-button.tsx'
import { QueryState } from '#renderer/ui/query-state.tsx'
import { StatusBadge } from '#renderer/ui/status-badge.tsx'
import type { ProductClass } from '#shared/schemas/classes.ts'
import classes from './class-history.module.css'
import { classLetters, classValue, variationInWords } from './class-words.ts'

export function ClassHistoryPanel({ record }: PanelProps) {
  return <ClassHistory productId={record.id} />
}

export function ClassHistory({ productId }: { productId: number }) {
  const { t } = useText()
  const query = useQuery(trpc.classes.ofProduct.queryOptions({ productId }))
  return (
    <QueryState query={query}>
      {(runs) =>
        runs.length > 0 ? (
          <HistoryList runs={runs} />
        ) : (
          <EmptyState
            title={t('classes.history.empty')}
            actions={<LinkButton to="/classes">{t('classes.history.open')}</LinkButton>}
          />
        )
      }
    </QueryState>
  )
}

function HistoryList({ runs }: { runs: readonly ProductClass[] }) {
  const text = useText()
  const { t } = text
  return (
    <ol className={classes.list} aria-label={t('classes.history.label')}>
      {runs.map((run) => {
        const raw = classLetters(text, { abc: run.rawAbc, xyz: run.rawXyz })
        const held = classLetters(text, run)
        return (
          <li key={run.runId}>
            <p className={classes.head}>
              <StatusBadge tone="accent">{held}</StatusBadge>
              <span className={classes.day}>{run.madeOn}</span>
              <span className={classes.value}>{classValue(text, run.value, run.currency)}</span>
            </p>
            <p className="q-quiet">
              {[
                t(`insights.abc.basis.${run.basis}`),
                ...(run.isFiltered ? [t('classes.history.narrowed')] : []),
                t('classes.history.variation', { cv: variationInWords(text, run.cv) ?? t('common.noData') }),
                ...(raw === held ? [] : [t('classes.history.figures', { raw })]),
              ].join(' · ')}
            </p>
            <p className="q-quiet">
              {reasons(run)
                .map((reason) => t(`classes.reason.${reason}`))
                .join(' ')}
            </p>
          </li>
        )
      })}
    </ol>
  )
}

/** One sentence where both classes have the same reason. */
function reasons({ abcReason, xyzReason }: ProductClass) {
  return [...new Set([abcReason, xyzReason])].filter((reason) => reason !== null)
}
