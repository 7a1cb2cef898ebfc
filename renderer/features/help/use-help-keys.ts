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
      if (event.key !== 'Escape' || event.isComposing || !(event.target instanceof Element)) return
      if (panel.current?.contains(event.target) || !isTaken(event.target, panel.current)) close.current()
    }
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

/** What was closed by this very key may be gone from the page; where the key came from still tells. */
function isTaken(target: Element, panel: HTMLElement | null): boolean {
  const open = [target.closest(overlays), ...document.querySelectorAll(overlays)]
  return open.some((overlay) => overlay && !overlay.contains(panel) && !panel?.contains(overlay))
}
