// Opens the help of the screen: for places where nothing is yet, and someone may ask what would be.
import { Button } from '@mantine/core'
import { IconHelp } from '@tabler/icons-react'
import { use } from 'react'
import { useText } from '#renderer/lib/language.ts'
import { OpenHelpContext } from '#renderer/lib/open-help.ts'

export function HelpButton() {
  const { t } = useText()
  const open = use(OpenHelpContext)
  return (
    <Button leftSection={<IconHelp size={14} stroke={1.5} />} onClick={open}>
      {t('help.open')}
    </Button>
  )
}
