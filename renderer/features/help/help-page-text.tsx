// One page of help as text. Markdown only: no markup of a page's own gets through, and links lead to other pages.
import { type ReactNode, useEffect, useRef } from 'react'
import Markdown, { type Components } from 'react-markdown'
import { KeyHint } from '#renderer/ui/key-hint.tsx'
import classes from './help.module.css'
import { type HelpText, headingId } from './help-text.ts'

type HelpPageTextProps = { page: HelpText; section: string | null; onPage: (page: string) => void }

export function HelpPageText({ page, section, onPage }: HelpPageTextProps) {
  const text = useRef<HTMLElement>(null)
  useEffect(() => {
    const target = section && text.current?.querySelector(`#${CSS.escape(section)}`)
    if (target) target.scrollIntoView({ block: 'start' })
    else text.current?.parentElement?.scrollIntoView({ block: 'start' })
    // What was pressed to come here is gone: the keyboard goes on in the text.
    if (document.activeElement === document.body) text.current?.focus({ preventScroll: true })
  }, [section])
  return (
    <article className={classes.text} ref={text} tabIndex={-1} aria-label={page.title}>
      <Markdown components={componentsFor(onPage)} skipHtml>
        {page.markdown}
      </Markdown>
    </article>
  )
}

/** The drawer has a heading of its own, so a page's title is one below it. `code` is a key. */
function componentsFor(onPage: (page: string) => void): Components {
  return {
    h1: ({ children }) => <h3 id={idOf(children)}>{children}</h3>,
    h2: ({ children }) => <h4 id={idOf(children)}>{children}</h4>,
    h3: ({ children }) => <h5 id={idOf(children)}>{children}</h5>,
    code: ({ children }) => <KeyHint keys={String(children)} />,
    a: ({ href, children }) => (
      <button type="button" className={classes.link} onClick={() => onPage(String(href).replace(/\.md$/, ''))}>
        {children}
      </button>
    ),
  }
}

function idOf(children: ReactNode): string {
  return headingId(typeof children === 'string' ? children : '')
}
