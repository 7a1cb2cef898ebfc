// Opens a page of the world in the system's browser: only because somebody asked, only over https, never in our own window.
import { AppError } from '#shared/errors.ts'

export type OutsideOpener = (url: string) => Promise<void>

const longest = 2000

/** The address as it may be handed to the system; anything but a plain https address is refused. */
export function outsideAddress(text: string): string {
  const url = URL.canParse(text) && text.length <= longest ? new URL(text) : null
  const isPlain = url?.protocol === 'https:' && url.username === '' && url.password === '' && url.hostname.includes('.')
  if (!url || !isPlain) throw new AppError('host/not-outside')
  return url.href
}

export async function openOutside(text: string, open: OutsideOpener | null): Promise<void> {
  const address = outsideAddress(text)
  // In browser mode the page is in a browser already: its links open by themselves.
  if (!open) throw new AppError('host/no-dialog')
  await open(address)
}
