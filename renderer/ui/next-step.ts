// Where the focus goes once a step is taken: what was pressed is gone, so the control of the next step has it.
import { type RefObject, useEffect, useRef } from 'react'

let isWanted = false
const doings = ['keydown', 'pointerdown'] as const

function giveUp(): void {
  isWanted = false
  for (const doing of doings) removeEventListener(doing, giveUp, true)
}

/** A step was taken: the next step's control takes the focus as it appears, until whoever works here does something else. */
export function focusNextStep(): void {
  isWanted = true
  for (const doing of doings) addEventListener(doing, giveUp, true)
}

/** `shown` tells one state of the control from another: with each, it is a new place to go on from. */
export function useNextStep<Control extends HTMLElement>(shown: string): RefObject<Control | null> {
  const control = useRef<Control>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is looked at again when what is shown changes
  useEffect(() => {
    if (isWanted) control.current?.focus()
  }, [shown])
  return control
}
