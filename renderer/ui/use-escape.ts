// Escape for what lies on the screen itself. What lies over it (menus, dialogs, a field's list) takes Escape first.
import { useEffect, useRef } from 'react'

const overlays = '[role="dialog"], [role="menu"], [role="listbox"], .mantine-Popover-dropdown'

export function useEscape(onEscape: () => void) {
  const latest = useRef(onEscape)
  latest.current = onEscape
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !document.querySelector(overlays) && !isWriting(event.target)) latest.current()
    }
    // On the way down: by the way up, the overlay that took the key may be gone already.
    window.addEventListener('keydown', onKey, true)
    return () => window.removeEventListener('keydown', onKey, true)
  }, [])
}

/** In a field with text, Escape is the field's. */
function isWriting(target: EventTarget | null): boolean {
  return (
    (target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement) &&
    target.value !== '' &&
    target.type !== 'checkbox'
  )
}
