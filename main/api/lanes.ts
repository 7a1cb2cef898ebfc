// The door to who delivers as promised. `performance` is called under `shipments`, the rest under `lanes`.
import { procedure, router } from '#main/api/trpc.ts'
import { expectedArrival } from '#main/services/lanes/expected-arrival.ts'
import { laneShipments } from '#main/services/lanes/lane-shipments.ts'
import { measuredDays } from '#main/services/lanes/measured-days.ts'
import { laneTrend, performance } from '#main/services/lanes/performance.ts'
import { setShippingSetting, shippingSetting } from '#main/services/shipments/shipping-settings.ts'
import { laneSettings } from '#shared/schemas/lane-settings.ts'
import {
  expectedInput,
  laneQuestion,
  laneShipmentsInput,
  laneTrendInput,
  performanceInput,
} from '#shared/schemas/lanes.ts'

export const performanceProcedures = {
  /** On time, transit, harm and cost of shipments by carrier, mode, country, lane or service. */
  performance: procedure.input(performanceInput).query(({ ctx, input }) => ctx.read((db) => performance(db, input))),
}

export const lanesRouter = router({
  trend: procedure.input(laneTrendInput).query(({ ctx, input }) => ctx.read((db) => laneTrend(db, input))),
  /** The shipments behind a row or a figure of it. */
  shipments: procedure.input(laneShipmentsInput).query(({ ctx, input }) => ctx.read((db) => laneShipments(db, input))),
  measured: procedure.input(laneQuestion).query(({ ctx, input }) => ctx.read((db) => measuredDays(db, input))),
  expected: procedure.input(expectedInput).query(({ ctx, input }) => ctx.read((db) => expectedArrival(db, input))),
  /** What promises are made of, and how long without news is too long. */
  rules: procedure.query(({ ctx }) => ctx.read((db) => shippingSetting(db, 'lanes'))),
  setRules: procedure
    .input(laneSettings.lanes)
    .mutation(({ ctx, input }) => ctx.write('lanes.setRules', (tx) => setShippingSetting(tx, 'lanes', input).lanes)),
})
