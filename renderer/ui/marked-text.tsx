// A text in which what was searched for stands out: by weight and a line under it, not by colour alone.
import type { TextRange } from '#shared/schemas/search.ts'
import classes from './marked-text.module.css'

export function MarkedText({ text, marks }: { text: string; marks?: readonly TextRange[] | undefined }) {
  if (!marks || marks.length === 0) return text
  const parts = marks.flatMap(([from, to], index) => [
    text.slice(marks[index - 1]?.[1] ?? 0, from),
    <mark key={from} className={classes.mark}>
      {text.slice(from, to)}
    </mark>,
  ])
  return (
    <>
      {parts}
      {text.slice(marks.at(-1)?.[1])}
    </>
  )
}
