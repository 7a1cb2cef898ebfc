// Files of a book are handed to the system only after asking, as copies that cannot be written; programs never are.
import { existsSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { expect, type Page } from '@playwright/test'
import { ask, callFrom, hostState, makeBook } from './calls.ts'
import { test, type WindowApp } from './window-app.ts'

test('a file opens after asking, and its copy is gone when the program ends', async ({ launch, folder }) => {
  const { app, page } = await open(launch, folder)
  const file = await attach(page, 'Contract 2026.pdf', '%PDF-1.7 signed')
  await answer(app, 0)
  expect((await hostState(page)).canOpenFiles).toBe(true)
  expect(await ask(page, 'mutation', 'host.openFile', { file })).toBe(true)
  const { opened, asked } = await seen(app)
  expect(asked).toHaveLength(1)
  expect(asked[0]).toContain('Contract 2026.pdf')
  const [copy = ''] = opened
  expect(path.basename(copy)).toBe('Contract 2026.pdf')
  expect(readFileSync(copy, 'utf8')).toBe('%PDF-1.7 signed')
  expect(statSync(copy).mode & 0o222).toBe(0)
  await app.evaluate(({ app: program }) => program.quit())
  expect(await app.ended).toBe(0)
  expect(existsSync(copy)).toBe(false)
})

test('whoever says no has opened nothing', async ({ launch, folder }) => {
  const { app, page } = await open(launch, folder)
  const file = await attach(page, 'Contract.pdf', '%PDF-1.7')
  await answer(app, 1)
  expect(await ask(page, 'mutation', 'host.openFile', { file })).toBe(false)
  expect(await seen(app)).toMatchObject({ opened: [], asked: [expect.any(String)] })
})

test('what could run is refused without a question, by its name and by its bytes', async ({ launch, folder }) => {
  const { app, page } = await open(launch, folder)
  await answer(app, 0)
  for (const [name, text] of [
    ['setup.exe', 'harmless'],
    ['invoice.pdf.lnk', 'x'],
    ['page.html', '<script>alert(1)</script>'],
    ['invoice.pdf', 'MZ and more'],
    ['script.txt', '#!/bin/sh\n'],
  ] as const) {
    const file = await attach(page, name, text)
    const reply = await callFrom(page)({ id: 1, kind: 'mutation', path: 'host.openFile', input: { file } })
    expect([name, reply]).toEqual([
      name,
      { id: 1, ok: false, error: expect.objectContaining({ code: 'files/not-openable' }) },
    ])
  }
  expect(await seen(app)).toEqual({ opened: [], asked: [] })
})

test('a path is no file: only what is on the shelf can be asked for', async ({ launch, folder }) => {
  const { app, page } = await open(launch, folder)
  await answer(app, 0)
  for (const file of ['/etc/passwd', '../../x', 'f'.repeat(32)]) {
    const reply = await callFrom(page)({ id: 1, kind: 'mutation', path: 'host.openFile', input: { file } })
    expect(reply).toMatchObject({ ok: false, error: { code: 'files/unknown' } })
  }
  expect(await seen(app)).toEqual({ opened: [], asked: [] })
})

async function open(launch: () => Promise<WindowApp>, folder: string) {
  const app = await launch()
  const page = await app.firstWindow()
  await makeBook(app, page, path.join(folder, 'files.quay'))
  return { app, page }
}

/** Puts a file on a product as the screen does; the token under which the shelf has it for opening. */
async function attach(page: Page, name: string, text: string): Promise<string> {
  const { id } = await ask<{ id: number }>(page, 'mutation', 'products.add', { sku: `P-${name}` })
  const sent = await page.evaluate(
    async (file) => {
      const files = window.quayside?.files
      if (!files) throw new Error('the page has no bridge')
      const { token } = await files.open(file.name)
      await files.put(token, 0, new TextEncoder().encode(file.text).buffer as ArrayBuffer)
      return token
    },
    { name, text },
  )
  const added = await ask<{ id: number }>(page, 'mutation', 'attachments.add', {
    record: { kind: 'product', id },
    file: sent,
  })
  const { token } = await ask<{ token: string }>(page, 'query', 'attachments.content', { id: added.id })
  return token
}

type Kept = { opened: string[]; asked: string[] }

/** Answers the question in the system's place, and notes what the system is asked to open. */
async function answer(app: WindowApp, button: number): Promise<void> {
  await app.evaluate(({ dialog, shell }, response) => {
    const kept: Kept = { opened: [], asked: [] }
    Object.assign(globalThis, { kept })
    dialog.showMessageBox = async (...given: unknown[]) => {
      const { message } = given.at(-1) as { message: string }
      kept.asked.push(message)
      return { response, checkboxChecked: false }
    }
    shell.openPath = async (file: string) => {
      kept.opened.push(file)
      return ''
    }
  }, button)
}

function seen(app: WindowApp): Promise<Kept> {
  return app.evaluate(() => (globalThis as unknown as { kept: Kept }).kept)
}
