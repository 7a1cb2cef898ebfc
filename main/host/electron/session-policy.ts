// What a page of this session may do: load its own files under the policy, write the clipboard, nothing else.
import type { Session } from 'electron'
import { contentSecurityPolicy } from '#main/host/content-security.ts'
import { isOwnUrl, pageScheme } from '#main/host/electron/page-origin.ts'
import { pageFile } from '#main/host/page-files.ts'

/** Serves the page and refuses every other request and permission. */
export function applySessionPolicy(session: Session): void {
  session.protocol.handle(pageScheme, servePage)
  session.webRequest.onBeforeRequest((details, callback) => {
    const isOwn =
      isOwnUrl(details.url) || details.url.startsWith('data:') || details.url.startsWith('blob:app://quayside/')
    callback({ cancel: !(isOwn || details.url.startsWith('devtools:')) })
  })
  session.setPermissionRequestHandler((_contents, permission, callback) =>
    callback(permission === 'clipboard-sanitized-write'),
  )
  session.setPermissionCheckHandler((_contents, permission) => permission === 'clipboard-sanitized-write')
}

async function servePage(request: Request): Promise<Response> {
  const url = new URL(request.url)
  const file = url.host === 'quayside' ? await pageFile(url.pathname) : null
  if (!file) return new Response('not here', { status: 404 })
  return new Response(Buffer.from(file.body), {
    headers: {
      'Content-Type': file.type,
      'Content-Security-Policy': contentSecurityPolicy,
      'X-Content-Type-Options': 'nosniff',
    },
  })
}
