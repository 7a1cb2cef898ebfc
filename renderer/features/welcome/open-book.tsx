// Opens a book in browser mode: folders to go through, and the books in each.

import { Button } from '@mantine/core'
import { IconBook2 } from '@tabler/icons-react'
import { errorMessage } from '#renderer/lib/error-message.ts'
import { useText } from '#renderer/lib/language.ts'
import { Notice } from '#renderer/ui/notice.tsx'
import { QueryState } from '#renderer/ui/query-state.tsx'
import type { FolderView } from '#shared/schemas/host.ts'
import { FolderList } from './folder-list.tsx'
import { useOpenBook } from './open-a-book.ts'
import { Choice } from './start-choices.tsx'
import { useFolder } from './use-folder.ts'
import classes from './welcome-screen.module.css'

export function OpenBook({ onBack }: { onBack: () => void }) {
  const { t } = useText()
  const { query, go } = useFolder()
  const opening = useOpenBook()
  return (
    <>
      <h1 className={classes.title}>{t('welcome.openScreen.title')}</h1>
      <p className={classes.text}>{t('welcome.openScreen.text')}</p>
      {opening.error ? (
        <Notice tone="bad" className={classes.notice}>
          {errorMessage(t, opening.error)}
        </Notice>
      ) : null}
      <QueryState query={query}>
        {(view) => (
          <>
            <FolderList view={view} onGo={go} />
            <Books
              books={view.books}
              isBusy={opening.isPending}
              onOpen={(token) => opening.mutate({ by: 'token', token })}
            />
          </>
        )}
      </QueryState>
      <div className={classes.actions}>
        <Button onClick={onBack}>{t('welcome.new.back')}</Button>
      </div>
    </>
  )
}

type BooksProps = { books: FolderView['books']; isBusy: boolean; onOpen: (token: string) => void }

function Books({ books, isBusy, onOpen }: BooksProps) {
  const { t, format } = useText()
  return (
    <>
      <h2 className={classes.section}>{t('welcome.folder.books')}</h2>
      {books.length === 0 ? <p>{t('welcome.openScreen.none')}</p> : null}
      {books.length > 0 ? (
        <ul className={classes.choices}>
          {books.map(({ token, name, size, changedAt }) => (
            <Choice
              key={token}
              icon={<IconBook2 size={20} stroke={1.5} aria-hidden />}
              title={name}
              text={t('welcome.openScreen.changed', { size: format.fileSize(size), at: format.instant(changedAt) })}
              isBusy={isBusy}
              onClick={() => onOpen(token)}
            />
          ))}
        </ul>
      ) : null}
    </>
  )
}
