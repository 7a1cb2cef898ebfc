// The files of this import: what each is in words, and whether it is ready.
import { ActionIcon } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { useText } from '#renderer/lib/language.ts'
import { StatusBadge } from '#renderer/ui/status-badge.tsx'
import classes from './file-list.module.css'
import { removeFile } from './file-queue.ts'
import { inspectionInWords, readinessInWords } from './file-words.ts'
import type { ImportFile } from './import-file.ts'
import { setSession } from './session-store.ts'

export function FileList({ files, selectedId }: { files: readonly ImportFile[]; selectedId: string | null }) {
  const { t } = useText()
  return (
    <ul className={classes.list} aria-label={t('import.files.label')}>
      {files.map((file) => (
        <FileRow key={file.id} file={file} isSelected={file.id === selectedId} />
      ))}
    </ul>
  )
}

function FileRow({ file, isSelected }: { file: ImportFile; isSelected: boolean }) {
  const { t, format } = useText()
  const { word, tone } = readinessInWords(t, format, file)
  return (
    <li className={classes.row} data-selected={isSelected || undefined}>
      <button
        type="button"
        className={classes.file}
        aria-current={isSelected || undefined}
        onClick={() => setSession((before) => ({ ...before, selectedId: file.id }))}
      >
        <span className={classes.name}>{file.name}</span>
        <StatusBadge tone={tone}>{word}</StatusBadge>
        <span className={classes.words}>
          {file.inspection ? inspectionInWords(t, format, file.inspection) : format.fileSize(file.size)}
        </span>
      </button>
      <ActionIcon
        className={classes.remove}
        size={24}
        aria-label={t('import.files.remove', { name: file.name })}
        onClick={() => removeFile(file.id)}
      >
        <IconX size={14} stroke={1.5} />
      </ActionIcon>
    </li>
  )
}
