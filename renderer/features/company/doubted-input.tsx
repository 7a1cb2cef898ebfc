// A text field that can say what looks wrong in it without refusing it: the certificate is right, not the program.
import { TextInput, type TextInputProps } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useId } from 'react'
import { useText } from '#renderer/lib/language.ts'
import type { english } from '#shared/i18n/english.ts'
import classes from './company.module.css'

export type Doubt = Exclude<keyof typeof english.company.doubts, 'word'>

export function DoubtedInput({ doubt, ...props }: TextInputProps & { doubt: Doubt | null }) {
  const { t } = useText()
  const id = useId()
  return (
    <div>
      <TextInput {...props} aria-describedby={doubt ? id : undefined} />
      <p id={id} className={classes.doubt} role="status" hidden={doubt === null}>
        {doubt ? (
          <>
            <IconAlertTriangle size={13} stroke={1.6} aria-hidden /> {t('company.doubts.word')}:{' '}
            {t(`company.doubts.${doubt}`)}
          </>
        ) : null}
      </p>
    </div>
  )
}
