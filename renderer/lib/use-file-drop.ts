// Files dropped anywhere in the window. Without it the browser would leave Quayside and open the file.
import { useEffectEvent, useLayoutEffect, useState } from 'react'

type FileDrop = {
  /** The files of a drop. The browser empties the transfer when the event is over: what is needed is taken at once. */
  read: (transfer: DataTransfer) => Promise<File[]>
  /** Null refuses files. */
  onFiles: ((files: File[]) => void) | null
  onFailure: () => void
}

/** Answers whether files are held over the window now. */
export function useFileDrop({ read, onFiles, onFailure }: FileDrop): boolean {
  const [isOver, setOver] = useState(false)
  const canTake = useEffectEvent(() => onFiles !== null)
  const take = useEffectEvent((files: File[]) => onFiles?.(files))
  const readAll = useEffectEvent(read)
  const fail = useEffectEvent(onFailure)
  // With the first picture of the page: a file let go before anyone listens would take the window away.
  useLayoutEffect(() => {
    // Entering a child comes before leaving its parent, so a counter tells whether the window was left.
    let depth = 0
    const hold = (event: DragEvent, change: number) => {
      if (!event.dataTransfer?.types.includes('Files')) return
      event.preventDefault()
      depth = Math.max(0, depth + change)
      event.dataTransfer.dropEffect = canTake() ? 'copy' : 'none'
      setOver(depth > 0 && canTake())
    }
    const drop = (event: DragEvent) => {
      if (!event.dataTransfer?.types.includes('Files')) return
      event.preventDefault()
      readAll(event.dataTransfer).then(take, fail)
    }
    // Before anyone on the page: a place of its own may take the files and let nobody else know.
    const aim = (event: DragEvent) => {
      if (!event.dataTransfer?.types.includes('Files')) return
      // Such a place may also keep that it was entered to itself.
      depth = Math.max(1, depth)
      const isElsewhere = event.target instanceof Element && event.target.closest('[data-takes-files]') !== null
      setOver(canTake() && !isElsewhere)
    }
    const end = () => {
      depth = 0
      setOver(false)
    }
    const enter = (event: DragEvent) => hold(event, 1)
    const over = (event: DragEvent) => hold(event, 0)
    const leave = (event: DragEvent) => hold(event, -1)
    const handlers = { dragenter: enter, dragover: over, dragleave: leave, drop } as const
    const names = ['dragenter', 'dragover', 'dragleave', 'drop'] as const
    for (const name of names) window.addEventListener(name, handlers[name])
    window.addEventListener('dragover', aim, true)
    window.addEventListener('drop', end, true)
    return () => {
      window.removeEventListener('dragover', aim, true)
      window.removeEventListener('drop', end, true)
      for (const name of names) window.removeEventListener(name, handlers[name])
    }
  }, [])
  return isOver
}
