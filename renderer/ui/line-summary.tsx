// The lines of a document where there is little room: two rows each, and the way to the rest.
import type { ReactNode } from 'react'
import classes from './line-summary.module.css'

const shownAtMost = 30

type SummaryLine = {
  id: number
  name: string
  /** At the end of the first row. */
  figure: string
  /** The second row, its parts in order; empty ones are left out. */
  details: readonly (string | undefined)[]
}

type LineSummaryProps<Line> = {
  lines: readonly Line[]
  summaryOf: (line: Line) => SummaryLine
  /** What leads to so many more lines. */
  more: (rest: number) => ReactNode
}

export function LineSummary<Line>({ lines, summaryOf, more }: LineSummaryProps<Line>) {
  const rest = lines.length - shownAtMost
  return (
    <>
      <ul className={classes.lines}>
        {lines.slice(0, shownAtMost).map((line) => {
          const { id, name, figure, details } = summaryOf(line)
          return (
            <li key={id}>
              <p className={classes.first}>
                <span className={classes.name}>{name}</span>
                <span>{figure}</span>
              </p>
              <p className={classes.details}>{details.filter(Boolean).join(' · ')}</p>
            </li>
          )
        })}
      </ul>
      {rest > 0 ? more(rest) : null}
    </>
  )
}
