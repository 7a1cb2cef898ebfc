import { expect, test, vi } from 'vitest'
import { paperPdf } from '#main/host/electron/paper-pdf.ts'

const opened = vi.hoisted(() => ({ windows: [] as { destroy(): void }[] }))

vi.mock('electron', async () => {
  const { EventEmitter } = await import('node:events')
  /** As Electron's: it says that it is closed once, and nothing afterwards. */
  class BrowserWindow extends EventEmitter {
    isGone = false
    webContents = { setWindowOpenHandler() {}, on() {}, printToPDF: async () => new Uint8Array([1]) }
    constructor() {
      super()
      opened.windows.push(this)
    }
    async loadURL(): Promise<void> {
      if (opened.windows.length > 1) return
      this.destroy()
      await new Promise((resolve) => setImmediate(resolve))
      throw new Error('the window is gone')
    }
    isDestroyed(): boolean {
      return this.isGone
    }
    destroy(): void {
      if (this.isGone) return
      this.isGone = true
      setImmediate(() => this.emit('closed'))
    }
  }
  const desk = {
    protocol: { handle() {} },
    webRequest: { onBeforeRequest() {} },
    setPermissionRequestHandler() {},
    setPermissionCheckHandler() {},
  }
  return { BrowserWindow, session: { fromPartition: () => desk } }
})

test('a window that went away by itself keeps neither its paper nor the next one waiting', async () => {
  await expect(paperPdf('<p>')).rejects.toThrow('gone')
  expect(await paperPdf('<p>')).toEqual(new Uint8Array([1]))
})
