// Every rule, gathered from the features.
import type { AlertRule } from '#main/services/alerts/alert-rule.ts'

export const alertRules: readonly AlertRule[] = []
