// Every request of a page waits here for the program's word: first its navigation guards, then its webRequest filter,
// then its protocol handler. Nothing ever leaves the machine; what would have is remembered for the tests.
import type { OnBeforeRequestListenerDetails } from 'electron'
import type { Page, PausedRequest } from './page.ts'
import { fromChromium, originOf } from './page-address.ts'
import type { StandInSession } from './session.ts'

/** Requests that the program let through to the network. */
export const escaped: string[] = []

type Guards = {
  session: StandInSession
  /** Whether the page may go there; asked for navigations that the page itself began. */
  mayNavigate(url: string, isMainFrame: boolean): boolean
}

const kinds: Readonly<Record<string, OnBeforeRequestListenerDetails['resourceType']>> = {
  Stylesheet: 'stylesheet',
  Script: 'script',
  Image: 'image',
  Font: 'font',
  XHR: 'xhr',
  Fetch: 'xhr',
  Ping: 'ping',
  CSPViolationReport: 'cspReport',
  Media: 'media',
  WebSocket: 'webSocket',
}

export async function answerRequest(page: Page, paused: PausedRequest, guards: Guards): Promise<void> {
  const { requestId } = paused
  const fail = (errorReason: 'Aborted' | 'BlockedByClient' | 'InternetDisconnected') =>
    page.cdp.send('Fetch.failRequest', { requestId, errorReason })
  const url = fromChromium(paused.request.url)
  const isMainFrame = paused.frameId === page.mainFrame.id
  if (paused.resourceType === 'Document' && !guards.mayNavigate(url, isMainFrame)) return void (await fail('Aborted'))
  if (await isCancelled(guards.session, detailsOf(paused, url, isMainFrame)))
    return void (await fail('BlockedByClient'))
  const handler = guards.session.handlerOf(url)
  if (!handler) {
    escaped.push(url)
    return void (await fail('InternetDisconnected'))
  }
  const response = await handler(requestOf(paused, url)).catch((error: unknown) => {
    process.stderr.write(`the protocol handler failed for ${url}: ${String(error)}\n`)
    return new Response(null, { status: 500 })
  })
  await page.cdp.send('Fetch.fulfillRequest', {
    requestId,
    responseCode: response.status,
    responseHeaders: [...response.headers].map(([name, value]) => ({ name, value })),
    body: Buffer.from(await response.arrayBuffer()).toString('base64'),
  })
}

function detailsOf(paused: PausedRequest, url: string, isMainFrame: boolean): OnBeforeRequestListenerDetails {
  const frameKind = isMainFrame ? 'mainFrame' : 'subFrame'
  return {
    id: Number.parseInt(paused.requestId.replaceAll(/\D/g, ''), 10),
    url,
    method: paused.request.method,
    resourceType: paused.resourceType === 'Document' ? frameKind : (kinds[paused.resourceType] ?? 'other'),
    referrer: fromChromium(paused.request.headers.Referer ?? ''),
    timestamp: Date.now(),
    uploadData: [],
  }
}

function isCancelled(session: StandInSession, details: OnBeforeRequestListenerDetails): Promise<boolean> {
  return new Promise((resolve) => {
    if (session.filter) session.filter(details, ({ cancel = false }) => resolve(cancel))
    else resolve(false)
  })
}

function requestOf({ request }: PausedRequest, url: string): Request {
  const made = new Request(url, {
    method: request.method,
    headers: request.headers,
    body: request.postData ?? null,
  })
  const origin = request.headers.Origin ? originOf(fromChromium(request.headers.Origin)) : undefined
  return Object.assign(made, { initiatorOrigin: origin })
}
