// The window: sidebar, top bar, the screen, and what is at work.
import { useDisclosure, useHotkeys } from '@mantine/hooks'
import { Outlet } from '@tanstack/react-router'
import { Suspense } from 'react'
import { useText } from '#renderer/lib/language.ts'
import { LoadingState } from '#renderer/ui/loading-state.tsx'
import { JobStrip } from './job-strip.tsx'
import { KeyboardMap } from './keyboard-map.tsx'
import { Palette } from './palette.tsx'
import classes from './shell.module.css'
import { Sidebar } from './sidebar.tsx'
import { TopBar } from './top-bar.tsx'

export function Shell() {
  const { t } = useText()
  const [isMapOpen, map] = useDisclosure(false)
  useHotkeys([['shift+?', map.toggle]])
  return (
    <div className={classes.shell}>
      <button type="button" className={classes.skip} onClick={focusContent}>
        {t('shell.skip')}
      </button>
      <Sidebar />
      <div className={classes.main}>
        <TopBar onKeyboardMap={map.open} />
        <main id="content" className={classes.content} tabIndex={-1}>
          <Suspense fallback={<LoadingState />}>
            <Outlet />
          </Suspense>
        </main>
        <JobStrip />
      </div>
      <Palette />
      <KeyboardMap opened={isMapOpen} onClose={map.close} />
    </div>
  )
}

/** A button and no link: the part of the address behind # belongs to the router. */
function focusContent() {
  document.getElementById('content')?.focus()
}
