// A computed figure that explains itself: its formula, what went in, the rows behind it, the date.
import { Popover } from '@mantine/core'
import type { ReactNode } from 'react'
import { type Fact, Facts } from './facts.tsx'
import classes from './formula-card.module.css'

export type Formula = {
  title: string
  /** The formula in words and signs, such as `value before / total`. */
  formula: string
  inputs: readonly Fact[]
  /** The rows that the inputs come from. */
  rows?: ReactNode
  /** When it was computed, or of which day it is, as a sentence. */
  footnote?: string
}

/** The content, for a drawer or a page of its own. */
export function FormulaCard({ title, formula, inputs, rows, footnote }: Formula) {
  return (
    <section className={classes.card}>
      <h2 className={classes.title}>{title}</h2>
      <p className={classes.formula}>{formula}</p>
      <Facts facts={inputs} />
      {rows ? <div className={classes.rows}>{rows}</div> : null}
      {footnote ? <p className={classes.footnote}>{footnote}</p> : null}
    </section>
  )
}

/** The figure in a line of text or a table: a dotted underline, the card on click. */
export function ExplainedFigure({ children, label, ...formula }: Formula & { children: ReactNode; label?: string }) {
  return (
    <Popover width={360} withArrow={false} trapFocus returnFocus>
      <Popover.Target>
        <button type="button" className="q-explains" aria-label={label}>
          {children}
        </button>
      </Popover.Target>
      <Popover.Dropdown>
        <FormulaCard {...formula} />
      </Popover.Dropdown>
    </Popover>
  )
}
