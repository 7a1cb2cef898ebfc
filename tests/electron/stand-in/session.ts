// The session: protocol handlers, the request filter, permissions.
// https://www.electronjs.org/docs/latest/api/session · /protocol · /web-request
import type { OnBeforeRequestListenerDetails, Protocol, Session, WebRequest } from 'electron'
import { mapScheme } from './page-address.ts'

type Handler = (request: Request) => Promise<Response>
type Filter = (details: OnBeforeRequestListenerDetails, answer: (response: { cancel?: boolean }) => void) => void
type AskHandler = Parameters<Session['setPermissionRequestHandler']>[0]
type CheckHandler = Parameters<Session['setPermissionCheckHandler']>[0]

export type StandInSession = Pick<Session, 'setPermissionRequestHandler' | 'setPermissionCheckHandler'> & {
  protocol: Pick<Protocol, 'handle' | 'unhandle' | 'isProtocolHandled'>
  webRequest: Pick<WebRequest, 'onBeforeRequest'>
  // What the stand-in itself asks:
  handlerOf(url: string): Handler | undefined
  readonly filter: Filter | null
  readonly askHandler: AskHandler
  readonly checkHandler: CheckHandler
}

function makeSession(): StandInSession {
  const handlers = new Map<string, Handler>()
  let filter: Filter | null = null
  let askHandler: AskHandler = null
  let checkHandler: CheckHandler = null
  return {
    protocol: {
      handle(scheme, handler) {
        if (handlers.has(scheme)) throw new Error('Failed to register protocol')
        handlers.set(scheme, async (request) => handler(request as never) as unknown as Promise<Response>)
      },
      unhandle: (scheme) => void handlers.delete(scheme),
      isProtocolHandled: (scheme) => handlers.has(scheme),
    },
    webRequest: {
      onBeforeRequest(...args: unknown[]) {
        // With two arguments the first is a filter of URLs; the program's own takes every request.
        if (args.length !== 1) throw new Error('the stand-in knows onBeforeRequest(listener) only')
        filter = args[0] as Filter | null
      },
    },
    setPermissionRequestHandler: (handler) => {
      askHandler = handler
    },
    setPermissionCheckHandler: (handler) => {
      checkHandler = handler
    },
    handlerOf: (url) => handlers.get(url.slice(0, url.indexOf(':'))),
    get filter() {
      return filter
    },
    get askHandler() {
      return askHandler
    },
    get checkHandler() {
      return checkHandler
    },
  }
}

const defaultSession = makeSession()
const partitions = new Map<string, StandInSession>()
let isReady = false

/** The session exists from `ready` on. */
export const session = {
  get defaultSession(): StandInSession {
    if (!isReady) throw new Error('Session can only be received when app is ready')
    return defaultSession
  },
  /** "If there is an existing Session with the same partition, it will be returned." */
  fromPartition(partition: string): StandInSession {
    if (!isReady) throw new Error('Session can only be received when app is ready')
    const found = partitions.get(partition) ?? makeSession()
    partitions.set(partition, found)
    return found
  },
}

export const protocol: Pick<Protocol, 'registerSchemesAsPrivileged' | 'handle' | 'unhandle' | 'isProtocolHandled'> = {
  registerSchemesAsPrivileged(schemes) {
    if (isReady) throw new Error('protocol.registerSchemesAsPrivileged should be called before app is ready')
    // Only standard and secure schemes get an origin of their own; module scripts need `supportFetchAPI` beside.
    for (const { scheme, privileges } of schemes)
      if (privileges?.standard && privileges.secure && privileges.supportFetchAPI) mapScheme(scheme)
  },
  handle: (scheme, handler) => session.defaultSession.protocol.handle(scheme, handler),
  unhandle: (scheme) => session.defaultSession.protocol.unhandle(scheme),
  isProtocolHandled: (scheme) => session.defaultSession.protocol.isProtocolHandled(scheme),
}

export function sessionsAreReady(): void {
  isReady = true
}
