// Hands a file to the program that the system has for it, after asking.
import { dialog, type MessageBoxOptions, shell } from 'electron'
import { openedWindow } from '#main/host/electron/window.ts'
import type { FileOpener } from '#main/host/open-file.ts'
import { translator } from '#shared/i18n/translate.ts'

export const systemOpener: FileOpener = {
  async ask(name, language) {
    const t = translator(language)
    const question: MessageBoxOptions = {
      type: 'question',
      title: t('attachments.question.title'),
      message: t('attachments.question.text', { name }),
      detail: t('attachments.question.detail'),
      buttons: [t('attachments.question.open'), t('attachments.question.cancel')],
      // Enter and Escape both leave it closed: opening takes a choice.
      defaultId: 1,
      cancelId: 1,
      noLink: true,
    }
    const window = openedWindow()
    const { response } = await (window ? dialog.showMessageBox(window, question) : dialog.showMessageBox(question))
    return response === 0
  },
  open: (path) => shell.openPath(path),
}
