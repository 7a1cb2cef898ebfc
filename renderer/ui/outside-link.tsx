// A page of the world: opens in the system's browser, never in our own window.
import { IconExternalLink } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import type { MouseEvent, ReactNode } from 'react'
import { client } from '#renderer/lib/api.ts'
import { useHostState } from '#renderer/lib/host-state.ts'
import { useText } from '#renderer/lib/language.ts'
import { sayError } from './say-error.ts'

export function OutsideLink({ url, children }: { url: string; children: ReactNode }) {
  const { t } = useText()
  const { host } = useHostState()
  const opening = useMutation({
    mutationFn: () => client.host.openOutside.mutate({ url }),
    onError: (error) => sayError(t, error),
  })
  // The window of the program opens nothing by itself; a browser does.
  const onClick = (event: MouseEvent) => {
    if (host !== 'electron') return
    event.preventDefault()
    opening.mutate()
  }
  return (
    <a className="q-link" href={url} target="_blank" rel="noopener noreferrer" onClick={onClick}>
      {children} <IconExternalLink size={12} stroke={1.5} aria-hidden />
    </a>
  )
}

/** What is told of a page before it is opened: whose it is. */
export function siteOf(url: string): string {
  return URL.canParse(url) ? new URL(url).hostname.replace(/^www\./, '') : url
}
