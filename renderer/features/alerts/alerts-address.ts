// Which alerts the screen shows, as it stands in the address: `?state=snoozed&rule=orders/late`.
import { type AlertRuleId, type AlertState, alertRuleIds, alertStates } from '#shared/schemas/alerts.ts'

export const alertTabs = [...alertStates, 'rules'] as const
export type AlertTab = (typeof alertTabs)[number]

export type AlertsAddress = { tab?: Exclude<AlertTab, 'waiting'>; rule?: AlertRuleId }

/** What is not understood is left out, never an error. */
export function readAlertsAddress(raw: Record<string, unknown>): AlertsAddress {
  const tab = alertTabs.find((known) => known === raw.tab)
  const rule = alertRuleIds.find((known) => known === raw.rule)
  return { ...(tab && tab !== 'waiting' && { tab }), ...(rule && { rule }) }
}

export function stateOfTab(tab: AlertTab): AlertState {
  return alertStates.find((state) => state === tab) ?? 'waiting'
}
