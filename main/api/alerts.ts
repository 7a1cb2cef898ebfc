// The door to alerts.
import { procedure, router } from '#main/api/trpc.ts'
import { alertsDone, setAlertRule, snoozeAlerts, unmarkAlerts } from '#main/services/alerts/alert-commands.ts'
import { waitingCounts } from '#main/services/alerts/alert-counts.ts'
import { alertRuleStates, listAlerts, recordAlerts } from '#main/services/alerts/alert-queries.ts'
import { alertsAtHome } from '#main/services/alerts/alerts-at-home.ts'
import {
  alertListInput,
  alertRuleInput,
  alertsDayInput,
  doneAlertsInput,
  recordAlertsInput,
  snoozeAlertsInput,
  unmarkAlertsInput,
} from '#shared/schemas/alerts.ts'

export const alertsRouter = router({
  home: procedure.input(alertsDayInput).query(({ ctx, input }) => ctx.read((db) => alertsAtHome(db, input.today))),
  list: procedure.input(alertListInput).query(({ ctx, input }) => ctx.read((db) => listAlerts(db, input))),
  counts: procedure.input(alertsDayInput).query(({ ctx, input }) => ctx.read((db) => waitingCounts(db, input.today))),
  ofRecord: procedure
    .input(recordAlertsInput)
    .query(({ ctx, input }) => ctx.read((db) => recordAlerts(db, input.today, input.record))),
  rules: procedure.input(alertsDayInput).query(({ ctx, input }) => ctx.read((db) => alertRuleStates(db, input.today))),
  snooze: procedure
    .input(snoozeAlertsInput)
    .mutation(({ ctx, input }) => ctx.writeUndoable('alerts.snooze', (tx) => snoozeAlerts(tx, input))),
  done: procedure
    .input(doneAlertsInput)
    .mutation(({ ctx, input }) => ctx.writeUndoable('alerts.done', (tx) => alertsDone(tx, input))),
  unmark: procedure
    .input(unmarkAlertsInput)
    .mutation(({ ctx, input }) => ctx.writeUndoable('alerts.unmark', (tx) => unmarkAlerts(tx, input.alerts))),
  setRule: procedure
    .input(alertRuleInput)
    .mutation(({ ctx, input }) => ctx.writeUndoable('alerts.setRule', (tx) => setAlertRule(tx, input))),
})
