// One of the things that Quayside saw: its name, what it comes to, and the rows.
import type { ReactNode } from 'react'
import classes from './saw-screen.module.css'

export function SawSection({ title, text, children }: { title: string; text?: ReactNode; children?: ReactNode }) {
  return (
    <section className={classes.section}>
      <h2 className={classes.title}>{title}</h2>
      {text ? <p className={classes.text}>{text}</p> : null}
      {children}
    </section>
  )
}
