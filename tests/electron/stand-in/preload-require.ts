// What `require` gives a sandboxed preload, run inside the page (as text): contextBridge and ipcRenderer, nothing else.
import type { BridgeEnds } from './bridge-ends.ts'
import type { Wire } from './wire.ts'

export type PreloadParts = {
  bridge: BridgeEnds
  wire: Wire
  send: (text: string) => void
  /** The global of the preload's world that the main process calls. */
  receiveFunction: string
}

export type FromPage =
  | { type: 'invoke'; id: number; channel: string; args: unknown[] }
  | { type: 'send'; channel: string; args: unknown[] }

export type ToPage =
  | { type: 'resolve'; id: number; value: unknown }
  | { type: 'reject'; id: number; channel: string; text: string }
  | { type: 'send'; channel: string; args: unknown[] }

/** Self-contained: its text is put into the page. */
export function preloadRequire({ bridge, wire, send, receiveFunction }: PreloadParts): (name: string) => unknown {
  type Listener = (event: object, ...args: unknown[]) => void

  const waiting = new Map<number, { resolve(value: unknown): void; reject(error: Error): void }>()
  const listeners = new Map<string, Listener[]>()
  const exposed = new Set<string>()
  let last = 0

  const tell = (message: FromPage) => send(wire.encode(message))
  const on = (channel: string, listener: Listener) =>
    listeners.set(channel, [...(listeners.get(channel) ?? []), listener])
  const removeListener = (channel: string, listener: Listener) => {
    const left = [...(listeners.get(channel) ?? [])]
    const at = left.lastIndexOf(listener)
    if (at >= 0) left.splice(at, 1)
    listeners.set(channel, left)
  }

  Object.defineProperty(globalThis, receiveFunction, {
    value(text: string) {
      const message = wire.decode(text) as ToPage
      if (message.type === 'send') {
        for (const listener of listeners.get(message.channel) ?? []) listener({ sender: ipcRenderer }, ...message.args)
        return
      }
      const call = waiting.get(message.id)
      waiting.delete(message.id)
      if (message.type === 'resolve') call?.resolve(message.value)
      else call?.reject(new Error(`Error invoking remote method '${message.channel}': ${message.text}`))
    },
  })

  const ipcRenderer = {
    invoke(channel: string, ...args: unknown[]) {
      last += 1
      const id = last
      return new Promise((resolve, reject) => {
        waiting.set(id, { resolve, reject })
        tell({ type: 'invoke', id, channel, args })
      })
    },
    send: (channel: string, ...args: unknown[]) => tell({ type: 'send', channel, args }),
    on,
    addListener: on,
    once(channel: string, listener: Listener) {
      const once: Listener = (...args) => {
        removeListener(channel, once)
        listener(...args)
      }
      on(channel, once)
    },
    off: removeListener,
    removeListener,
  }
  const contextBridge = {
    exposeInMainWorld(key: string, api: unknown) {
      if (exposed.has(key)) throw new Error('Cannot bind an API on top of an existing property on the window object')
      exposed.add(key)
      bridge.expose(key, api)
    },
  }

  return (name) => {
    if (name === 'electron' || name === 'electron/renderer') return { contextBridge, ipcRenderer }
    throw new Error(`module not found: ${name}`)
  }
}
