// Files made to exhaust memory: a line without end, a workbook that unpacks to gigabytes, half a million rows. Each runs in
// a process of its own, whose peak memory is read afterwards.
import { spawnSync } from 'node:child_process'
import { closeSync, mkdtempSync, openSync, rmSync, writeFileSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { zipSync } from 'fflate'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { outFile } from '#tests/support/built-program.ts'
import { writeOrderRows } from '#tests/support/order-rows-file.ts'
import { isFull, rounds } from '#tests/torture/torture-size.ts'

const folder = mkdtempSync(join(tmpdir(), 'quayside-memory-'))
const book = join(folder, 'book.quay')
const env = { ...process.env, QUAYSIDE_DATA: join(folder, 'data'), LANG: 'en_US.UTF-8', LC_ALL: '' }
/** The program itself, its caches and SQLite's memory map; no file may add its own size to it. */
const mostMiB = 600

beforeAll(() => {
  expect(run('new', book, '--currency', 'USD').status).toBe(0)
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function run(...args: string[]) {
  const peak = join(folder, 'peak.txt')
  // Linux counts to maxRSS what the process held that started this one, and tests before may have made that large.
  const report = `import fs from 'node:fs'
    const kib = () => process.platform === 'linux' ? /VmHWM:\\s+(\\d+)/.exec(fs.readFileSync('/proc/self/status', 'utf8'))[1] : process.resourceUsage().maxRSS
    process.on('exit', () => fs.writeFileSync(${JSON.stringify(peak)}, String(kib())))`
  const preload = join(folder, 'peak.mjs')
  writeFileSync(preload, report)
  const result = spawnSync(process.execPath, ['--import', preload, outFile('main/cli.js'), ...args], {
    env,
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  })
  const text = spawnSync(process.execPath, ['-p', `require('fs').readFileSync(${JSON.stringify(peak)},'utf8')`], {
    encoding: 'utf8',
  }).stdout
  return { ...result, peakMiB: Number(text) / 1024 }
}

test('a line without end', { timeout: 300_000 }, () => {
  const file = join(folder, 'endless.csv')
  const handle = openSync(file, 'w')
  writeSync(handle, 'SKU,Name\nA,Mug\nB,"')
  const chunk = 'x'.repeat(4 * 1024 * 1024)
  for (let count = 0; count < rounds(24, 500); count += 1) writeSync(handle, chunk)
  closeSync(handle)
  const { stdout, peakMiB } = run('import', book, file, '--as', 'products', '--json')
  const [report] = (JSON.parse(stdout) as { files: { new: number; refused: { line: number }[] }[] }).files
  expect(report).toMatchObject({ new: 1, refused: [{ line: 3 }] })
  expect(peakMiB).toBeLessThan(mostMiB)
})

test('a workbook that unpacks to a thousand times its size', { timeout: 300_000 }, () => {
  const file = join(folder, 'bomb.xlsx')
  const zeros = new Uint8Array((isFull ? 1200 : 300) * 1024 * 1024)
  writeFileSync(file, zipSync({ '[Content_Types].xml': new Uint8Array(10), 'xl/workbook.xml': zeros }, { level: 9 }))
  const { status, stderr, peakMiB } = run('import', book, file)
  expect(status).toBe(1)
  expect(stderr).toContain('bomb.xlsx')
  expect(peakMiB).toBeLessThan(mostMiB)
})

test('rows by the hundred thousand', { timeout: 600_000 }, () => {
  const file = join(folder, 'long.csv')
  const rows = rounds(40_000, 500_000)
  writeOrderRows(file, rows)
  const { stdout, peakMiB } = run('import', book, file, '--make-missing', '--json')
  expect((JSON.parse(stdout) as { files: { new: number }[] }).files[0]?.new).toBe(rows)
  expect(peakMiB).toBeLessThan(mostMiB)
})
