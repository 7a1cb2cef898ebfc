// Search, then hits, or the page that is open with the way to all others.
import { Button, TextInput } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import { useText } from '#renderer/lib/language.ts'
import classes from './help.module.css'
import { HelpPageText } from './help-page-text.tsx'
import { helpPages } from './help-pages.ts'
import type { HelpTexts } from './help-text.ts'
import { searchHelp } from './search-help.ts'

type HelpBodyProps = { texts: HelpTexts; page: string; screen: string; onPage: (page: string) => void }

/** `screen` is the page of the screen behind, to come back to. */
export function HelpBody({ texts, page, screen, onPage }: HelpBodyProps) {
  const { t } = useText()
  const [query, setQuery] = useState('')
  const [section, setSection] = useState<string | null>(null)
  const [isListed, setListed] = useState(false)
  const searchRef = useRef<HTMLInputElement>(null)
  useEffect(() => searchRef.current?.focus(), [])
  const open = (key: string, id: string | null = null) => {
    setQuery('')
    setListed(false)
    setSection(id)
    onPage(key)
  }
  const shown = texts.get(page)
  return (
    <div className={classes.body}>
      <div className={classes.find}>
        <TextInput
          ref={searchRef}
          aria-label={t('help.search')}
          placeholder={t('help.search')}
          leftSection={<IconSearch size={14} stroke={1.5} />}
          value={query}
          onChange={(event) => setQuery(event.currentTarget.value)}
        />
        <Button
          aria-expanded={isListed}
          onClick={() => {
            setQuery('')
            setListed(!isListed)
          }}
        >
          {t('help.contents')}
        </Button>
      </div>
      {query.trim() !== '' ? (
        <Hits texts={texts} query={query} onOpen={open} />
      ) : isListed || !shown ? (
        <Contents texts={texts} page={page} onOpen={open} />
      ) : (
        <>
          {page === screen ? null : (
            <button type="button" className={classes.link} onClick={() => open(screen)}>
              {t('help.open')}: {texts.get(screen)?.title}
            </button>
          )}
          <HelpPageText key={page} page={shown} section={section} onPage={open} />
        </>
      )}
    </div>
  )
}

type Open = (key: string, section?: string | null) => void

function Hits({ texts, query, onOpen }: { texts: HelpTexts; query: string; onOpen: Open }) {
  const { t } = useText()
  const hits = searchHelp(texts, query)
  return (
    <>
      <p className="q-quiet" role="status">
        {hits.length === 0 ? t('help.none', { text: query.trim() }) : t('help.found', { count: hits.length })}
      </p>
      <ul className={classes.hits}>
        {hits.map(({ page, pageTitle, section, snippet }) => (
          <li key={`${page} ${section.id}`}>
            <button type="button" className={classes.hit} onClick={() => onOpen(page, section.id)}>
              <strong>{section.title}</strong>
              {section.title === pageTitle ? null : <span className="q-quiet"> {pageTitle}</span>}
              <span className={classes.snippet}>{snippet}</span>
            </button>
          </li>
        ))}
      </ul>
    </>
  )
}

function Contents({ texts, page, onOpen }: { texts: HelpTexts; page: string; onOpen: Open }) {
  const { t } = useText()
  return (
    <nav aria-label={t('help.contents')}>
      <ul className={classes.hits}>
        {helpPages.map(({ key }) => (
          <li key={key}>
            <button
              type="button"
              className={classes.hit}
              aria-current={key === page ? 'page' : undefined}
              onClick={() => onOpen(key)}
            >
              {texts.get(key)?.title ?? key}
            </button>
          </li>
        ))}
      </ul>
    </nav>
  )
}
