// ipcMain: handlers by channel, asked with the frame that spoke.
// https://www.electronjs.org/docs/latest/api/ipc-main
import type { IpcMain, IpcMainInvokeEvent } from 'electron'
import type { FrameRecord } from './frame.ts'
import type { FromPage, ToPage } from './preload-require.ts'
import type { StandInContents } from './web-contents.ts'

type Handler = (event: IpcMainInvokeEvent, ...args: unknown[]) => unknown
type Listener = (event: object, ...args: unknown[]) => void

const handlers = new Map<string, Handler>()
const listeners = new Map<string, Set<Listener>>()

export const ipcMain: Pick<IpcMain, 'handle' | 'removeHandler'> & { on(channel: string, listener: Listener): void } = {
  handle(channel, handler) {
    if (handlers.has(channel)) throw new Error(`Attempted to register a second handler for '${channel}'`)
    handlers.set(channel, handler)
  },
  removeHandler: (channel) => void handlers.delete(channel),
  on(channel, listener) {
    listeners.set(channel, (listeners.get(channel) ?? new Set()).add(listener))
  },
}

export type Speaker = { sender: StandInContents; senderFrame: FrameRecord }

/** Passes what a preload said to its handler, and the answer or the error's text back. */
export async function hearFromPage(said: FromPage, from: Speaker, reply: (answer: ToPage) => void): Promise<void> {
  const event = { ...from, type: 'frame', frameId: from.senderFrame.frameTreeNodeId, processId: 1 }
  if (said.type === 'send') {
    for (const listener of listeners.get(said.channel) ?? []) listener(event, ...said.args)
    return
  }
  try {
    const handler = handlers.get(said.channel)
    if (!handler) throw new Error(`No handler registered for '${said.channel}'`)
    const value = await handler(event as unknown as IpcMainInvokeEvent, ...said.args)
    reply({ type: 'resolve', id: said.id, value })
  } catch (error) {
    reply({ type: 'reject', id: said.id, channel: said.channel, text: String(error) })
  }
}
