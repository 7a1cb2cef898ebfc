// The books that were open before: opened by a click, pinned, taken off the list, or found again where they are now.
import { ActionIcon, Menu } from '@mantine/core'
import { IconBook2, IconDots, IconPinFilled } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { client, queryClient, trpc } from '#renderer/lib/api.ts'
import { useText } from '#renderer/lib/language.ts'
import { sayError } from '#renderer/ui/say-error.ts'
import type { RecentBook } from '#shared/schemas/host.ts'
import { Choice } from './choice.tsx'
import classes from './welcome-screen.module.css'

type RecentBooksProps = {
  books: readonly RecentBook[]
  isBusy: boolean
  onOpen: (token: string) => void
  onFind: (book: RecentBook) => void
}

export function RecentBooks({ books, isBusy, onOpen, onFind }: RecentBooksProps) {
  const { t, format } = useText()
  if (books.length === 0) return null
  const detail = ({ fileName, folder, exists, openedAt }: RecentBook) => {
    if (!exists) return `${fileName} · ${t('welcome.start.gone')}`
    return [fileName, folder, ...(openedAt > 0 ? [format.instant(openedAt)] : [])].join(' · ')
  }
  return (
    <>
      <h2 className={classes.section}>{t('welcome.start.recent')}</h2>
      <ul className={classes.choices}>
        {books.map((book) => (
          <Choice
            key={book.token}
            icon={book.isPinned ? <IconPinFilled {...look} /> : <IconBook2 {...look} />}
            title={book.companyName}
            text={detail(book)}
            isBusy={isBusy}
            onClick={() => (book.exists ? onOpen(book.token) : onFind(book))}
            end={<BookMenu book={book} onFind={onFind} />}
          />
        ))}
      </ul>
    </>
  )
}

const look = { size: 20, stroke: 1.5, 'aria-hidden': true } as const

function BookMenu({ book, onFind }: { book: RecentBook; onFind: (book: RecentBook) => void }) {
  const { t } = useText()
  const { token, isPinned, companyName } = book
  const change = useMutation({
    mutationFn: (act: 'forget' | 'pin') =>
      act === 'forget'
        ? client.host.books.forget.mutate({ token })
        : client.host.books.pin.mutate({ token, isPinned: !isPinned }),
    onError: (error) => sayError(t, error),
    onSettled: () => queryClient.invalidateQueries(trpc.host.state.queryFilter()),
  })
  return (
    <Menu>
      <Menu.Target>
        <ActionIcon aria-label={t('welcome.recent.menu', { name: companyName })}>
          <IconDots size={16} stroke={1.5} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => change.mutate('pin')}>
          {t(isPinned ? 'welcome.recent.unpin' : 'welcome.recent.pin')}
        </Menu.Item>
        <Menu.Item onClick={() => onFind(book)}>{t('welcome.recent.find')}</Menu.Item>
        <Menu.Item onClick={() => change.mutate('forget')}>{t('welcome.recent.forget')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
