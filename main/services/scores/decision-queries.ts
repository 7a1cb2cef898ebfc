// Decisions about suppliers with their actions.
import type { ReadDb } from '#main/db/database.ts'
import type { Id } from '#shared/ids.ts'
import type { Decision } from '#shared/schemas/score-records.ts'

type Asked = { id?: Id | undefined; supplierId?: Id | undefined; open: boolean; archived: boolean }
type Row = Omit<Decision, 'actions' | 'archived'> & { archived: number }

/** The newest first; `open`: only those of which an action still waits. */
export function decisionsOf(db: ReadDb, { id, supplierId, open, archived }: Asked): Decision[] {
  const [where, param] = id === undefined ? ['d.archived = ?', archived ? 1 : 0] : ['d.id = ?', id]
  const rows = db.all<Row>(
    `SELECT d.id, d.party_id AS supplierId, s.name AS supplier, s.name_zh AS supplierZh, d.run_id AS runId, d.proposed,
       d.decided, d.decided_on AS decidedOn, d.person_id AS personId, coalesce(p.name, '') AS person,
       coalesce(p.name_zh, '') AS personZh, d.note, d.archived
     FROM live_supplier_decisions d JOIN parties s ON s.id = d.party_id LEFT JOIN people p ON p.id = d.person_id
     WHERE ${where}${supplierId === undefined ? '' : ' AND d.party_id = ?'} ORDER BY d.decided_on DESC, d.id DESC`,
    param,
    ...(supplierId === undefined ? [] : [supplierId]),
  )
  const actions = actionsOf(
    db,
    rows.map(({ id }) => id),
  )
  const decisions = rows.map((row) => ({ ...row, archived: row.archived === 1, actions: actions.get(row.id) ?? [] }))
  return open ? decisions.filter((decision) => decision.actions.some(({ status }) => status === 'open')) : decisions
}

type ActionRow = Decision['actions'][number] & { decisionId: Id }

function actionsOf(db: ReadDb, ids: readonly Id[]): Map<Id, Decision['actions']> {
  const rows = db.all<ActionRow>(
    `SELECT t.record_id AS decisionId, t.id, t.title, t.due_on AS dueOn, t.status, t.person_id AS personId FROM tasks t
     WHERE t.record_kind = 'decision' AND t.record_id IN (SELECT value FROM json_each(?)) AND t.deleted = 0 AND t.archived = 0
     ORDER BY t.due_on IS NULL, t.due_on, t.id`,
    JSON.stringify(ids),
  )
  const actions = new Map<Id, Decision['actions']>()
  for (const { decisionId, ...action } of rows) {
    const known = actions.get(decisionId)
    if (known) known.push(action)
    else actions.set(decisionId, [action])
  }
  return actions
}
