// Escape and focus of help, which lies beside what one works on and not over it.
import { useEffect, useLayoutEffect, useRef } from 'react'

/**
 * Escape closes help from anywhere, unless a dialog, a menu or an open choice takes it first. Whoever closes help from within
 * stands again where they were before; whoever has gone on working stays there.
 */
export function useHelpKeys(opened: boolean, onClose: () => void) {
  const panel = useRef<HTMLDivElement>(null)
  const close = useRef(onClose)
  close.current = onClose
  // Before the search takes the focus.
  useLayoutEffect(() => {
    if (!opened) return
    const before = document.activeElement
    return () => {
      const at = document.activeElement
      if (at === document.body || panel.current?.contains(at)) goBackTo(before)
    }
  }, [opened])
  useEffect(() => {
    if (!opened) return
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.isComposing) return
      const isWithin = event.target instanceof Node && panel.current?.contains(event.target)
      if (isWithin || !isTaken(panel.current)) close.current()
    }
    // On the way down: by the way up, what took the key may be gone already.
    window.addEventListener('keydown', onKey, true)
    return () => window.removeEventListener('keydown', onKey, true)
  }, [opened])
  return panel
}

function goBackTo(element: Element | null): void {
  const isThere = element instanceof HTMLElement && element !== document.body && element.isConnected
  const target = isThere ? element : document.getElementById('content')
  target?.focus()
}

const overlays = '[role="dialog"], [role="menu"], [role="listbox"], .mantine-Popover-dropdown'

function isTaken(panel: HTMLElement | null): boolean {
  return [...document.querySelectorAll(overlays)].some(
    (overlay) => !overlay.contains(panel) && !panel?.contains(overlay),
  )
}
