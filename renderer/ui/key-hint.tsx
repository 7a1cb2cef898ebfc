// A key as it stands on the keyboard; Ctrl is Cmd on Apple machines.
import { Kbd } from '@mantine/core'
import classes from './key-hint.module.css'

const isApple = /mac|iphone|ipad/i.test(navigator.platform)

export function KeyHint({ keys }: { keys: string }) {
  const shown = isApple ? keys.replace('Ctrl', '⌘').replace('Alt', '⌥') : keys
  return <Kbd className={classes.key}>{shown}</Kbd>
}
