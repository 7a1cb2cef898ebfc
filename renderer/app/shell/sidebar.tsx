// The seller's day in order. Counts stand only where something waits.
import { Menu } from '@mantine/core'
import { useDisclosure, useMediaQuery } from '@mantine/hooks'
import { Link, useLocation } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { useSaveCopy } from '#renderer/features/book-file/save-copy.ts'
import { WhoAmI } from '#renderer/features/people/who-am-i.tsx'
import { client } from '#renderer/lib/api.ts'
import { useBook } from '#renderer/lib/host-state.ts'
import { useText } from '#renderer/lib/language.ts'
import { nameIn } from '#renderer/lib/names.ts'
import { navigation } from '../navigation.ts'
import { PastItems } from './past-items.tsx'
import { PersonButton } from './person-button.tsx'
import classes from './sidebar.module.css'
import { SidebarGroup } from './sidebar-group.tsx'

export function Sidebar() {
  const { t } = useText()
  const isNarrow = useMediaQuery('(max-width: 1000px)') ?? false
  const [isAsking, who] = useDisclosure(false)
  return (
    <nav ref={useCurrentInView()} className={classes.side} aria-label={t('shell.navigation')}>
      <BookMenu onWho={who.open} />
      {navigation.map((group) => (
        <SidebarGroup key={group.label ?? 'top'} group={group} isNarrow={isNarrow} />
      ))}
      <PersonButton isNarrow={isNarrow} onClick={who.open} />
      {isAsking ? <WhoAmI onClose={who.close} /> : null}
    </nav>
  )
}

/** In a low window the sidebar is longer than the window: whoever opens a screen sees which one it is. */
function useCurrentInView() {
  const side = useRef<HTMLElement>(null)
  const pathname = useLocation({ select: (location) => location.pathname })
  // biome-ignore lint/correctness/useExhaustiveDependencies: another screen has another link
  useEffect(() => {
    side.current?.querySelector('[data-status="active"]')?.scrollIntoView({ block: 'nearest' })
  }, [pathname])
  return side
}

function SaveCopyItem() {
  const { t } = useText()
  const saveCopy = useSaveCopy()
  return <Menu.Item onClick={() => saveCopy.mutate(false)}>{t('bookFile.saveCopy')}</Menu.Item>
}

function BookMenu({ onWho }: { onWho: () => void }) {
  const { t, language } = useText()
  const book = useBook()
  return (
    <Menu position="bottom-start" width={260}>
      <Menu.Target>
        <button type="button" className={classes.book}>
          <span className={classes.mark} aria-hidden>
            Q
          </span>
          <span className={classes.bookText}>
            <span className={classes.bookName}>
              {nameIn(language, { name: book.companyName, nameZh: book.companyNameZh })}
            </span>
            <span className={classes.bookFile}>
              {book.fileName}
              {book.isSample ? ` · ${t('shell.book.sample')}` : ''}
            </span>
          </span>
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item component={Link} to="/company">
          {t('shell.nav.company')}
        </Menu.Item>
        {book.person ? (
          <Menu.Item onClick={onWho}>{t('people.who.menu', { name: nameIn(language, book.person) })}</Menu.Item>
        ) : null}
        <Menu.Divider />
        <PastItems />
        <SaveCopyItem />
        <Menu.Item onClick={() => client.host.closeBook.mutate()}>{t('shell.book.close')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
