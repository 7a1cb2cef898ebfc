// The seller's day in order. Counts stand only where something waits.
import { Menu, Tooltip } from '@mantine/core'
import { useDisclosure, useMediaQuery } from '@mantine/hooks'
import { Link } from '@tanstack/react-router'
import { useSaveCopy } from '#renderer/features/book-file/save-copy.ts'
import { WhoAmI } from '#renderer/features/people/who-am-i.tsx'
import { client } from '#renderer/lib/api.ts'
import { useBook } from '#renderer/lib/host-state.ts'
import { useText } from '#renderer/lib/language.ts'
import { nameIn } from '#renderer/lib/names.ts'
import { type NavItem, navigation } from '../navigation.ts'
import { PastItems } from './past-items.tsx'
import { PersonButton } from './person-button.tsx'
import classes from './shell.module.css'
import { WaitingCount } from './waiting-count.tsx'

export function Sidebar() {
  const { t } = useText()
  const isNarrow = useMediaQuery('(max-width: 1000px)') ?? false
  const [isAsking, who] = useDisclosure(false)
  return (
    <nav className={classes.side} aria-label={t('shell.navigation')}>
      <BookMenu onWho={who.open} />
      {navigation.map((group) => (
        <div key={group.label ?? 'top'}>
          {group.label ? <h2 className={classes.group}>{t(`shell.groups.${group.label}`)}</h2> : null}
          <ul className={classes.list}>
            {group.items.map((item) => (
              <li key={item.to}>
                <SidebarLink item={item} isNarrow={isNarrow} />
              </li>
            ))}
          </ul>
        </div>
      ))}
      <PersonButton isNarrow={isNarrow} onClick={who.open} />
      {isAsking ? <WhoAmI onClose={who.close} /> : null}
    </nav>
  )
}

function SidebarLink({ item, isNarrow }: { item: NavItem; isNarrow: boolean }) {
  const { t } = useText()
  const label = t(`shell.nav.${item.label}`)
  return (
    <Tooltip label={label} position="right" disabled={!isNarrow} openDelay={0}>
      <Link to={item.to} className={classes.item} activeOptions={{ exact: isExact(item), includeSearch: false }}>
        <item.icon size={16} stroke={1.6} aria-hidden />
        <span className={classes.label}>{label}</span>
        <WaitingCount screen={item.label} />
      </Link>
    </Tooltip>
  )
}

/** Of an item that others stand below (stock, its documents), only its own screen shows as the current one. */
function isExact({ to }: NavItem): boolean {
  return navigation.some(({ items }) => items.some((other) => other.to !== to && other.to.startsWith(to)))
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
