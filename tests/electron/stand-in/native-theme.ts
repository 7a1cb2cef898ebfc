// The system's theme, as the program asks for it.
// https://www.electronjs.org/docs/latest/api/native-theme
import { EventEmitter } from 'node:events'
import type { NativeTheme } from 'electron'

type Theme = Pick<NativeTheme, 'shouldUseDarkColors' | 'themeSource'> & EventEmitter

export const nativeTheme: Theme = Object.assign(new EventEmitter(), {
  themeSource: 'system' as const,
  shouldUseDarkColors: false,
})
