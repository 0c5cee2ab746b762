import { randomUUID } from 'node:crypto'
import { asOwner } from './staff-accounts'
import type { StaffAccount } from './staff-accounts'

/** Lets somebody be asked: trained, on duty now, with room for so many cases, which the test itself gives them at once, so that the worker finds no more. */
const ready = `
  WITH one AS (
    UPDATE officer SET training_until = current_date + 400, open_limit = $3 WHERE account_id = $1 RETURNING id
  )
  INSERT INTO duty_shift (id, officer_id, starts_at, ends_at)
  SELECT $2, one.id, now() - interval '1 hour', now() + interval '8 hours' FROM one`

/** Asks an officer of a test to take a case, instead of whom the worker may have asked meanwhile. */
export async function askOfficer({ id }: StaffAccount, reference: string): Promise<void> {
  await asOwner(async (database) => {
    await database.query('BEGIN')
    await database.query(`UPDATE "case" SET offered_to_id = $1, offered_at = now() WHERE reference = $2`, [
      id,
      reference,
    ])
    await database.query(
      `INSERT INTO case_offer (id, case_id, account_id, offered_at)
       SELECT $3, c.id, $1, now() FROM "case" c WHERE c.reference = $2`,
      [id, reference, randomUUID()],
    )
    await database.query(ready, [id, randomUUID(), 1])
    await database.query('COMMIT')
  })
}

/** Gives cases to an officer of a test, with whom they rest, and gives the officer's own id. With room for no more than they are given nobody asks them to take another. */
export async function giveBook(
  { id }: StaffAccount,
  references: readonly string[],
  room = 1,
): Promise<string> {
  return asOwner(async (database) => {
    await database.query('BEGIN')
    await database.query(
      `UPDATE "case" SET assignee_id = $1, status = 'assigned', version = version + 1 WHERE reference = ANY ($2)`,
      [id, [...references]],
    )
    await database.query(ready, [id, randomUUID(), room])
    await database.query('COMMIT')
    const { rows } = await database.query<{ id: string }>('SELECT id FROM officer WHERE account_id = $1', [
      id,
    ])
    const [officer] = rows
    if (officer === undefined) throw new Error('There is no such officer.')
    return officer.id
  })
}

/** Takes the duty of a test's officer away again: nobody else's cases come to them. */
export async function endDuty({ id }: StaffAccount): Promise<void> {
  await asOwner((database) => database.query('UPDATE officer SET active = false WHERE account_id = $1', [id]))
}

/** Ends the offer of a case as if its officer's duty were over. */
export async function endOffer(reference: string): Promise<void> {
  await asOwner((database) =>
    database.query('UPDATE "case" SET offered_to_id = NULL, offered_at = NULL WHERE reference = $1', [
      reference,
    ]),
  )
}
