// Help beside the screen it explains: F1 opens the page of the screen one is on; every other page is a search away.
import { Drawer } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useText } from '#renderer/lib/language.ts'
import { QueryState } from '#renderer/ui/query-state.tsx'
import { HelpBody } from './help-body.tsx'
import { helpPageOf } from './help-pages.ts'
import { loadHelp } from './help-text.ts'

type HelpDrawerProps = { opened: boolean; onClose: () => void; pathname: string }

export function HelpDrawer({ opened, onClose, pathname }: HelpDrawerProps) {
  const { t, language } = useText()
  const ofScreen = helpPageOf(pathname)
  const [page, setPage] = useState(ofScreen)
  // Another screen, or help opened anew: its own page first.
  useEffect(() => {
    if (opened) setPage(ofScreen)
  }, [opened, ofScreen])
  const texts = useQuery({ queryKey: [['help'], language], queryFn: () => loadHelp(language), enabled: opened })
  return (
    <Drawer
      opened={opened}
      onClose={onClose}
      position="right"
      size={460}
      title={t('help.title')}
      // The screen stays in reach: one reads what to do, and does it.
      withOverlay={false}
      lockScroll={false}
      trapFocus={false}
      closeOnClickOutside={false}
      transitionProps={{ duration: 100 }}
      closeButtonProps={{ 'aria-label': t('common.close') }}
      shadow="md"
    >
      <QueryState query={texts}>{(loaded) => <HelpBody texts={loaded} page={page} onPage={setPage} />}</QueryState>
    </Drawer>
  )
}
