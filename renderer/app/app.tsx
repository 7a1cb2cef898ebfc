// Puts everything together: host, language, theme, then the book's screens or the welcome.
import { MantineProvider } from '@mantine/core'
import { useColorScheme } from '@mantine/hooks'
import { Notifications } from '@mantine/notifications'
import { QueryClientProvider } from '@tanstack/react-query'
import { type ReactNode, Suspense, useEffect } from 'react'
import { PutBackNotice } from '#renderer/features/backups/put-back-notice.tsx'
import { DamagedNotice } from '#renderer/features/health/damaged-notice.tsx'
import { queryClient } from '#renderer/lib/api.ts'
import { useHostQuery } from '#renderer/lib/host-state.ts'
import { followJobs } from '#renderer/lib/jobs.ts'
import { languageOf, speak, useText } from '#renderer/lib/language.ts'
import { handleEvent } from '#renderer/lib/live-updates.ts'
import { transport } from '#renderer/lib/transport.ts'
import { ErrorState } from '#renderer/ui/error-state.tsx'
import { LoadingState } from '#renderer/ui/loading-state.tsx'
import { PlaceChooser } from '#renderer/ui/places/place-chooser.tsx'
import { cssVariables } from '#renderer/ui/theme.ts'
import type { HostState } from '#shared/schemas/host.ts'
import { BookScreens } from './book-screens.tsx'
import { ErrorBoundary } from './error-boundary.tsx'
import { WelcomeScreen } from './lazy-screens.ts'
import { LanguageSwitch, ThemeSwitch } from './shell/top-bar.tsx'
import { useNewestMessage } from './shell/use-newest-message.ts'
import { useSpokenTheme } from './spoken-theme.ts'

export function App() {
  return (
    <QueryClientProvider client={queryClient}>
      <Themed>
        <ErrorBoundary>
          <Notifications position="bottom-right" autoClose={5000} limit={4} />
          <Suspense fallback={<LoadingState />}>
            <HostScreens />
            <PlaceChooser />
          </Suspense>
        </ErrorBoundary>
      </Themed>
    </QueryClientProvider>
  )
}

function Themed({ children }: { children: ReactNode }) {
  const spokenTheme = useSpokenTheme()
  const system = useColorScheme()
  const wanted = useHostQuery().data?.preferences.theme ?? 'system'
  return (
    <MantineProvider
      theme={spokenTheme}
      cssVariablesResolver={cssVariables}
      forceColorScheme={wanted === 'system' ? system : wanted}
    >
      {children}
    </MantineProvider>
  )
}

function HostScreens() {
  useHostEvents()
  useNewestMessage()
  const host = useHostQuery()
  useLanguage(host.data)
  useText()
  if (host.error && !host.data) return <ErrorState error={host.error} onRetry={() => host.refetch()} />
  if (!host.data) return <LoadingState />
  return host.data.book ? <BookScreens key={host.data.book.uid} /> : <Welcome />
}

/** What happened to a book stands above the ways into one. */
function Welcome() {
  return (
    <>
      <PutBackNotice />
      <DamagedNotice />
      <WelcomeScreen corner={<Switches />} />
    </>
  )
}

/** Language and theme can be chosen before any book is open. */
function Switches() {
  return (
    <>
      <LanguageSwitch />
      <ThemeSwitch />
    </>
  )
}

function useHostEvents() {
  useEffect(
    () =>
      transport.onEvent((event) => {
        followJobs(event)
        handleEvent(queryClient, event)
      }),
    [],
  )
}

function useLanguage(state: HostState | undefined) {
  const language = state && languageOf(state)
  useEffect(() => {
    if (language) speak(language)
  }, [language])
}
