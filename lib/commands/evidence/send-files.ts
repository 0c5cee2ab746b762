import 'server-only'
import { randomUUID } from 'node:crypto'
import { now } from '@/lib/adapters/clock'
import { publicDb } from '@/lib/db/client'
import { changeDraft } from '@/lib/drafts/change-draft'
import type { DraftFiles, FollowUp } from '@/lib/drafts/draft'
import { openDraft } from '@/lib/drafts/read-draft'
import { reporterKeyPair } from '@/lib/sealing/reporter-key'
import { hashValue } from '../intake-rows'
import { turns } from '../turns'
import { filesAt, withFilesAt } from './file-place'
import { fileRows, readyFiles } from './file-rows'
import { forgetFiles, stateOfFile } from './unsent-rows'

/** `full`: not all found room, because so many came today, or to this case; the first ones did; `ended`: the code opens nothing any more; `none`: nothing was whole. */
export type SentFiles = 'sent' | 'full' | 'ended' | 'none'

const inTurn = turns()

/** Sends the files of an open follow-up that are here whole, and tells whoever has the case that some came. The same file is sent once. */
export function sendFiles(cookie: string | undefined): Promise<SentFiles> {
  return inTurn(cookie ?? '', () => send(cookie))
}

async function send(cookie: string | undefined): Promise<SentFiles> {
  const opened = await openDraft('public', cookie)
  const followUp = opened?.draft.followUp ?? null
  if (opened === null || followUp === null) return 'ended'
  const { lookup } = opened.keys
  const waiting = readyFiles(followUp.files)
  // One that is not there was sent already, by a try that was cut off before it could say so.
  const states = await Promise.all(waiting.map(({ id }) => stateOfFile({ lookup, id })))
  const files = waiting.filter((_, place) => states[place] !== null)
  const { outcome, left } = await acceptMost(lookup, followUp, files)
  if (outcome === 'ended') return outcome
  if (left.length > 0)
    await forgetFiles(
      lookup,
      left.map(({ id }) => id),
    )
  const done = new Set(waiting.map(({ id }) => id))
  const tooMany = left.map(({ name }) => ({ name, problem: 'today-full' as const }))
  await changeDraft('public', cookie, (draft) => {
    const at = filesAt(draft, 'follow-up')
    return at === null ? draft : withFilesAt(draft, 'follow-up', without(at, done, tooMany))
  })
  return outcome
}

function without(
  { held, refused }: DraftFiles,
  done: ReadonlySet<string>,
  tooMany: DraftFiles['refused'],
): DraftFiles {
  return { held: held.filter(({ id }) => !done.has(id)), refused: [...refused, ...tooMany] }
}

interface Accepted {
  readonly outcome: SentFiles
  /** For which there was no room. */
  readonly left: ReturnType<typeof readyFiles>
}

/** Sends as many as there is room for, the first ones first: nobody is told how much room there is but by trying. */
async function acceptMost(
  lookup: Uint8Array,
  followUp: FollowUp,
  files: ReturnType<typeof readyFiles>,
): Promise<Accepted> {
  for (let many = files.length; many > 0; many -= 1) {
    const outcome = await accept(lookup, followUp, files.slice(0, many))
    const left = files.slice(many)
    if (outcome !== 'full') return { outcome: outcome === 'sent' && left.length > 0 ? 'full' : outcome, left }
  }
  return { outcome: files.length === 0 ? 'none' : 'full', left: files }
}

async function accept(
  lookup: Uint8Array,
  { submissionId, privateKey }: FollowUp,
  files: ReturnType<typeof readyFiles>,
): Promise<SentFiles> {
  const at = now()
  const reporter = await reporterKeyPair(submissionId, Buffer.from(privateKey, 'base64'))
  const rows = {
    ...{ submission_id: submissionId, key: hashValue(reporter.publicKey), lookup: hashValue(lookup) },
    ...{ at: at.toISOString(), event_id: randomUUID() },
    files: await fileRows(files, { submissionId, reporter, at }),
  }
  const [row] = await publicDb().$queryRaw<{ outcome: string }[]>`
    select accept_evidence(${JSON.stringify(rows)}::jsonb) as outcome`
  if (row?.outcome === 'accepted') return 'sent'
  return row?.outcome === 'full' ? 'full' : 'ended'
}
