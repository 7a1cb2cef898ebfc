// When no window can open, and how that is told from a session that ended.
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { whyNoWindow } from '../../scripts/electron-runtime.mjs'
import { openInWindow } from '../../scripts/electron-window.mjs'

const folder = mkdtempSync(path.join(tmpdir(), 'quayside-electron-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test.each([
  ['linux', {}, 1000, 'no display'],
  ['linux', { DISPLAY: ':0' }, 0, 'as root'],
  ['linux', { DISPLAY: ':0' }, 1000, undefined],
  ['linux', { WAYLAND_DISPLAY: 'wayland-0' }, 1000, undefined],
  ['darwin', {}, 501, undefined],
  ['win32', {}, undefined, undefined],
])('on %s with %j as user %s: %s', (platform, env, uid, reason) => {
  const said = whyNoWindow(platform, env, uid)
  if (reason) expect(said).toContain(reason)
  else expect(said).toBe(undefined)
})

describe.skipIf(process.platform === 'win32')('openInWindow', () => {
  const program = (name, ...lines) => {
    const file = path.join(folder, name)
    writeFileSync(file, ['#!/bin/sh', ...lines, ''].join('\n'))
    chmodSync(file, 0o755)
    return file
  }

  test('a session that ended well is its exit code', async () => {
    expect(await openInWindow(program('good', 'exit 0'), {})).toBe(0)
    expect(await openInWindow(program('ended', 'exit 7'), {})).toBe(7)
  })

  test('a missing sandbox is a reason, in its own words', async () => {
    const words =
      'FATAL:sandbox/linux/suid/client/setuid_sandbox_host.cc(166)] The SUID sandbox helper binary was found'
    const said = await openInWindow(program('sandbox', `echo "[1:1122/1:${words}" >&2`, 'kill -TRAP $$'), {})
    expect(said).toMatch(/^Electron could not start \(.*SUID sandbox helper/)
  })

  test('a missing library is a reason', async () => {
    const said = await openInWindow(
      program('library', 'echo "libgtk-3.so.0: cannot open shared object file" >&2', 'exit 127'),
      {},
    )
    expect(said).toContain('libgtk-3.so.0')
  })

  test('a program that is no program is a reason', async () => {
    expect(await openInWindow(path.join(folder, 'nothing'), {})).toContain('ENOENT')
  })

  test('it gets the book, and no leftover ELECTRON_RUN_AS_NODE', async () => {
    const out = path.join(folder, 'words')
    process.env.ELECTRON_RUN_AS_NODE = '1'
    await openInWindow(program('words.sh', `echo "$ELECTRON_RUN_AS_NODE|$2|$3" > ${out}`), { book: '/a/b.quay' })
    delete process.env.ELECTRON_RUN_AS_NODE
    const { readFileSync } = await import('node:fs')
    expect(readFileSync(out, 'utf8').trim()).toBe('|--book|/a/b.quay')
  })
})
