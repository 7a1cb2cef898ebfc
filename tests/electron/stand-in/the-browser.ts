// The one Chromium of this process; there from `ready` on.
import type { Chromium } from './chromium.ts'

let chromium: Chromium | undefined

export function theBrowser(): Chromium {
  if (!chromium) throw new Error('Cannot create a window before app is ready')
  return chromium
}

export function setBrowser(started: Chromium): void {
  chromium = started
}
