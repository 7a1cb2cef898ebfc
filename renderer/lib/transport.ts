// The way to the host: Electron's preload bridge where it exists, else HTTP. Carries envelopes, events and file chunks.
import { bridgeTransport } from '#renderer/lib/bridge-transport.ts'
import { httpTransport } from '#renderer/lib/http-transport.ts'
import type { Envelope, HostEvent, Reply } from '#shared/operation.ts'

export type Transport = {
  call(envelope: Envelope): Promise<Reply>
  /** Calls `listener` for everything the host tells unasked; answers how to stop. */
  onEvent(listener: (event: HostEvent) => void): () => void
  files: {
    open(name: string): Promise<{ token: string }>
    put(token: string, offset: number, chunk: ArrayBuffer): Promise<void>
    /** Up to 1 MB from `offset`; empty at the end. */
    get(token: string, offset: number): Promise<ArrayBuffer>
  }
}

declare global {
  interface Window {
    /** What the preload script exposes; absent in browser mode. */
    quayside?: Transport
  }
}

export const transport: Transport = window.quayside ? bridgeTransport(window.quayside) : httpTransport
