// Everything that the timeline of a record gathers.
import { attachmentTimeline } from '#main/services/attachments/attachment-timeline.ts'
import { consentTimeline, messageTimeline } from '#main/services/customers/said-timeline.ts'
import {
  dispatchTimeline,
  letterTimeline,
  orderTimeline,
  paymentTimeline,
} from '#main/services/customers/trade-timeline.ts'
import { changeTimeline } from '#main/services/history/change-timeline.ts'
import { noteTimeline } from '#main/services/notes/note-timeline.ts'
import { paperTimeline } from '#main/services/papers/paper-timeline.ts'
import { gradeTimeline } from '#main/services/scores/score-timeline.ts'
import { shipmentTimeline } from '#main/services/shipments/shipment-timeline.ts'
import { stockTimeline } from '#main/services/stock/stock-timeline.ts'
import { taskTimeline } from '#main/services/tasks/task-timeline.ts'
import type { TimelineSource } from '#main/services/timeline/timeline-source.ts'
import { versionTimeline } from '#main/services/versions/version-timeline.ts'

export const timelineSources: readonly TimelineSource[] = [
  changeTimeline,
  noteTimeline,
  attachmentTimeline,
  taskTimeline,
  paperTimeline,
  versionTimeline,
  stockTimeline,
  gradeTimeline,
  orderTimeline,
  dispatchTimeline,
  shipmentTimeline,
  paymentTimeline,
  letterTimeline,
  messageTimeline,
  consentTimeline,
]
