import { randomUUID } from 'node:crypto'
import { asOwner, newStaff } from './staff-accounts'
import type { StaffAccount } from './staff-accounts'

/** An officer of one district alone, trained and with room, who is on duty for eight hours from an hour ago. */
export async function officerOnDuty(district: string): Promise<StaffAccount> {
  const officer = await newStaff('liaison-officer')
  await asOwner((database) =>
    database.query(
      `WITH one AS (
         UPDATE officer SET districts = ARRAY[$2], training_until = current_date + 400, open_limit = 1000
         WHERE account_id = $1 RETURNING id
       )
       INSERT INTO duty_shift (id, officer_id, starts_at, ends_at)
       SELECT $3, one.id, now() - interval '1 hour', now() + interval '7 hours' FROM one`,
      [officer.id, district, randomUUID()],
    ),
  )
  return officer
}
