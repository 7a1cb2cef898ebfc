// Which browser the tests take: a named one, else the first that really starts.
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { findChromium } from '../../scripts/find-chromium.mjs'

const folder = mkdtempSync(path.join(tmpdir(), 'quayside-browsers-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function browser(...place) {
  const file = path.join(folder, ...place)
  mkdirSync(path.dirname(file), { recursive: true })
  writeFileSync(file, '')
  chmodSync(file, 0o755)
  return file
}

const chrome = browser('bin', 'google-chrome')
const stub = browser('snap-bin', 'chromium')
const downloaded = browser('downloads', 'chrome')
const env = { PATH: [path.join(folder, 'snap-bin'), path.join(folder, 'bin')].join(path.delimiter) }
const system = { platform: 'linux', env, starts: (file) => file.startsWith(folder) && file !== stub }

test.skipIf(process.platform === 'win32')('a program that does not start is passed over', () => {
  expect(findChromium([], system)).toBe(chrome)
})

test('what was downloaded comes last', () => {
  const empty = { ...system, env: { PATH: '' } }
  expect(findChromium([downloaded], empty)).toBe(downloaded)
  expect(findChromium([], { ...empty, starts: () => false })).toBe(undefined)
})

test('a named one is taken as it is', () => {
  expect(findChromium([], { ...system, env: { QUAYSIDE_CHROMIUM: '/my/own' }, starts: () => false })).toBe('/my/own')
})

test.runIf(process.platform === 'win32')('the usual places of Windows', () => {
  const program = browser('Google', 'Chrome', 'Application', 'chrome.exe')
  expect(findChromium([], { platform: 'win32', env: { PROGRAMFILES: folder }, starts: () => true })).toBe(program)
})
