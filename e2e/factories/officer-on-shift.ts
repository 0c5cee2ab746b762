import { randomUUID } from 'node:crypto'
import { asOwner, newStaff } from './staff-accounts'
import type { StaffAccount } from './staff-accounts'

/** An officer of Stevenage, trained and with room, who speaks these languages and is on duty between two times. */
export async function officerOnShift(
  from: Date,
  until: Date,
  languages: readonly string[],
): Promise<StaffAccount> {
  const officer = await newStaff('liaison-officer')
  await asOwner((database) =>
    database.query(
      `WITH one AS (
         UPDATE officer SET training_until = current_date + 400, open_limit = 100, languages = $2 WHERE account_id = $1 RETURNING id
       )
       INSERT INTO duty_shift (id, officer_id, starts_at, ends_at) SELECT $3, one.id, $4, $5 FROM one`,
      [officer.id, [...languages], randomUUID(), from, until],
    ),
  )
  return officer
}
