// The system's dialogs: nobody is there to answer, so they are closed at once, unless a test puts an answer in their place.
// https://www.electronjs.org/docs/latest/api/dialog
import type { Dialog } from 'electron'

export const dialog: Pick<Dialog, 'showOpenDialog' | 'showSaveDialog' | 'showMessageBox' | 'showErrorBox'> = {
  showOpenDialog: async () => ({ canceled: true, filePaths: [] }),
  showSaveDialog: async () => ({ canceled: true, filePath: '' }),
  showMessageBox: async () => ({ response: 0, checkboxChecked: false }),
  showErrorBox: (title, content) => void process.stderr.write(`${title}: ${content}\n`),
}
