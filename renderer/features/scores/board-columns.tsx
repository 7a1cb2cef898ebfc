// The columns of the score board: who, how they stand, and what was measured, each rate with how many cases it is of.
import { useMemo } from 'react'
import { type Spoken, useText } from '#renderer/lib/language.ts'
import { namesIn } from '#renderer/lib/names.ts'
import type { RowColumn } from '#renderer/ui/row-grid/row-grid.tsx'
import type { BoardRow, FigureName } from '#shared/schemas/scores.ts'
import { GradeBadge } from './grade-badge.tsx'
import { figureText, noDataText, scoreText } from './score-words.ts'
import classes from './scores.module.css'
import { SparkLine } from './spark-line.tsx'

type Columns = RowColumn<BoardRow>[]

const boardFigures = ['onTimeRate', 'inFullRate', 'otifRate', 'ppm', 'fillRate', 'leadTimeMean', 'spend'] as const

/** Behind all figures, whichever way it is sorted. */
const nothing = -1e15

export function useBoardColumns(currency: string): Columns {
  const text = useText()
  return useMemo(
    () => [...standing(text), ...boardFigures.map((name) => figureColumn(text, name, currency))],
    [text, currency],
  )
}

function standing(text: ReturnType<typeof useText>): Columns {
  const { t, format, language } = text
  return [
    {
      key: 'rank',
      label: t('scores.columns.rank'),
      text: ({ rank }) => format.number(rank),
      sortBy: ({ rank }) => rank ?? Number.MAX_SAFE_INTEGER,
      width: 52,
      isNumeric: true,
    },
    {
      key: 'supplier',
      label: t('scores.columns.supplier'),
      text: ({ name, nameZh }) => namesIn(language, name, nameZh).join(' '),
      width: 240,
      minWidth: 240,
      grows: true,
    },
    {
      key: 'score',
      label: t('scores.columns.score'),
      text: ({ score }) => scoreText(text, score) || t('scores.noData'),
      sortBy: ({ score }) => score ?? nothing,
      width: 80,
      isNumeric: true,
    },
    {
      key: 'grade',
      label: t('scores.columns.grade'),
      text: ({ grade }) => grade ?? t('scores.grades.none'),
      render: ({ grade }) => <GradeBadge grade={grade} />,
      width: 92,
    },
    {
      key: 'trend',
      label: t('scores.columns.trend'),
      text: ({ trend }) => scoreText(text, trend.at(-1) ?? null),
      render: ({ trend }) => <SparkLine trend={trend} />,
      width: 96,
    },
    {
      key: 'cases',
      label: t('scores.columns.cases'),
      text: ({ cases }) => format.number(cases),
      sortBy: ({ cases }) => cases,
      width: 60,
      isNumeric: true,
    },
  ]
}

function figureColumn(text: Spoken, name: FigureName, currency: string): RowColumn<BoardRow> {
  const { t, format } = text
  const said = (row: BoardRow) => figureText(text, { name, value: row[name], currency }) || noDataText(text, row, name)
  return {
    key: name,
    label: t(`scores.figures.${name}`),
    text: said,
    sortBy: (row) => (row[name] === null ? nothing : Number(row[name])),
    render: (row) =>
      row[name] === null ? (
        <span className="q-quiet" title={said(row)}>
          {said(row)}
        </span>
      ) : (
        <span title={row.n[name] === undefined ? undefined : t('scores.n', { n: format.number(row.n[name]) })}>
          {said(row)}
          {row.n[name] === undefined || name === 'spend' ? null : (
            <span className={classes.n}>{t('scores.n', { n: format.number(row.n[name]) })}</span>
          )}
        </span>
      ),
    width: name === 'spend' ? 140 : 124,
    isNumeric: true,
  }
}
