import 'server-only'
import { now } from '@/lib/adapters/clock'
import { currentForce } from '@/lib/config/current-force'
import { publicDb } from '@/lib/db/client'
import { servicesToRefer } from '@/lib/domain/ways-out/support'
import { keyOf } from '@/lib/drafts/follow-up-key'
import { noteDone } from '@/lib/drafts/note-done'
import { readDraft } from '@/lib/drafts/read-draft'
import { today } from './journey-setting'

/** `ended`: no follow-up is open in this browser any more. `unknown`: no service was chosen, or none that there is; `nobody`: not who says yes. */
type Result = 'done' | 'ended' | 'unknown' | 'nobody'

interface Asked {
  readonly cookie: string | undefined
  readonly service: string
  /** Who says yes: `me`, or `them` where whoever sent it asked the person it is about. */
  readonly whose: string
  /** Whether what happened may be told too. */
  readonly account: boolean
}

const givers = new Map([
  ['me', 'person'],
  ['them', 'for-them'],
])

/** Somebody with a return code agrees that one service is told of them, and asks for it. Said twice, it is said once. */
export async function askSupport({ cookie, service, whose, account }: Asked): Promise<Result> {
  const followUp = (await readDraft('public', cookie))?.followUp ?? null
  if (followUp === null) return 'ended'
  const known = servicesToRefer(currentForce()).find(({ id }) => id === service)
  if (known === undefined) return 'unknown'
  const givenBy = givers.get(whose)
  if (givenBy === undefined) return 'nobody'
  const [row] = await publicDb().$queryRaw<{ outcome: string }[]>`
    select ask_support(${followUp.submissionId}::uuid, ${await keyOf(followUp)}::bytea, ${known.id}, ${account}, ${givenBy}, ${today()}::date,
      ${now()}::timestamptz) as outcome`
  if (row?.outcome !== 'accepted') return 'ended'
  await noteDone(cookie, 'support-asked')
  return 'done'
}

/** They take back that a service is told of them: from then on nothing more goes there. */
export async function withdrawSupport(cookie: string | undefined, service: string): Promise<Result> {
  const followUp = (await readDraft('public', cookie))?.followUp ?? null
  if (followUp === null) return 'ended'
  const [row] = await publicDb().$queryRaw<{ outcome: string }[]>`
    select withdraw_support(${followUp.submissionId}::uuid, ${await keyOf(followUp)}::bytea, ${service}, ${now()}::timestamptz) as outcome`
  if (row?.outcome !== 'accepted') return 'ended'
  await noteDone(cookie, 'support-stopped')
  return 'done'
}
