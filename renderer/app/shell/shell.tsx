// The window: sidebar, top bar, the screen, and what is at work.
import { useDisclosure, useHotkeys } from '@mantine/hooks'
import { Outlet, useLocation } from '@tanstack/react-router'
import { lazy, Suspense, useState } from 'react'
import { BackupNotices } from '#renderer/features/backups/backup-notices.tsx'
import { BookBanners } from '#renderer/features/book-file/book-banners.tsx'
import { DamagedNotice } from '#renderer/features/health/damaged-notice.tsx'
import { UnwrittenNotice } from '#renderer/features/merge/unwritten-notice.tsx'
import { PastBanner } from '#renderer/features/past/past-banner.tsx'
import { PastChooser } from '#renderer/features/past/past-chooser.tsx'
import { WhoAmI } from '#renderer/features/people/who-am-i.tsx'
import { useBook } from '#renderer/lib/host-state.ts'
import { useText } from '#renderer/lib/language.ts'
import { OpenHelpContext } from '#renderer/lib/open-help.ts'
import { LoadingState } from '#renderer/ui/loading-state.tsx'
import { UndoQuestion } from '#renderer/ui/undo/undo-question.tsx'
import { useUndoKeys } from '#renderer/ui/undo/use-undo-keys.ts'
import { JobStrip } from './job-strip.tsx'
import { KeyboardMap } from './keyboard-map.tsx'
import { Palette } from './palette.tsx'
import classes from './shell.module.css'
import { Sidebar } from './sidebar.tsx'
import { TopBar } from './top-bar.tsx'
import { useNoteOpened } from './use-note-opened.ts'
import { useReturnFocus } from './use-return-focus.ts'

/** Loaded with its first opening. */
const HelpDrawer = lazy(async () => ({
  default: (await import('#renderer/features/help/help-drawer.tsx')).HelpDrawer,
}))

export function Shell() {
  const { t } = useText()
  const [isMapOpen, map] = useDisclosure(false)
  const [isHelpOpen, help] = useDisclosure(false)
  const wasHelpOpened = useWasTrue(isHelpOpen)
  const { pathname } = useLocation()
  const { person, access } = useBook()
  useHotkeys([['shift+?', map.toggle]])
  useNoteOpened()
  useUndoKeys()
  useReturnFocus()
  // In fields too: who fills in a form is who asks.
  useHotkeys([['F1', help.toggle]], [])
  return (
    <div className={classes.shell} data-help={isHelpOpen || undefined}>
      <button type="button" className={classes.skip} onClick={focusContent}>
        {t('shell.skip')}
      </button>
      <Sidebar />
      <div className={classes.main}>
        <TopBar onKeyboardMap={map.open} onHelp={help.toggle} />
        <BookBanners />
        <BackupNotices />
        <DamagedNotice />
        <UnwrittenNotice />
        <PastBanner />
        <main id="content" className={classes.content} tabIndex={-1}>
          <OpenHelpContext value={help.open}>
            <Suspense fallback={<LoadingState />}>
              <Outlet />
            </Suspense>
          </OpenHelpContext>
        </main>
        <JobStrip />
      </div>
      {person || access.mode === 'read' ? null : <WhoAmI />}
      <Palette onKeyboardMap={map.open} />
      <PastChooser />
      <UndoQuestion />
      <KeyboardMap opened={isMapOpen} onClose={map.close} onHelp={help.open} />
      {wasHelpOpened ? (
        <Suspense fallback={null}>
          <HelpDrawer opened={isHelpOpen} onClose={help.close} pathname={pathname} />
        </Suspense>
      ) : null}
    </div>
  )
}

/** True from the first time on. */
function useWasTrue(is: boolean): boolean {
  const [was, setWas] = useState(is)
  if (is && !was) setWas(true)
  return was || is
}

/** A button and no link: the part of the address behind # belongs to the router. */
function focusContent() {
  document.getElementById('content')?.focus()
}
