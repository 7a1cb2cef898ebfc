// A button that opens the system's file dialog, for many files.
import { Button, type ButtonProps } from '@mantine/core'
import { type ReactNode, useRef } from 'react'
import { useText } from '#renderer/lib/language.ts'
import { WriteGate } from '#renderer/ui/write-gate.tsx'

/** What the dialog offers first; what a file really is, its content tells. */
const usualEndings = '.csv,.tsv,.txt,.tab,.xlsx,.xlsm'

type ChooseFilesProps = Omit<ButtonProps, 'onChange'> & { onFiles: (files: File[]) => void; children: ReactNode }

export function ChooseFiles({ onFiles, children, ...props }: ChooseFilesProps) {
  const { t } = useText()
  const input = useRef<HTMLInputElement>(null)
  return (
    <>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        aria-label={t('import.drop.choose')}
        accept={usualEndings}
        onChange={(event) => {
          const files = [...(event.currentTarget.files ?? [])]
          // The same file can be chosen again.
          event.currentTarget.value = ''
          if (files.length > 0) onFiles(files)
        }}
      />
      <WriteGate>
        <Button {...props} onClick={() => input.current?.click()}>
          {children}
        </Button>
      </WriteGate>
    </>
  )
}
