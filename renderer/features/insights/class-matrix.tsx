// The matrix as a picture: value down, steadiness across. A cell's ground says what share it makes; it opens its products.
import { UnstyledButton, VisuallyHidden } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Fragment } from 'react'
import { trpc } from '#renderer/lib/api.ts'
import { useText } from '#renderer/lib/language.ts'
import type { CellFigure, ClassesResult } from '#shared/schemas/classes.ts'
import type { CellPolicyState, MatrixCellName } from '#shared/schemas/planning.ts'
import classes from './class-matrix.module.css'
import { limitInWords } from './class-words.ts'
import type { CellCounts, Limits } from './what-if-counts.ts'

type ClassMatrixProps = {
  result: ClassesResult
  /** Counts under the limits that are being tried, where some are. */
  tried: { counts: CellCounts; limits: Limits } | null
  cell: MatrixCellName | null
  onOpen: (cell: MatrixCellName | null) => void
}

export function ClassMatrix(props: ClassMatrixProps) {
  const { t, format } = useText()
  const { result, tried } = props
  const { data: policies } = useQuery(trpc.planning.policies.queryOptions())
  const [a, b] = tried ? [tried.limits.a, tried.limits.b] : result.question.thresholds
  const [x, y] = tried ? [tried.limits.x, tried.limits.y] : result.question.limits
  const limit = (value: number) => format.number(Number(value.toFixed(3)))
  const what = t(`insights.abc.of.${result.question.basis}`)
  const share = (value: number) => limitInWords({ t, format }, value)
  const columns = [
    { letter: 'X', name: t('classes.matrix.steady'), about: t('classes.matrix.cvUpTo', { limit: limit(x) }) },
    { letter: 'Y', name: t('classes.matrix.varying'), about: t('classes.matrix.cvUpTo', { limit: limit(y) }) },
    { letter: 'Z', name: t('classes.matrix.irregular'), about: t('classes.matrix.cvAbove', { limit: limit(y) }) },
  ] as const
  const rows = [
    { letter: 'A', about: t('classes.matrix.shareUpTo', { limit: share(a), what }) },
    { letter: 'B', about: t('classes.matrix.shareUpTo', { limit: share(b), what }) },
    { letter: 'C', about: t('classes.matrix.shareRest') },
  ] as const
  return (
    // biome-ignore lint/a11y/useSemanticElements: a picture of buttons is no fieldset
    <div className={classes.matrix} role="group" aria-label={t('classes.matrix.label')}>
      <span />
      {columns.map(({ letter, name, about }) => (
        <div key={letter} className={classes.column}>
          <span className={classes.letter}>{letter}</span> {name}
          <span className={classes.about}>{about}</span>
        </div>
      ))}
      {rows.map((row) => (
        <Fragment key={row.letter}>
          <div className={classes.row}>
            <span className={classes.letter} data-class={row.letter}>
              {row.letter}
            </span>
            <span className={classes.about}>{row.about}</span>
          </div>
          {columns.map(({ letter }) => (
            <Cell key={letter} {...props} name={`${row.letter}${letter}`} policies={policies ?? []} />
          ))}
        </Fragment>
      ))}
      <span />
      <Cell {...props} name="unclassified" policies={policies ?? []} />
    </div>
  )
}

type CellProps = ClassMatrixProps & { name: MatrixCellName; policies: readonly CellPolicyState[] }

function Cell({ result, tried, cell, onOpen, name, policies }: CellProps) {
  const { t, format } = useText()
  const figure = figureOf(result, name)
  const count = tried ? (tried.counts[name] ?? 0) : figure.items
  const change = tried ? count - figure.items : 0
  const policy = policies.find((one) => one.cell === name)?.policy
  const share = figure.share === null ? t('classes.matrix.noShare') : format.share(figure.share)
  const products = t('classes.matrix.products', { count, formatted: format.number(count) })
  const isAll = name === 'unclassified'
  const label = isAll ? t('classes.matrix.unclassified') : name
  const done = isAll ? t('classes.matrix.why') : policy ? t(`classes.policy.${policy}`) : ''
  const what = t(`insights.abc.of.${result.question.basis}`)
  return (
    <UnstyledButton
      className={classes.cell}
      data-wide={isAll || undefined}
      data-empty={count === 0 || undefined}
      aria-pressed={cell === name}
      onClick={() => onOpen(cell === name ? null : name)}
    >
      <span className={classes.ground} style={{ opacity: groundOf(figure.share) }} aria-hidden />
      <span className={classes.head}>
        <span className={classes.name}>{label}</span>
        <span className={classes.share}>
          {share}
          <VisuallyHidden> {t('classes.matrix.shareOf', { what })}</VisuallyHidden>
        </span>
      </span>
      <span className={classes.count} data-numeric>
        <span aria-hidden>{format.number(count)}</span>
        <VisuallyHidden>{products}</VisuallyHidden>
        {change === 0 ? null : (
          <span className={classes.change}>
            {t('classes.matrix.change', { sign: change > 0 ? '+' : '−', n: format.number(Math.abs(change)) })}
          </span>
        )}
      </span>
      <span className={classes.policy}>{done}</span>
    </UnstyledButton>
  )
}

function figureOf({ cells }: ClassesResult, name: MatrixCellName): CellFigure {
  return cells.find(({ cell }) => cell === name) ?? { cell: name, items: 0, share: null }
}

/** Words stay readable on the fullest ground. */
function groundOf(share: number | null): number {
  return share === null ? 0 : 0.06 + 0.94 * Math.sqrt(Math.max(0, share))
}

/** The counts of rows and columns beside the sliders. */
export function matrixCounts(result: ClassesResult): CellCounts {
  return Object.fromEntries(result.cells.map(({ cell, items }) => [cell, items]))
}
