// Help beside the screen it explains: F1 opens the page of the screen one is on; every other page is a search away.
import { Drawer } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useText } from '#renderer/lib/language.ts'
import { QueryState } from '#renderer/ui/query-state.tsx'
import { HelpBody } from './help-body.tsx'
import { helpPageOf } from './help-pages.ts'
import { loadHelp } from './help-text.ts'
import { useHelpKeys } from './use-help-keys.ts'

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
  const panel = useHelpKeys(opened, onClose)
  return (
    <Drawer.Root
      opened={opened}
      onClose={onClose}
      position="right"
      size="min(420px, 90vw)"
      // The screen stays in reach: one reads what to do, and does it.
      lockScroll={false}
      trapFocus={false}
      returnFocus={false}
      closeOnEscape={false}
      closeOnClickOutside={false}
      transitionProps={{ duration: 100 }}
      shadow="md"
    >
      <Drawer.Content ref={panel} aria-modal={false}>
        <Drawer.Header>
          <Drawer.Title>{t('help.title')}</Drawer.Title>
          <Drawer.CloseButton aria-label={t('common.close')} />
        </Drawer.Header>
        <Drawer.Body>
          <QueryState query={texts}>
            {(loaded) => <HelpBody texts={loaded} page={page} screen={ofScreen} onPage={setPage} />}
          </QueryState>
        </Drawer.Body>
      </Drawer.Content>
    </Drawer.Root>
  )
}
