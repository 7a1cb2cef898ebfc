// Chrome's DevTools protocol over one WebSocket: commands and events of the browser and of each page attached to it.
import { EventEmitter } from 'node:events'
import type { CDPSession } from '@playwright/test'

/** One session: the browser itself, or a page. Commands and events are typed by Playwright's copy of the protocol. */
export type Cdp = Pick<CDPSession, 'send' | 'on'>

export type CdpConnection = { browser: Cdp; session(id: string): Cdp }

type Message = {
  id?: number
  sessionId?: string
  method?: string
  params?: unknown
  result?: unknown
  error?: { message: string }
}
type Waiting = { resolve(result: unknown): void; reject(error: Error): void }

export async function connectCdp(url: string): Promise<CdpConnection> {
  const socket = new WebSocket(url)
  await new Promise((resolve, reject) => {
    socket.addEventListener('open', resolve, { once: true })
    socket.addEventListener('error', () => reject(new Error(`no connection to ${url}`)), { once: true })
  })
  const waiting = new Map<number, Waiting>()
  const emitters = new Map<string, EventEmitter>()
  let lastId = 0

  socket.addEventListener('message', ({ data }) => {
    const message = JSON.parse(String(data)) as Message
    if (message.id === undefined) emitters.get(message.sessionId ?? '')?.emit(message.method ?? '', message.params)
    else settle(message.id, message)
  })
  socket.addEventListener('close', () => {
    for (const id of [...waiting.keys()]) settle(id, { error: { message: 'the browser is gone' } })
  })

  function settle(id: number, { result, error }: Message): void {
    const call = waiting.get(id)
    waiting.delete(id)
    if (error) call?.reject(new Error(error.message))
    else call?.resolve(result)
  }

  function send(sessionId: string | undefined, method: string, params: unknown): Promise<unknown> {
    lastId += 1
    const id = lastId
    return new Promise((resolve, reject) => {
      waiting.set(id, { resolve, reject })
      socket.send(JSON.stringify({ id, method, params, sessionId }))
    })
  }

  function session(id: string): Cdp {
    const emitter = emitters.get(id) ?? new EventEmitter()
    emitters.set(id, emitter)
    const spoken = {
      send: (method: string, params?: unknown) => send(id || undefined, method, params ?? {}),
      on: (event: string, listener: (payload: unknown) => void) => emitter.on(event, listener),
    }
    return spoken as unknown as Cdp
  }
  return { browser: session(''), session }
}
