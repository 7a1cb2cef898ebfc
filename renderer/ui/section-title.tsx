// The title of a part of a screen: one level below what it stands in, a page (1) or a drawer (2).
import { createContext, type ReactNode, use } from 'react'
import classes from './section-title.module.css'

export const HeadingLevel = createContext<2 | 3>(2)

export function SectionTitle({ children }: { children: ReactNode }) {
  const Heading = use(HeadingLevel) === 2 ? 'h2' : 'h3'
  return <Heading className={classes.title}>{children}</Heading>
}
