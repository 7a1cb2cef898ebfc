// The files of a drop. A folder counts as the tables in it: sellers keep theirs in one.

/** Of a folder's files, those that may be tables. What is dropped by itself is taken whatever its name. */
const tableName = /^[^.].*\.(?:csv|tsv|tab|txt|xlsx|xlsm|xls)$/i
/** Deeper than this nobody keeps the files of one company. */
const deepest = 3

/** The browser empties the transfer when the event is over: what is needed of it is taken at once. */
export function droppedFiles(transfer: DataTransfer): Promise<File[]> {
  const found = [...transfer.items]
    .filter((item) => item.kind === 'file')
    .map((item) => {
      const entry = item.webkitGetAsEntry()
      return isFolder(entry) ? filesIn(entry, deepest) : Promise.resolve(item.getAsFile() ?? [])
    })
  return Promise.all(found).then((lists) => lists.flat())
}

function isFolder(entry: FileSystemEntry | null): entry is FileSystemDirectoryEntry {
  return entry?.isDirectory === true
}

async function filesIn(folder: FileSystemDirectoryEntry, depth: number): Promise<File[]> {
  if (depth === 0) return []
  const entries = await entriesOf(folder)
  const lists = await Promise.all(
    entries.map(async (entry) => {
      if (isFolder(entry)) return filesIn(entry, depth - 1)
      return tableName.test(entry.name) ? [await fileOf(entry as FileSystemFileEntry)] : []
    }),
  )
  return lists.flat()
}

/** A reader gives a folder's entries in portions, and an empty one at the end. */
async function entriesOf(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader()
  const all: FileSystemEntry[] = []
  while (true) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject))
    if (some.length === 0) return all.sort((left, right) => left.name.localeCompare(right.name))
    all.push(...some)
  }
}

function fileOf(entry: FileSystemFileEntry): Promise<File> {
  return new Promise((resolve, reject) => entry.file(resolve, reject))
}
