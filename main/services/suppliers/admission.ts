// What has to be seen before a supplier is approved: the book's checklist for its kind, and what was added for it alone,
// signed off item by item. A row is made when somebody first says something of an item.
import type { ReadDb, WriteTx } from '#main/db/database.ts'
import { bookToday } from '#main/services/book/book-today.ts'
import { type PersonColumns, personColumns, personOf } from '#main/services/history/row-makers.ts'
import { supplySetting } from '#main/services/suppliers/supply-settings.ts'
import { AppError } from '#shared/errors.ts'
import type { Id } from '#shared/ids.ts'
import type { Admission, AdmissionItem, SignAdmissionInput } from '#shared/schemas/suppliers.ts'
import type { SupplyKind } from '#shared/schemas/supply-settings.ts'

/** The checklist as it stands: its own items in their order, then what was added. */
export function admissionOf(db: ReadDb, supplierId: Id): Admission {
  const kept = keptItems(db, supplierId)
  const wanted = supplySetting(db, 'admission')[kindOf(db, supplierId)]
  const listed = wanted.map(({ item, title }): AdmissionItem => {
    const found = kept.find((row) => isSame(row, { item, title }))
    return found
      ? { ...found, isOfChecklist: true }
      : { id: null, item, title, state: 'open', signedOn: null, person: null, note: '', isOfChecklist: true }
  })
  const added = kept.filter((row) => !wanted.some((one) => isSame(row, one)))
  const items = [...listed, ...added.map((row) => ({ ...row, isOfChecklist: false }))]
  return { items, open: items.filter(({ state }) => state === 'open' || state === 'failed').length }
}

/** Signs an item off, or opens it again; gives the row that says so. */
export function signAdmission(tx: WriteTx, input: SignAdmissionInput): Id {
  const { supplierId, state, note } = input
  refuseUnknownSupplier(tx, supplierId)
  const today = bookToday(tx, tx.now)
  const signedOn = state === 'open' ? null : (input.on ?? today)
  if (signedOn !== null && signedOn > today) throw new AppError('suppliers/day-ahead', { on: signedOn, field: 'on' })
  if ((state === 'waived' || state === 'failed') && note.trim() === '')
    throw new AppError('suppliers/reason-needed', { field: 'note' })
  const signed = { state, signed_on: signedOn, person_id: state === 'open' ? null : tx.personId, note }
  const kept = keptItems(tx, supplierId)
  const found = kept.find((row) => (input.id === undefined ? isSame(row, input) : row.id === input.id))
  if (found?.id) {
    tx.update('admission_items', found.id, signed)
    return found.id
  }
  if (input.id !== undefined) throw new AppError('suppliers/admission-not-found')
  const position = kept.length + 1
  const { item } = input
  return tx.insert('admission_items', {
    party_id: supplierId,
    position,
    item,
    title: item === '' ? input.title : '',
    ...signed,
  })
}

/** Takes away what was added for this supplier alone; an item of the book's checklist is waived instead. */
export function removeAdmissionItem(tx: WriteTx, id: Id): void {
  const row = tx.get<{ supplierId: Id }>('SELECT party_id AS supplierId FROM live_admission_items WHERE id = ?', id)
  if (!row) throw new AppError('suppliers/admission-not-found')
  const isListed = admissionOf(tx, row.supplierId).items.some((item) => item.id === id && item.isOfChecklist)
  if (isListed) throw new AppError('suppliers/admission-listed')
  tx.update('admission_items', id, { deleted: 1 })
}

type Kept = Omit<AdmissionItem, 'isOfChecklist'>

/** Two copies may each have signed one item: the one signed last counts. */
function keptItems(db: ReadDb, supplierId: Id): Kept[] {
  const rows = db.all<Omit<Kept, 'person'> & PersonColumns>(
    `SELECT a.id, a.item, a.title, a.state, a.signed_on AS signedOn, a.note, ${personColumns}
     FROM live_admission_items a LEFT JOIN people p ON p.id = a.person_id
     WHERE a.party_id = ? ORDER BY a.position, a.id`,
    supplierId,
  )
  const items = rows.map(({ personName, personNameZh, ...row }) => ({
    ...row,
    person: personOf({ personName, personNameZh }),
  }))
  const newest = new Map<string, Kept>()
  for (const item of items) {
    const key = item.item || `: ${item.title.trim().toLowerCase()}`
    const other = newest.get(key)
    if (!other || (item.signedOn ?? '') >= (other.signedOn ?? '')) newest.set(key, item)
  }
  return items.filter((item) => [...newest.values()].includes(item))
}

function isSame(one: { item: string; title: string }, other: { item: string; title: string }): boolean {
  if (one.item !== '' || other.item !== '') return one.item === other.item
  return one.title.trim().toLowerCase() === other.title.trim().toLowerCase()
}

function kindOf(db: ReadDb, supplierId: Id): SupplyKind {
  const row = db.get<{ kind: SupplyKind }>('SELECT supply_kind AS kind FROM live_parties WHERE id = ?', supplierId)
  return row?.kind ?? ''
}

function refuseUnknownSupplier(db: ReadDb, id: Id): void {
  if (!db.get('SELECT 1 FROM live_parties WHERE id = ?', id))
    throw new AppError('suppliers/not-found', { field: 'supplierId' })
}
