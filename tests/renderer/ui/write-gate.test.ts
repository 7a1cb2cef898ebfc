// What changes the book asks first whether it may: no screen offers in a read-only window what is then refused.
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const root = fileURLToPath(new URL('../../../renderer/', import.meta.url))
const files = new Map(
  readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file))
    .map((file) => [file.replaceAll('\\', '/'), readFileSync(`${root}${file}`, 'utf8')] as const),
)

/** Machine-side procedures, and what is kept in silence: nobody is told when it is not. */
const quiet = /^(?:host|drafts|grid|records|clashes\.preview)\b/

/** Only ever reached from what was done in this window a moment ago. */
const afterwards = new Set(['ui/undo-notice.tsx'])

const asks = /\b(?:WriteGate|useMayWrite|RecordForm)\b/

/** What is done with ticked rows: the bar that offers it asks. */
const ofTickedRows = /\brunOn: \(target\) => client\.[\w.]+\.mutate\(/g

function changesBook(text: string): boolean {
  const calls = [...text.replaceAll(ofTickedRows, '').matchAll(/\bclient\.([\w.]+)\.mutate\b/g)]
  return calls.some(([, path = '']) => !quiet.test(path))
}

function importersOf(file: string): string[] {
  const name = `/${file.split('/').at(-1)}'`
  return [...files].filter(([, text]) => text.includes(name)).map(([importer]) => importer)
}

/** Itself, or one of those that use it. */
function isAsked(file: string, depth = 0): boolean {
  if (asks.test(files.get(file) ?? '')) return true
  const importers = importersOf(file)
  return depth < 4 && importers.some((importer) => isAsked(importer, depth + 1))
}

test('every module that changes the book asks whether it may, or those that use it do', () => {
  const changing = [...files].filter(([, text]) => changesBook(text)).map(([file]) => file)
  expect(changing.length).toBeGreaterThan(40)
  const unasked = changing.filter((file) => file !== 'lib/api.ts' && !afterwards.has(file) && !isAsked(file))
  expect(unasked).toEqual([])
  expect(files.get('ui/record-grid/selection-bar.tsx')).toMatch(asks)
})

test('a module that asks nobody is found', () => {
  files.set('features/x/x-screen.tsx', 'client.orders.add.mutate({})')
  expect(isAsked('features/x/x-screen.tsx')).toBe(false)
  files.delete('features/x/x-screen.tsx')
})
