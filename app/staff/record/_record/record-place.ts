import 'server-only'
import type { StepPlace } from '@/app/_form/step-posted'
import { staffPaths } from '@/lib/config/paths'
import type { Actor } from '@/lib/domain/policy'
import { heldRecording } from './held-recording'

/** What the address of a step says. */
export interface RecordParams {
  readonly journey: string
  readonly step: string
}

/** The step of the recording in progress, as the form's commands want it; null when nothing is being recorded. */
export async function recordStep(
  actor: Pick<Actor, 'id'>,
  { journey, step }: RecordParams,
): Promise<StepPlace | null> {
  const draft = await heldRecording(actor)
  if (draft === null) return null
  return {
    slot: 'record',
    channel: draft.channel,
    journeyId: journey,
    slug: step,
    locale: 'en',
    base: `${staffPaths.record}/${journey}`,
    stoppedHref: () => staffPaths.record,
  }
}
