// What a drop holds: files as they are, folders as the tables in them.
import { expect, test } from 'vitest'
import { droppedFiles } from '#renderer/features/import/dropped-files.ts'

type Tree = { [name: string]: Tree | string }

function fileEntry(name: string) {
  return { name, isDirectory: false, file: (resolve: (file: File) => void) => resolve(new File(['a'], name)) }
}

function folderEntry(name: string, tree: Tree): FileSystemDirectoryEntry {
  const entries = Object.entries(tree).map(([key, value]) =>
    typeof value === 'string' ? fileEntry(key) : folderEntry(key, value),
  )
  // A reader hands out portions: two at a time here.
  const createReader = () => {
    const left = [...entries]
    return { readEntries: (resolve: (some: unknown[]) => void) => resolve(left.splice(0, 2)) }
  }
  return { name, isDirectory: true, createReader } as unknown as FileSystemDirectoryEntry
}

function transferOf(...items: object[]): DataTransfer {
  return { items } as unknown as DataTransfer
}

const file = (name: string) => ({
  kind: 'file',
  webkitGetAsEntry: () => fileEntry(name),
  getAsFile: () => new File(['a'], name),
})
const folder = (name: string, tree: Tree) => ({ kind: 'file', webkitGetAsEntry: () => folderEntry(name, tree) })

test('a file is taken whatever its name; text that was dropped is none', async () => {
  const found = await droppedFiles(transferOf(file('letter.pdf'), { kind: 'string' }, file('orders.csv')))
  expect(found.map(({ name }) => name)).toEqual(['letter.pdf', 'orders.csv'])
})

test('a folder is the tables in it, in the folders below too, hidden files left out', async () => {
  const tree = {
    'b.csv': '',
    'a.XLSX': '',
    'photo.jpg': '',
    '.hidden.csv': '',
    old: { 'c.tsv': '', deep: { deeper: { 'd.csv': '' } } },
  }
  const found = await droppedFiles(transferOf(folder('shop', tree)))
  expect(found.map(({ name }) => name)).toEqual(['a.XLSX', 'b.csv', 'c.tsv'])
})
