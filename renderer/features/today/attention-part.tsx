// One thing that may need attention: its name, how much of it there is, the first rows, the way to all.
import type { ReactNode } from 'react'
import { useText } from '#renderer/lib/language.ts'
import classes from './today-screen.module.css'

type AttentionPartProps = {
  title: string
  count: number
  /** Said where there is nothing. */
  none: string
  /** Names of the columns of the rows. */
  columns: readonly string[]
  /** How many of the last columns are figures. */
  figures?: number
  links: ReactNode
  children: ReactNode
}

export function AttentionPart({ title, count, none, columns, figures = 0, links, children }: AttentionPartProps) {
  const { format } = useText()
  return (
    <section className={classes.part} aria-label={title}>
      <h2 className={classes.title}>
        {title}
        {count > 0 ? <span className={classes.count}>{format.number(count)}</span> : null}
      </h2>
      {count === 0 ? (
        <p className={classes.none}>{none}</p>
      ) : (
        <>
          <table className={classes.rows}>
            <thead>
              <tr>
                {columns.map((column, at) => (
                  <th key={column} scope="col" data-figure={at >= columns.length - figures || undefined}>
                    {column}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>{children}</tbody>
          </table>
          <p className={classes.links}>{links}</p>
        </>
      )}
    </section>
  )
}
