// Looking through folders: what is shown, and that nothing outside of home (links followed) can be reached or written.
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { placeTokens } from '#main/host/place-tokens.ts'
import { placeServices } from '#main/host/places/place-services.ts'
import { refusal } from '#tests/support/refusal.ts'

const root = mkdtempSync(join(tmpdir(), 'quayside-places-'))
afterAll(() => rmSync(root, { recursive: true, force: true }))

let round = 0
let home = ''
let outside = ''
beforeEach(() => {
  round += 1
  home = join(root, `${round}`, 'home')
  outside = join(root, `${round}`, 'elsewhere')
  mkdirSync(join(home, 'Documents', 'Books'), { recursive: true })
  mkdirSync(outside, { recursive: true })
  put(join(home, 'old.quay'), 100)
  put(join(home, 'new.quay'), 200)
  put(join(home, 'copy.quay.age'), 150)
  put(join(home, 'heads.json'), 160)
  put(join(home, 'letter.txt'), 170)
  put(join(home, '.hidden.quay'), 180)
  put(join(outside, 'secret.quay'), 190)
})

function put(path: string, at: number): void {
  writeFileSync(path, 'x')
  utimesSync(path, at, at)
}

function chooser(openBook: string | null = null) {
  const tokens = placeTokens()
  return { tokens, ...placeServices({ home, tokens, dialogs: null, openBook: () => openBook }) }
}

const names = (entries: readonly { name: string }[]) => entries.map(({ name }) => name)

test('begins at home: folders by name, files of the kinds asked for, newest first', () => {
  const { browse } = chooser()
  const view = browse(null, ['book', 'encrypted'])
  expect(names(view.folders)).toEqual(['Documents'])
  expect(view.files.map(({ name, kind }) => [name, kind])).toEqual([
    ['new.quay', 'book'],
    ['copy.quay.age', 'encrypted'],
    ['old.quay', 'book'],
  ])
  expect(names(browse(null, ['heads']).files)).toEqual(['heads.json'])
  expect(browse(null, []).files).toEqual([])
})

test('goes down and back up by tokens', () => {
  const { browse, tokens } = chooser()
  const documents = browse(null, []).folders[0]
  const view = browse(documents?.token ?? '', [])
  expect(names(view.crumbs)).toEqual(['home', 'Documents'])
  expect(view.crumbs[0]?.isHome).toBe(true)
  expect(tokens.pathOf(view.crumbs[0]?.token ?? '')).toBe(home)
  expect(names(view.folders)).toEqual(['Books'])
})

describe('nothing outside', () => {
  test('links that lead out are not shown, those that stay inside are', () => {
    symlinkSync(outside, join(home, 'way-out'))
    symlinkSync(join(outside, 'secret.quay'), join(home, 'file-out.quay'))
    symlinkSync(join(home, 'Documents'), join(home, 'inside'))
    symlinkSync(join(home, 'nowhere'), join(home, 'broken.quay'))
    const view = chooser().browse(null, ['book'])
    expect(names(view.folders)).toEqual(['Documents', 'inside'])
    expect(names(view.files)).toEqual(['new.quay', 'old.quay'])
  })

  test('a token is no good any more once its place was turned into a link that leads out', () => {
    const { browse, tokens, target } = chooser()
    const token = browse(null, []).folders[0]?.token ?? ''
    rmSync(join(home, 'Documents'), { recursive: true })
    symlinkSync(outside, join(home, 'Documents'))
    for (const act of [
      () => browse(token, []),
      () => tokens.pathOf(token),
      () => target({ folder: token, name: 'x', kind: 'book' }),
    ])
      expect(refusal(act)?.code).toBe('host/unknown-place')
  })

  test('a name cannot climb out of its folder', () => {
    const { browse, tokens, target, makeFolder } = chooser()
    const here = browse(null, []).token
    const made = target({ folder: here, name: '../../elsewhere/x', kind: 'book' })
    expect(tokens.pathOf(made.token)).toBe(join(home, 'elsewhere x.quay'))
    expect(tokens.pathOf(makeFolder(here, '../up').token)).toBe(join(home, 'up'))
    expect(refusal(() => makeFolder(here, '..'))?.code).toBe('host/bad-folder-name')
  })

  test('text that is no token is refused', () => {
    const { browse, tokens } = chooser()
    expect(refusal(() => browse('/etc', []))?.code).toBe('host/unknown-place')
    expect(refusal(() => tokens.pathOf(home))?.code).toBe('host/unknown-place')
  })
})

test('looking begins beside the open book, also where it lies outside of home', () => {
  const book = join(outside, 'secret.quay')
  const { browse } = chooser(book)
  const view = browse(null, ['book'])
  expect(names(view.crumbs)).toEqual(['elsewhere'])
  expect(view.files).toMatchObject([{ name: 'secret.quay', isOpen: true }])
  expect(view.shortcuts[0]).toMatchObject({ kind: 'book', name: 'elsewhere' })
  const atHome = browse(view.shortcuts[1]?.token ?? '', [])
  expect(atHome.crumbs[0]?.isHome).toBe(true)
})

test('a target says whether it is there, and is never the open book', () => {
  const { browse, target } = chooser(join(home, 'new.quay'))
  const folder = browse(null, []).token
  expect(target({ folder, name: 'fresh', kind: 'book' })).toMatchObject({ name: 'fresh.quay', exists: false })
  expect(target({ folder, name: 'old.QUAY', kind: 'book' })).toMatchObject({ name: 'old.quay', exists: true, size: 1 })
  expect(target({ folder, name: 'copy.age', kind: 'encrypted' })).toMatchObject({ name: 'copy.quay.age', exists: true })
  expect(refusal(() => target({ folder, name: 'new.quay', kind: 'book' }))?.code).toBe('host/target-is-open')
})

test('a folder is made once', () => {
  const { browse, makeFolder } = chooser()
  const here = browse(null, []).token
  expect(makeFolder(here, ' Year 2026 ')).toMatchObject({ name: 'Year 2026' })
  expect(refusal(() => makeFolder(here, 'Year 2026'))?.code).toBe('host/folder-exists')
})
