// Envelopes and file chunks over IPC, taken only from our own page's top frame.
import { type IpcMainInvokeEvent, ipcMain } from 'electron'
import type { Desk } from '#main/host/desk.ts'
import { channels } from '#main/host/electron/channels.ts'
import { isOwnUrl } from '#main/host/electron/page-origin.ts'
import { failureOf } from '#main/host/run-envelope.ts'
import { AppError } from '#shared/errors.ts'
import { failureMessage } from '#shared/failure-message.ts'
import { envelopeSchema } from '#shared/operation.ts'

export function listenToPage(desk: Desk): void {
  handle(channels.call, (envelope) => {
    const parsed = envelopeSchema.safeParse(envelope)
    if (!parsed.success) throw new AppError('call/malformed')
    return desk.call(parsed.data)
  })
  handle(channels.openFile, (name) => ({ token: desk.files.open(String(name)).token }))
  handle(channels.putFile, (token, offset, chunk) => {
    if (!(chunk instanceof ArrayBuffer) || !Number.isSafeInteger(offset)) throw new AppError('call/malformed')
    desk.files.put(String(token), Number(offset), new Uint8Array(chunk))
  })
  handle(channels.getFile, (token, offset) => {
    const chunk = desk.files.get(String(token), Number(offset))
    return chunk.buffer.slice(chunk.byteOffset, chunk.byteOffset + chunk.byteLength)
  })
}

function handle(channel: string, answer: (...input: unknown[]) => unknown): void {
  ipcMain.handle(channel, (event, ...input: unknown[]) => {
    if (!isTrusted(event)) throw new Error('call/foreign-sender')
    try {
      return answer(...input)
    } catch (error) {
      // Of what is thrown only the message crosses to the page, which reads the failure back out of it.
      throw new Error(failureMessage(failureOf(error, channel)))
    }
  })
}

/** The sender is our page, in the window's own frame: frames inside it and other pages are not heard. */
function isTrusted(event: IpcMainInvokeEvent): boolean {
  const frame = event.senderFrame
  return frame !== null && frame === event.sender.mainFrame && isOwnUrl(frame.url)
}
