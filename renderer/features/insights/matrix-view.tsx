// The matrix beside its what-if, and below it the products of the cell that is open, or all.

import { Button } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { useEffect, useMemo, useState } from 'react'
import { useText } from '#renderer/lib/language.ts'
import { Notice } from '#renderer/ui/notice.tsx'
import report from '#renderer/ui/report.module.css'
import { RowGrid } from '#renderer/ui/row-grid/row-grid.tsx'
import type { ClassesResult, ClassItem } from '#shared/schemas/classes.ts'
import { leftOutInWords } from './abc-words.ts'
import { useClassColumns } from './class-columns.tsx'
import { ClassDrawer } from './class-drawer.tsx'
import { ClassMatrix, matrixCounts } from './class-matrix.tsx'
import { ClassesEmpty } from './classes-empty.tsx'
import classes from './classes-screen.module.css'
import { lastDayOfMonth } from './last-day-of-month.ts'
import type { ClassesState } from './use-classes-question.ts'
import { WhatIf } from './what-if.tsx'
import { countCells, type Limits } from './what-if-counts.ts'

export function MatrixView({ state, result }: { state: ClassesState; result: ClassesResult }) {
  const { address, question, change } = state
  const [tried, setTried] = useState<Limits | null>(null)
  // What the book answered is no trial any more.
  // biome-ignore lint/correctness/useExhaustiveDependencies: every answer ends the trial
  useEffect(() => setTried(null), [result])
  const trial = useMemo(
    () => (tried === null ? null : { limits: tried, counts: countCells(result.items, tried) }),
    [tried, result],
  )
  if (result.items.length === 0) return <ClassesEmpty state={state} result={result} />
  return (
    <div className={report.split}>
      <div className={report.main}>
        <Hints state={state} result={result} />
        <div className={classes.picture}>
          <ClassMatrix
            result={result}
            tried={trial}
            cell={address.cell ?? null}
            onOpen={(cell) => change({ cell: cell ?? undefined, id: undefined })}
          />
          <WhatIf state={state} result={result} counts={trial?.counts ?? matrixCounts(result)} onTry={setTried} />
        </div>
        <ClassGrid state={state} result={result} />
      </div>
      {address.id === undefined ? null : (
        <ClassDrawer productId={address.id} question={question} onClose={() => change({ id: undefined })} />
      )}
    </div>
  )
}

/** What the figures leave out, and a window in which nothing was sold. */
function Hints({ state, result }: { state: ClassesState; result: ClassesResult }) {
  const { t, format } = useText()
  const { lastSoldOn, question } = result
  const isPast = lastSoldOn !== null && lastSoldOn < question.from
  const hints = [
    ...(isPast ? [t('classes.noSales', { day: lastSoldOn })] : []),
    ...(result.valuesDoNotDiffer ? [t('insights.abc.allAlike')] : []),
    ...leftOutInWords(t, format, result),
  ]
  if (hints.length === 0) return null
  return (
    <Notice
      className={classes.hints}
      actions={
        isPast ? (
          <Button size="compact-xs" onClick={() => state.change({ on: lastDayOfMonth(lastSoldOn) })}>
            {t('classes.empty.lastSales', { day: lastDayOfMonth(lastSoldOn) })}
          </Button>
        ) : undefined
      }
    >
      {hints.join(' · ')}
    </Notice>
  )
}

function ClassGrid({ state: { address, change }, result }: { state: ClassesState; result: ClassesResult }) {
  const { t, format } = useText()
  const columns = useClassColumns(result)
  const { cell } = address
  const rows = useMemo(
    () => (cell === undefined ? result.items : result.items.filter((item) => cellOf(item) === cell)),
    [result, cell],
  )
  const said = t('classes.matrix.products', { count: rows.length, formatted: format.number(rows.length) })
  const name =
    cell === undefined ? t('classes.matrix.all') : cell === 'unclassified' ? t('classes.matrix.unclassified') : cell
  return (
    <>
      <div className={classes.chosen}>
        <strong>{name}</strong>
        <span className="q-quiet">{said}</span>
        {cell === undefined ? null : (
          <Button
            size="compact-xs"
            variant="subtle"
            leftSection={<IconX size={12} stroke={1.5} />}
            onClick={() => change({ cell: undefined, id: undefined })}
          >
            {t('classes.matrix.all')}
          </Button>
        )}
      </div>
      <div className={report.grid}>
        <RowGrid
          label={t('classes.table')}
          rows={rows}
          columns={columns}
          idOf={idOf}
          openId={address.id === undefined ? null : String(address.id)}
          onOpen={({ productId }) => change({ id: productId })}
        />
      </div>
    </>
  )
}

function cellOf({ abc, xyz }: ClassItem) {
  return abc === null || xyz === null ? 'unclassified' : (`${abc}${xyz}` as const)
}

function idOf({ productId }: ClassItem): string {
  return String(productId)
}
