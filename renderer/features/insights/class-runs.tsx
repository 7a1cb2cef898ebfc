// The kept runs, the newest first; two of them are compared below: who moved, from where to where, and why.
import { Radio } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { trpc } from '#renderer/lib/api.ts'
import { useText } from '#renderer/lib/language.ts'
import { EmptyState } from '#renderer/ui/empty-state.tsx'
import table from '#renderer/ui/plain-table.module.css'
import { QueryState } from '#renderer/ui/query-state.tsx'
import type { ClassRun } from '#shared/schemas/classes.ts'
import { limitInWords } from './class-words.ts'
import classes from './classes-screen.module.css'
import { RunsCompared } from './runs-compared.tsx'
import type { ClassesState } from './use-classes-question.ts'

export function ClassRuns({ state }: { state: ClassesState }) {
  const { t } = useText()
  const query = useQuery(trpc.classes.runs.queryOptions())
  return (
    <div className={classes.panel}>
      <QueryState query={query}>
        {(runs) =>
          runs.length === 0 ? (
            <EmptyState title={t('classes.runs.empty')}>{t('classes.runs.emptyText')}</EmptyState>
          ) : (
            <Runs state={state} runs={runs} />
          )
        }
      </QueryState>
    </div>
  )
}

function Runs({ state: { address, change }, runs }: { state: ClassesState; runs: readonly ClassRun[] }) {
  const { t } = useText()
  const known = (id: number | undefined) => runs.find((run) => run.id === id)
  const second = known(address.second) ?? runs[0]
  const first = known(address.first) ?? runs[1]
  return (
    <>
      <table className={table.table} aria-label={t('classes.runs.label')}>
        <thead>
          <tr>
            {runs.length > 1 ? (
              <>
                <th scope="col">{t('classes.runs.first')}</th>
                <th scope="col">{t('classes.runs.second')}</th>
              </>
            ) : null}
            <th scope="col">{t('classes.runs.made')}</th>
            <th scope="col">{t('classes.runs.by')}</th>
            <th scope="col">{t('classes.runs.basis')}</th>
            <th scope="col">{t('classes.runs.window')}</th>
            <th scope="col">{t('classes.runs.limits')}</th>
            <th scope="col" data-numeric>
              {t('classes.runs.products')}
            </th>
            <th scope="col" data-numeric>
              {t('classes.runs.moved')}
            </th>
            <th scope="col">{t('classes.runs.note')}</th>
          </tr>
        </thead>
        <tbody>
          {runs.map((run) => (
            <tr key={run.id}>
              {runs.length > 1 ? (
                <>
                  <td>
                    <Radio
                      size="xs"
                      name="first-run"
                      aria-label={t('classes.runs.pickFirst', { day: run.madeOn })}
                      checked={run.id === first?.id}
                      onChange={() => change({ first: run.id })}
                    />
                  </td>
                  <td>
                    <Radio
                      size="xs"
                      name="second-run"
                      aria-label={t('classes.runs.pickSecond', { day: run.madeOn })}
                      checked={run.id === second?.id}
                      onChange={() => change({ second: run.id })}
                    />
                  </td>
                </>
              ) : null}
              <RunCells run={run} />
            </tr>
          ))}
        </tbody>
      </table>
      {first && second ? <RunsCompared first={first} second={second} /> : null}
    </>
  )
}

function RunCells({ run }: { run: ClassRun }) {
  const text = useText()
  const { t, format } = text
  const { basis, from, to, thresholds, limits, filter } = run.question
  return (
    <>
      <td>{run.madeOn}</td>
      <td>{run.madeBy}</td>
      <td>
        {t(`insights.abc.basis.${basis}`)}{' '}
        <span className="q-quiet">{filter ? t('classes.runs.narrowed') : t('classes.runs.everything')}</span>
      </td>
      <td>{`${from} – ${to}`}</td>
      <td>
        {[...thresholds.map((limit) => limitInWords(text, limit)), ...limits.map((limit) => format.number(limit))].join(
          ' · ',
        )}
      </td>
      <td data-numeric>{format.number(run.products)}</td>
      <td data-numeric>{format.number(run.moved)}</td>
      <td>{run.note}</td>
    </>
  )
}
