// `npm run shots [-- --only WORD,…]`: every screen, light and dark, in English and Chinese, of an empty book and of the
// sample company; narrow windows; extremes. Into out/shots/, for a person to look at.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import type { Browser, Page } from 'playwright-core'
import { dayOf, type Instant } from '#shared/dates.ts'
import type { Translate } from '#shared/i18n/translate.ts'
import type { Page as ListPage } from '#shared/schemas/paging.ts'
import { call, openCamera, startBrowser } from '#tests/shots/camera.ts'
import { makeExtremeBook } from '#tests/shots/extreme-book.ts'
import { importFiles, importSteps, welcomeSteps } from '#tests/shots/import-screens.ts'
import { type Look, lookName, looks, narrowLooks } from '#tests/shots/looks.ts'
import { forgottenRoutes, type Known, screens } from '#tests/shots/screens.ts'
import { startHttpHost, type TestHost } from '#tests/support/test-host.ts'

const { values } = parseArgs({ options: { only: { type: 'string', default: '' } } })
const wanted = values.only.split(',').filter((word) => word !== '')
const root = process.env.QUAYSIDE_ROOT ?? process.cwd()
const target = join(root, 'out', 'shots')

const forgotten = forgottenRoutes(root)
if (forgotten.length > 0) throw new Error(`No picture is taken of ${forgotten.join(', ')}: name them in screens.ts.`)

let count = 0
const complaints: string[] = []
const folder = mkdtempSync(join(tmpdir(), 'quayside-shots-'))
const browser = await startBrowser()
try {
  if (values.only === '') rmSync(target, { recursive: true, force: true })
  await welcome(browser)
  await sample(browser)
  await empty(browser)
  await importing(browser)
  await extremes(browser)
} finally {
  await browser.close()
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
}
console.log(`${count} pictures in out/shots`)
for (const complaint of new Set(complaints)) console.log(`complaint: ${complaint}`)
process.exitCode = complaints.length > 0 ? 1 : 0

/** Before any book is open. */
async function welcome(browser: Browser): Promise<void> {
  await withHost('welcome', [], async (host) => {
    for (const look of [...looks, ...narrowLooks]) await shoot({ browser, host, look }, 'welcome', welcomeSteps)
  })
}

async function sample(browser: Browser): Promise<void> {
  await withHost('sample', [], async (host) => {
    await call(host, 'host.openSample')
    await call(host, 'counting.create', { warehouseId: 1, on: dayOf(Date.now() as Instant), of: { scope: 'all' } })
    const known = await knownRecords(host)
    for (const look of [...looks, ...narrowLooks]) await shoot({ browser, host, look }, 'sample', stepsFor(known))
  })
}

async function empty(browser: Browser): Promise<void> {
  await withHost('empty', [], async (host) => {
    const input = { companyName: 'Bare Shelf Trading', country: 'CN', baseCurrency: 'USD', ownerName: 'Mei' }
    await call(host, 'host.createBook', input)
    for (const look of looks) await shoot({ browser, host, look }, 'empty', stepsFor(null))
  })
}

/** A new book for each look, so that what is imported is new in every one. */
async function importing(browser: Browser): Promise<void> {
  const steps = importSteps(importFiles(folder))
  await withHost('import', [], async (host) => {
    for (const look of [...looks, ...narrowLooks]) {
      const input = { companyName: `Import ${lookName(look)}`, country: 'DE', baseCurrency: 'EUR', ownerName: 'Mei' }
      await call(host, 'host.createBook', input)
      await shoot({ browser, host, look }, 'import', steps)
    }
  })
}

async function extremes(browser: Browser): Promise<void> {
  if (!screens.some(({ name }) => isWanted(`extremes/${name}`))) return
  const file = join(folder, 'extremes.quay')
  makeExtremeBook(file, dayOf(Date.now() as Instant))
  await withHost('extremes', ['--book', file], async (host) => {
    const name = 'Maximiliana-Theodora von und zu Hohenstein-Altenburg-Wolkenkuckucksheim'
    await call(host, 'people.choose', await call<{ id: number }>(host, 'people.add', { name, nameZh: '' }))
    const known = await knownRecords(host)
    const steps = stepsFor(known)
    for (const look of [...looks.slice(0, 2), ...narrowLooks]) await shoot({ browser, host, look }, 'extremes', steps)
  })
}

async function withHost(name: string, args: string[], work: (host: TestHost) => Promise<void>): Promise<void> {
  const host = await startHttpHost({ folder: join(folder, name), args })
  try {
    await host.cookie()
    await work(host)
  } finally {
    await host.stop()
  }
}

type Session = { browser: Browser; host: TestHost; look: Look }

/** The screens that the book has records for. */
function stepsFor(known: Known | null): Shot[] {
  return screens.flatMap(({ name, path, act }) => {
    const address = path(known)
    return address === null ? [] : [{ name, path: address, act }]
  })
}

type Shot = { name: string; path: string; act?: (page: Page, t: Translate) => Promise<void> }

async function shoot({ browser, host, look }: Session, state: string, shots: readonly Shot[]): Promise<void> {
  const picked = shots.filter(({ name }) => isWanted(`${state}/${name}`))
  if (picked.length === 0) return
  const camera = await openCamera(browser, host, look)
  for (const { name, path, act } of picked) {
    try {
      await camera.shoot(path, join(target, state, lookName(look), `${name}.png`), act)
      count += 1
    } catch (error) {
      const text = error instanceof Error ? error.message.split('\n')[0] : String(error)
      complaints.push(`${state}/${lookName(look)}/${name}: ${text}`)
    }
  }
  complaints.push(...camera.complaints.map((text) => `${state}/${lookName(look)} ${text}`))
  await camera.close()
  process.stderr.write(`${state} ${lookName(look)}\n`)
}

function isWanted(name: string): boolean {
  return wanted.length === 0 || wanted.some((word) => name.includes(word))
}

/** One record of each kind: the product with most to show, the latest order. */
async function knownRecords(host: TestHost): Promise<Known> {
  const first = async (path: string, input: object) =>
    (await call<ListPage<{ id: number }>>(host, path, { limit: 1, ...input })).rows[0]?.id ?? 0
  const named = (column: string, value: string) => ({ filters: [{ column, op: 'is', values: [value] }] })
  const byRole = (role: string) => first('parties.list', { role })
  const product = await first('products.list', {})
  return {
    product,
    family: (await first('products.list', named('kind', 'family'))) || product,
    order: await first('orders.list', {}),
    customer: await byRole('customer'),
    supplier: await byRole('supplier'),
    carrier: await byRole('carrier'),
    task: await first('tasks.list', {}),
    paper: await first('papers.list', {}),
    document: (await first('stock.documents', named('kind', 'transfer'))) || (await first('stock.documents', {})),
    expected: await first('expected.list', {}),
    purchase: (await first('purchases.list', named('status', 'part_received'))) || (await first('purchases.list', {})),
    offer: await first('offers.list', {}),
    request: await first('requests.list', {}),
    count: await first('counting.list', {}),
    settlement: await first('settlements.list', {}),
    shipment: (await first('shipments.list', named('kind', 'transfer'))) || (await first('shipments.list', {})),
    parcel: (await first('shipments.list', named('kind', 'order'))) || (await first('shipments.list', {})),
    draft: await first('shipments.list', named('status', 'packed')),
    service: await first('carriers.list', {}),
  }
}
