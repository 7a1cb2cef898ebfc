// All that the page gets of Electron: calls, events, file handles.
import { contextBridge, type IpcRendererEvent, ipcRenderer } from 'electron'
import { channels } from '#main/host/electron/channels.ts'

contextBridge.exposeInMainWorld('quayside', {
  call: (envelope: unknown) => ipcRenderer.invoke(channels.call, envelope),
  onEvent(listener: (event: unknown) => void) {
    const pass = (_: IpcRendererEvent, event: unknown) => listener(event)
    ipcRenderer.on(channels.event, pass)
    return () => {
      ipcRenderer.removeListener(channels.event, pass)
    }
  },
  files: {
    open: (name: string) => ipcRenderer.invoke(channels.openFile, name),
    put: (token: string, offset: number, chunk: ArrayBuffer) =>
      ipcRenderer.invoke(channels.putFile, token, offset, chunk),
    get: (token: string, offset: number) => ipcRenderer.invoke(channels.getFile, token, offset),
  },
})
