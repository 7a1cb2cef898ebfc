// The files in a drop or on the clipboard, and the names of folders, which a record does not take.

export class FolderDropped extends Error {
  readonly folder: string

  constructor(folder: string) {
    super(`a folder: ${folder}`)
    this.folder = folder
  }
}

/** The files of a drop; `FolderDropped` where one of them is a folder. */
export async function filesOfDrop(transfer: DataTransfer): Promise<File[]> {
  const items = [...transfer.items].filter((item) => item.kind === 'file')
  const entries = items.map((item) => item.webkitGetAsEntry())
  const files = items.flatMap((item) => item.getAsFile() ?? [])
  const folder = entries.find((entry) => entry?.isDirectory)
  if (folder) throw new FolderDropped(folder.name)
  return files
}

/** What browsers call a picture that has no name of its own: a screenshot, a picture copied from a page. */
const namelessPicture = /^image\.(?:png|jpe?g|gif|webp)$/i

/**
 * The files of a paste; none where text is being pasted into a field. `nameFor` names pictures that have no name.
 * Spreadsheets put a picture of the cells beside their text: into a field goes the text.
 */
export function filesOfPaste(event: ClipboardEvent, nameFor: (index: number) => string): File[] {
  const { clipboardData, target } = event
  if (!clipboardData) return []
  const isField = target instanceof Element && target.closest('input, textarea, [contenteditable="true"]') !== null
  if (isField && clipboardData.types.includes('text/plain')) return []
  return [...clipboardData.files].map((file, index) => {
    if (!namelessPicture.test(file.name)) return file
    const ending = file.name.slice(file.name.lastIndexOf('.'))
    return new File([file], `${nameFor(index)}${ending}`, { type: file.type })
  })
}
