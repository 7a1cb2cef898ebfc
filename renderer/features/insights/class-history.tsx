// A product's classes over the kept runs, the newest first: in the drawer, and as a panel of the product's page.
import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { trpc } from '#renderer/lib/api.ts'
import { useText } from '#renderer/lib/language.ts'
import type { PanelProps } from '#renderer/lib/record-panels.ts'
import { EmptyState } from '#renderer/ui/empty-state.tsx'
import table from '#renderer/ui/plain-table.module.css'
import { QueryState } from '#renderer/ui/query-state.tsx'
import type { ProductClass } from '#shared/schemas/classes.ts'
import { classLetters, classValue } from './class-words.ts'

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
          <HistoryTable runs={runs} />
        ) : (
          <EmptyState
            title={t('classes.history.empty')}
            actions={
              <Button component={Link} to="/classes">
                {t('classes.history.open')}
              </Button>
            }
          />
        )
      }
    </QueryState>
  )
}

function HistoryTable({ runs }: { runs: readonly ProductClass[] }) {
  const text = useText()
  const { t } = text
  return (
    <table className={table.table} aria-label={t('classes.history.label')}>
      <thead>
        <tr>
          <th scope="col">{t('classes.history.run')}</th>
          <th scope="col">{t('classes.history.basis')}</th>
          <th scope="col">{t('classes.history.class')}</th>
          <th scope="col">{t('classes.history.figures')}</th>
          <th scope="col" data-numeric>
            {t('classes.history.value')}
          </th>
          <th scope="col">{t('classes.history.why')}</th>
        </tr>
      </thead>
      <tbody>
        {runs.map((run) => (
          <tr key={run.runId}>
            <td>{run.madeOn}</td>
            <td>
              {t(`insights.abc.basis.${run.basis}`)}
              {run.isFiltered ? <span className="q-quiet"> {t('classes.history.narrowed')}</span> : null}
            </td>
            <td>{classLetters(text, run)}</td>
            <td className="q-quiet">{classLetters(text, { abc: run.rawAbc, xyz: run.rawXyz })}</td>
            <td data-numeric>{classValue(text, run.value, run.currency)}</td>
            <td className="q-quiet">
              {reasons(run)
                .map((reason) => t(`classes.reason.${reason}`))
                .join(' ')}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** One sentence where both classes have the same reason. */
function reasons({ abcReason, xyzReason }: ProductClass) {
  return [...new Set([abcReason, xyzReason])].filter((reason) => reason !== null)
}
