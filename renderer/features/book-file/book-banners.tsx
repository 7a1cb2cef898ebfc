// How the book is open, where that is not the usual way: each in one sentence, with what to do.
import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import { client } from '#renderer/lib/api.ts'
import { errorMessage } from '#renderer/lib/error-message.ts'
import { useBook } from '#renderer/lib/host-state.ts'
import { useText } from '#renderer/lib/language.ts'
import { Notice } from '#renderer/ui/notice.tsx'
import type { BookState } from '#shared/schemas/host.ts'
import classes from './book-file.module.css'
import { ConflictCopies } from './conflict-copies.tsx'
import { useSaveCopy } from './save-copy.ts'
import { useBookAct } from './use-book-act.ts'
import { useOpeningNotices } from './use-opening-notices.ts'
import { WriteHere } from './write-here.tsx'

export function BookBanners() {
  const book = useBook()
  useOpeningNotices(book)
  return (
    <div className={classes.banners}>
      <AccessBanner book={book} />
      <NetworkBanner book={book} />
      <SyncedBanner book={book} />
      {book.access.mode === 'write' ? <ConflictCopies key={book.uid} /> : null}
    </div>
  )
}

function AccessBanner({ book: { access, fileName } }: { book: BookState }) {
  const { t } = useText()
  const saveCopy = useSaveCopy()
  const follow = useBookAct(() => client.host.books.follow.mutate())
  if (access.mode === 'write' || access.reason === 'past' || access.reason === 'backup') return null
  if (access.reason === 'in-use') return <WriteHere isFree={access.isFree} />
  const copy = (
    <Button loading={saveCopy.isPending} onClick={() => saveCopy.mutate(true)}>
      {t('bookFile.saveAndGoOn')}
    </Button>
  )
  if (access.reason === 'read-only') return <Banner actions={copy}>{t('bookFile.readOnly')}</Banner>
  if (access.movedTo === null) return <Banner actions={copy}>{t('bookFile.gone', { name: fileName })}</Banner>
  return (
    <Banner
      actions={
        <Button loading={follow.isPending} onClick={() => follow.mutate()}>
          {t('bookFile.goOnThere')}
        </Button>
      }
    >
      {t('bookFile.renamed', { name: access.movedTo })}
    </Banner>
  )
}

function NetworkBanner({ book: { network } }: { book: BookState }) {
  const { t } = useText()
  const together = useBookAct(() => client.host.books.bringTogether.mutate())
  if (!network || network.problem === null) return null
  return (
    <Banner
      actions={
        <Button loading={together.isPending} onClick={() => together.mutate()}>
          {t('bookFile.bringTogether')}
        </Button>
      }
    >
      {errorMessage(t, { code: network.problem, details: {} })}
    </Banner>
  )
}

function SyncedBanner({ book: { warnsOfPlace, service } }: { book: BookState }) {
  const { t } = useText()
  const quiet = useBookAct(() => client.host.books.quietPlace.mutate())
  if (!warnsOfPlace) return null
  return (
    <Banner
      tone="info"
      actions={
        <Button loading={quiet.isPending} onClick={() => quiet.mutate()}>
          {t('bookFile.understood')}
        </Button>
      }
    >
      {t('bookFile.synced', { service })}
    </Banner>
  )
}

type BannerProps = { tone?: 'warn' | 'info'; actions?: ReactNode; children: ReactNode }

function Banner({ tone = 'warn', actions, children }: BannerProps) {
  return (
    <Notice tone={tone} actions={actions}>
      {children}
    </Notice>
  )
}
