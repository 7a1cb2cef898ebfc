// The key that saves a text of many lines, where Enter alone begins a new one.
import type { KeyboardEvent } from 'react'

export function isSaveKey(event: KeyboardEvent): boolean {
  // While Chinese is being composed, Enter belongs to the input method.
  return event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !event.nativeEvent.isComposing
}
