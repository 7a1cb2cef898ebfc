// Forecasts of the whole book through the pool: worked out by the clerk, kept by the writer.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { workForecasts } from '#main/host/planning/forecast-services.ts'
import { asDay } from '#shared/dates.ts'
import type { HostEvent, JobState } from '#shared/operation.ts'
import type { ForecastState } from '#shared/schemas/forecasts.ts'
import { dataOf, type envelope } from '#tests/api/transport-cases.ts'
import { openTestPool } from '#tests/support/test-pool.ts'

const folder = mkdtempSync(join(tmpdir(), 'quayside-test-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('a job that reports, keeps what it made and tells which tables changed', async () => {
  const events: HostEvent[] = []
  const pool = await openTestPool(join(folder, 'book.quay'), { onEvent: (event) => events.push(event) })
  const call = (sent: ReturnType<typeof envelope>) => pool.call(sent)
  const { id: productId } = await dataOf<{ id: number }>(call, 'mutation', 'products.add', { sku: 'MUG' })
  for (let month = 1; month <= 12; month += 1)
    await dataOf(call, 'mutation', 'orders.add', {
      orderedOn: `2025-${String(month).padStart(2, '0')}-10`,
      currency: 'USD',
      status: 'confirmed',
      lines: [{ productId, quantity: 30, unitPrice: '5' }],
    })
  const state = () => dataOf<ForecastState>(call, 'query', 'planning.forecastState', { on: '2026-01-05' })
  expect(await state()).toMatchObject({ products: 1, missing: 1 })
  events.length = 0
  const work = await workForecasts(pool, { jobId: 'all', all: false, on: asDay('2026-01-05') })
  expect(work).toEqual({ made: 1, withoutForecast: 0, kept: 0 })
  expect(await state()).toMatchObject({ products: 1, current: 1, newestOn: '2026-01-05' })
  const jobs = events.flatMap((event) => (event.type === 'job' ? [event.job] : []))
  expect(jobs.map(({ kind, status }: JobState) => [kind, status])).toEqual(
    expect.arrayContaining([
      ['forecasts.work', 'running'],
      ['forecasts.work', 'done'],
    ]),
  )
  expect(events).toContainEqual({ type: 'changed', tables: ['forecasts'] })
  await pool.close()
})
