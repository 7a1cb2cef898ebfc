// Opens a book in browser mode: folders to go through, and the books in each.

import { Button } from '@mantine/core'
import { useState } from 'react'
import { errorMessage } from '#renderer/lib/error-message.ts'
import { useText } from '#renderer/lib/language.ts'
import { Notice } from '#renderer/ui/notice.tsx'
import { PlaceBrowser } from '#renderer/ui/places/place-browser.tsx'
import { usePlaceView } from '#renderer/ui/places/use-place-view.ts'
import { QueryState } from '#renderer/ui/query-state.tsx'
import type { PlaceFile } from '#shared/schemas/places.ts'
import { useOpenBook } from './open-a-book.ts'
import classes from './welcome-screen.module.css'

export function OpenBook({ onBack }: { onBack: () => void }) {
  const { t } = useText()
  const { query, go } = usePlaceView(['book'])
  const opening = useOpenBook()
  const [file, setFile] = useState<PlaceFile | null>(null)
  const open = ({ token }: PlaceFile) => opening.mutate({ by: 'token', token })
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
          <PlaceBrowser
            view={view}
            showsFiles
            selected={file?.token ?? null}
            onGo={(token) => {
              setFile(null)
              go(token)
            }}
            onSelect={setFile}
            onTake={open}
          />
        )}
      </QueryState>
      <div className={classes.actions}>
        <Button
          variant="filled"
          disabled={!file}
          loading={opening.isPending}
          onClick={() => (file ? open(file) : undefined)}
        >
          {t('welcome.openScreen.open')}
        </Button>
        <Button onClick={onBack} disabled={opening.isPending}>
          {t('welcome.new.back')}
        </Button>
      </div>
    </>
  )
}
