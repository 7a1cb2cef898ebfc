// What anyone can write into a field is text wherever it is shown: no script runs, nothing is asked for, nothing breaks.
import type { Page } from '@playwright/test'
import { WelcomePage } from './pages/welcome-page.ts'
import { expect, test } from './support/test.ts'

const script = '<img src=x onerror="window.struck=1"><script>window.struck=1</script>{{7*7}}'
const turned = '\u202Etxt.exe\u202C \u2066left open'
const formula = '=HYPERLINK("http://192.0.2.1/","click")'

test('text that would be more is text', async ({ launch, host }) => {
  test.skip(host === 'electron', 'the page calls its loopback host')
  test.slow()
  const program = await launch()
  const { page } = program
  await new WelcomePage(program).lookRound()
  const customer = await made(page, 'parties.add', {
    roles: ['customer'],
    name: `${script} ${turned}`,
    nameZh: turned,
    note: script,
    contacts: [{ name: script, email: formula }],
    addresses: [{ street: script, city: turned, country: 'DE' }],
  })
  const product = await made(page, 'products.add', {
    sku: 'HT-1 <b>{{7*7}}',
    nameEn: formula,
    nameZh: script,
    note: turned,
  })
  const order = await made(page, 'orders.add', {
    ...{ customerId: customer, orderedOn: '2026-11-20', currency: 'USD', status: 'confirmed', note: script },
    lines: [{ productId: product, quantity: 2, unitPrice: '3.50', description: `${script}${turned}` }],
  })
  await made(page, 'notes.add', { record: { kind: 'order', id: order }, text: `${script}\n${turned}` })
  await made(page, 'tasks.add', { title: script, dueOn: '2026-11-20' })

  const screens = [
    ...[
      '/',
      '/products',
      `/products/${product}`,
      '/customers',
      `/customers/${customer}`,
      '/orders',
      `/orders/${order}`,
    ],
    ...[
      `/orders/${order}/edit`,
      '/tasks',
      '/calendar',
      '/history',
      `/papers/new?kind=commercial_invoice&order=${order}`,
    ],
  ]
  for (const screen of screens) {
    await page.goto(`${new URL(page.url()).origin}/#${screen}`)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await page.waitForLoadState('networkidle')
    expect(await page.evaluate(() => 'struck' in window), screen).toBe(false)
  }
  await page.goto(`${new URL(page.url()).origin}/#/orders/${order}`)
  await expect(page.getByText(script, { exact: false }).first()).toBeVisible()

  const refused = await call(page, 'products.add', { sku: 'X'.repeat(1_000_000) })
  expect(refused).toMatchObject({ ok: false, error: { code: 'input/invalid' } })

  const { token } = (await call(page, 'exports.run', { list: 'products', format: 'csv', jobId: 'x' })).data as {
    token: string
  }
  const csv = await page.evaluate(async (file) => (await fetch(`/api/files/get?token=${file}&offset=0`)).text(), token)
  // A spreadsheet would begin to reckon with it.
  expect(csv).not.toMatch(/(^|,)"?=HYPERLINK/m)
  expect(csv).toContain('HYPERLINK')
})

type Reply = { ok: boolean; data: unknown; error?: { code: string } }

async function call(page: Page, path: string, input: unknown): Promise<Reply> {
  return page.evaluate(
    async (envelope) => {
      const answer = await fetch('/api/call', {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify(envelope),
      })
      return (await answer.json()) as Reply
    },
    { id: 1, kind: path === 'exports.run' ? 'query' : 'mutation', path, input },
  )
}

async function made(page: Page, path: string, input: unknown): Promise<number> {
  const reply = await call(page, path, input)
  expect(reply.error, path).toBeUndefined()
  return (reply.data as { id: number }).id
}
