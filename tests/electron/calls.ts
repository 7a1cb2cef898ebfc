// Calls from the page, through the preload's bridge, as the program's own screens make them.
import type { Page } from '@playwright/test'
import type { Envelope, Reply } from '#shared/operation.ts'
import type { HostState } from '#shared/schemas/host.ts'
import type { WindowApp } from './window-app.ts'

let last = 0

export function callFrom(page: Page): (envelope: Envelope) => Promise<Reply> {
  return (envelope) =>
    page.evaluate((sent) => {
      if (!window.quayside) throw new Error('the page has no bridge')
      return window.quayside.call(sent)
    }, envelope)
}

/** The data of a reply that must be a good one. */
export async function ask<Data>(page: Page, kind: Envelope['kind'], path: string, input?: unknown): Promise<Data> {
  last += 1
  const reply = await callFrom(page)({ id: last, kind, path, input })
  if (!reply.ok) throw new Error(`${path}: ${JSON.stringify(reply.error)}`)
  return reply.data as Data
}

export function hostState(page: Page): Promise<HostState> {
  return ask(page, 'query', 'host.state')
}

/** Makes a book in `file`; the system's dialog, which nobody could answer, is answered for. */
export async function makeBook(app: WindowApp, page: Page, file: string): Promise<void> {
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = async () => ({ canceled: false, filePath })
  }, file)
  const input = { companyName: 'Test Trading', country: 'CN', baseCurrency: 'USD', ownerName: 'Mei', fileName: '' }
  await ask(page, 'mutation', 'host.createBook', input)
}
