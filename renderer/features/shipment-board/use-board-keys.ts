// The keys of the board: arrows between cards and columns, Home and End within a column, E for what happened. Enter opens, as
// of any link.
import type { KeyboardEvent, RefObject } from 'react'

const within = ['ArrowDown', 'ArrowUp', 'Home', 'End']

export function useBoardKeys(frame: RefObject<HTMLDivElement | null>) {
  return (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return
    const card = (event.target as HTMLElement).closest<HTMLElement>('[data-card]')
    if (!card || !frame.current) return
    if (event.key.toLowerCase() === 'e') {
      const tell = card.querySelector<HTMLElement>('[data-tell]')
      if (!tell) return
      event.preventDefault()
      event.stopPropagation()
      return tell.click()
    }
    const next = within.includes(event.key) ? inColumn(card, event.key) : beside(frame.current, card, event.key)
    if (!next) return
    event.preventDefault()
    event.stopPropagation()
    next.querySelector('a')?.focus()
    next.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }
}

function cardsOf(column: Element | null): HTMLElement[] {
  return [...(column?.querySelectorAll<HTMLElement>('[data-card]') ?? [])]
}

function inColumn(card: HTMLElement, key: string): HTMLElement | undefined {
  const cards = cardsOf(card.parentElement)
  const at = cards.indexOf(card)
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: cards.length - 1 }[key] ?? at
  return cards[Math.max(0, Math.min(cards.length - 1, to))]
}

/** The card at the same place of the next column that has any. */
function beside(frame: HTMLElement, card: HTMLElement, key: string): HTMLElement | undefined {
  const step = { ArrowRight: 1, ArrowLeft: -1 }[key]
  if (step === undefined) return undefined
  const columns = [...frame.querySelectorAll('[data-column]')]
  const next = cardsOf(columns[columns.indexOf(card.parentElement as Element) + step] ?? null)
  return next[Math.min(cardsOf(card.parentElement).indexOf(card), next.length - 1)]
}
