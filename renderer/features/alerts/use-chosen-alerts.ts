// Which alerts are chosen on the screen of alerts.
import { useState } from 'react'
import type { Alert } from '#shared/schemas/alerts.ts'

export type ChosenAlerts = ReturnType<typeof useChosenAlerts>

/** Names an alert among all others; another cause is another alert. */
export function keyOf({ rule, record, detail, cause }: Alert): string {
  return JSON.stringify([rule, record?.kind, record?.id, detail, cause])
}

export function useChosenAlerts() {
  const [chosen, setChosen] = useState<ReadonlyMap<string, Alert>>(new Map())
  const has = (alert: Alert) => chosen.has(keyOf(alert))
  return {
    alerts: [...chosen.values()],
    has,
    toggle: (alert: Alert) => setChosen(has(alert) ? without(chosen, alert) : withAll(chosen, [alert])),
    addAll: (alerts: readonly Alert[]) => setChosen(withAll(chosen, alerts)),
    clear: () => setChosen(new Map()),
  }
}

function withAll(chosen: ReadonlyMap<string, Alert>, alerts: readonly Alert[]): ReadonlyMap<string, Alert> {
  return new Map([...chosen, ...alerts.map((alert) => [keyOf(alert), alert] as const)])
}

function without(chosen: ReadonlyMap<string, Alert>, alert: Alert): ReadonlyMap<string, Alert> {
  return new Map([...chosen].filter(([key]) => key !== keyOf(alert)))
}
