// The program's permission handlers, asked for each permission a page could want, and told to Chromium as its settings.
// Without handlers Electron grants: the stand-in does too, so that a program that forgets them is found out.
import type { Cdp } from './cdp.ts'
import { originOf, toChromium } from './page-address.ts'
import type { StandInSession } from './session.ts'

type Descriptor = { name: string; sysex?: boolean }
type Permission = Parameters<NonNullable<StandInSession['askHandler']>>[1]

const descriptors: readonly [Permission, Descriptor][] = [
  ['geolocation', { name: 'geolocation' }],
  ['notifications', { name: 'notifications' }],
  ['media', { name: 'camera' }],
  ['media', { name: 'microphone' }],
  ['midi', { name: 'midi' }],
  ['midiSysex', { name: 'midi', sysex: true }],
  ['clipboard-read', { name: 'clipboard-read' }],
  ['clipboard-sanitized-write', { name: 'clipboard-write' }],
  ['idle-detection', { name: 'idle-detection' }],
  ['window-management', { name: 'window-management' }],
  ['local-fonts', { name: 'local-fonts' }],
]

export async function applyPermissions(browser: Cdp, session: StandInSession, url: string): Promise<void> {
  const origin = originOf(toChromium(url))
  if (origin === 'null') return
  for (const [permission, descriptor] of descriptors) {
    const setting = isGranted(session, permission, originOf(url)) ? 'granted' : 'denied'
    await browser.send('Browser.setPermission', { permission: descriptor, setting, origin })
  }
}

/** A check comes first; where it is denied most web APIs go on to a request. */
function isGranted({ checkHandler, askHandler }: StandInSession, permission: Permission, origin: string): boolean {
  const details = { isMainFrame: true, requestingUrl: `${origin}/`, securityOrigin: origin }
  const isChecked = checkHandler ? checkHandler(null, permission as never, origin, details as never) : true
  if (isChecked || !askHandler) return true
  let isAllowed = false
  askHandler(
    null as never,
    permission,
    (answer) => {
      isAllowed = answer
    },
    details as never,
  )
  return isAllowed
}
