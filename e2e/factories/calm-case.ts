import { asOwner } from './staff-accounts'
import type { StaffAccount } from './staff-accounts'

/** Gives somebody a case of which nothing is urgent or due for a month, so that it may be put off. Routing leaves it with a supervisor, and with an officer who has a book. */
export async function giveCalm(reference: string, { id }: StaffAccount): Promise<void> {
  await asOwner(async (database) => {
    await database.query(
      `UPDATE "case" SET risk_decided = 'low', risk_rank = 2, assignee_id = $2, status = 'assigned', offered_to_id = NULL, offered_at = NULL
        WHERE reference = $1`,
      [reference, id],
    )
    await database.query(
      `UPDATE case_clock k SET due_at = now() + interval '30 days' FROM "case" c WHERE c.id = k.case_id AND c.reference = $1`,
      [reference],
    )
  })
}

/** Gives somebody a case as it is. */
export async function giveCase(reference: string, { id }: StaffAccount): Promise<void> {
  await asOwner((database) =>
    database.query(
      `UPDATE "case" SET assignee_id = $2, status = 'assigned', offered_to_id = NULL, offered_at = NULL WHERE reference = $1`,
      [reference, id],
    ),
  )
}

/** Leaves an officer of a test no district: nobody’s cases are in their queue but those they are given. */
export async function leaveDistricts({ id }: StaffAccount): Promise<void> {
  await asOwner((database) =>
    database.query(`UPDATE officer SET districts = '{}' WHERE account_id = $1`, [id]),
  )
}
