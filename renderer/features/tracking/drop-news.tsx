// Files let go over the screen: text is read into the field, tables go on to the import.
import { IconFileText } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { carryFiles } from '#renderer/lib/carried-files.ts'
import { useText } from '#renderer/lib/language.ts'
import { useFileDrop } from '#renderer/lib/use-file-drop.ts'
import classes from './tracking.module.css'

const table = /\.(?:csv|tsv|tab|xlsx|xls|zip)$/i

export function DropNews({ onText }: { onText: (file: File) => void }) {
  const { t } = useText()
  const navigate = useNavigate()
  const take = (files: File[]) => {
    const tables = files.filter(({ name }) => table.test(name))
    const [text] = files.filter((file) => !tables.includes(file))
    if (text) return onText(text)
    if (tables.length === 0) return
    carryFiles(tables)
    navigate({ to: '/import' })
  }
  const isOver = useFileDrop({ read: async (transfer) => [...transfer.files], onFiles: take, onFailure: () => {} })
  if (!isOver) return null
  return (
    <div className={classes.over} role="status">
      <IconFileText size={24} stroke={1.5} aria-hidden />
      {t('tracking.paste.drop')}
    </div>
  )
}
