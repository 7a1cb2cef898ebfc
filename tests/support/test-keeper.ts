// A keeper of its own, as one program on one machine has it: its settings folder stands for the machine.
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { type BookKeeper, bookKeeper } from '#main/host/book-keeper.ts'
import { type SettingsFile, settingsFile } from '#main/host/settings-file.ts'
import type { Envelope, HostEvent, Reply } from '#shared/operation.ts'
import { envelope } from '#tests/api/transport-cases.ts'
import { outFile } from '#tests/support/built-program.ts'

export type TestMachine = {
  keeper: BookKeeper
  settings: SettingsFile
  data: string
  events: HostEvent[]
  call(sent: Envelope): Promise<Reply>
  add(sku: string): Promise<Reply>
  skus(): Promise<string[]>
}

export function testMachine(data: string): TestMachine {
  mkdirSync(join(data, 'shelf'), { recursive: true })
  const settings = settingsFile(data)
  const events: HostEvent[] = []
  const keeper = bookKeeper({
    places: { data, shelf: join(data, 'shelf'), home: data },
    settings,
    emit: (event) => events.push(event),
    workerFile: pathToFileURL(outFile('main/worker.js')),
  })
  const call = async (sent: Envelope): Promise<Reply> => {
    const held = keeper.held()
    if (!held) throw new Error('no book is open')
    return held.pool.call(sent)
  }
  return {
    keeper,
    settings,
    data,
    events,
    call,
    add: (sku) => call(envelope('mutation', 'products.add', { sku })),
    async skus() {
      const reply = await call(envelope('query', 'products.list', {}))
      if (!reply.ok) throw new Error(JSON.stringify(reply.error))
      return (reply.data as { rows: { sku: string }[] }).rows.map(({ sku }) => sku)
    },
  }
}

export const testCompany = { companyName: 'Test Trading', country: 'CN', baseCurrency: 'USD', ownerName: 'Mei' }
