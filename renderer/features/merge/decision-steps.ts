// Decisions one step back and forth: Ctrl+Z here takes back the last choice, not the last change of the book.
import { useEffect } from 'react'
import { directionOf, isWriting } from '#renderer/ui/undo/undo-keys.ts'
import type { Decisions } from './decisions.ts'
import { changeSession, getSession } from './merge-session.ts'

export function decide(decisions: Decisions): void {
  const { decided, decisions: before } = getSession()
  changeSession({ decisions, decided: { back: [...decided.back, before], forth: [] } })
}

export function stepDecision(direction: 'undo' | 'redo'): void {
  const { decided, decisions } = getSession()
  const [from, to] = direction === 'undo' ? [decided.back, decided.forth] : [decided.forth, decided.back]
  const next = from.at(-1)
  if (!next) return
  const [left, grown] = [from.slice(0, -1), [...to, decisions]]
  const steps = direction === 'undo' ? { back: left, forth: grown } : { back: grown, forth: left }
  changeSession({ decisions: next, decided: steps })
}

export function useDecisionKeys(): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const direction = directionOf(event)
      if (!direction || isWriting(event.target)) return
      event.preventDefault()
      stepDecision(direction)
    }
    // Before the keys of the whole window hear it.
    window.addEventListener('keydown', onKey, { capture: true })
    return () => window.removeEventListener('keydown', onKey, { capture: true })
  }, [])
}

/** A reload would forget every choice: the browser asks first. */
export function useAskBeforeLeaving(hasChosen: boolean): void {
  useEffect(() => {
    if (!hasChosen) return
    const ask = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', ask)
    return () => window.removeEventListener('beforeunload', ask)
  }, [hasChosen])
}
