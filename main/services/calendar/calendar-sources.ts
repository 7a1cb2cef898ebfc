// Everything that falls on a day, gathered from the features. A new source is a line here and a kind in the schema.
import { fileExpirySource } from '#main/services/attachments/attachment-days.ts'
import type { CalendarSource } from '#main/services/calendar/calendar-source.ts'
import { customerBirthdaySource, customerSilentSource } from '#main/services/customers/care-days.ts'
import {
  inboundArrivals,
  inboundDepartures,
  outboundArrivals,
  outboundDepartures,
} from '#main/services/lanes/shipment-days.ts'
import { orderDueSource, orderShippedSource } from '#main/services/orders/order-days.ts'
import { paperSource } from '#main/services/papers/paper-days.ts'
import { payableSource, purchaseDueSource } from '#main/services/purchases/purchase-days.ts'
import { receivableSource } from '#main/services/receivables/receivable-days.ts'
import { milestoneSource } from '#main/services/receiving/milestone-days.ts'
import { answersDueSource } from '#main/services/sourcing/sourcing-days.ts'
import { certificateExpirySource } from '#main/services/suppliers/certificate-days.ts'
import { taskSource } from '#main/services/tasks/task-days.ts'

/** In the order in which a day shows them. */
export const calendarSources: readonly CalendarSource[] = [
  taskSource,
  orderDueSource,
  orderShippedSource,
  purchaseDueSource,
  outboundDepartures,
  outboundArrivals,
  inboundDepartures,
  inboundArrivals,
  milestoneSource,
  payableSource,
  receivableSource,
  answersDueSource,
  certificateExpirySource,
  fileExpirySource,
  customerBirthdaySource,
  customerSilentSource,
  paperSource,
]
