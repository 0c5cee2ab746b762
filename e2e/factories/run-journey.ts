import { formOf } from './journey-posts'
import type { Post } from './journey-posts'
import { answerStep } from '@/lib/commands/answer-step'
import type { NextPlace } from '@/lib/commands/take-step'
import { env } from '@/lib/config/env'
import type { Channel } from '@/lib/domain/words'
import type { DraftSlot } from '@/lib/drafts/draft'
import { createKeys } from '@/lib/sealing/create-keys'

export interface Person {
  readonly slot: DraftSlot
  readonly journeyId: string
  readonly channel: Channel
}

export const reporter: Person = { slot: 'public', journeyId: 'report', channel: 'online' }

/** The keys of the test deployment; made by whichever test comes first. */
export async function ensureKeys(): Promise<void> {
  await createKeys(env().KEY_DIR)
}

/** Posts one step. Throws when there is no such step. */
export async function postStep(
  person: Person,
  post: Post,
  cookie?: string,
): Promise<{ cookie: string; go: NextPlace }> {
  const answered = await answerStep({ ...person, slug: post.slug, form: formOf(post), cookie })
  if (!answered) throw new Error(`No step ${post.slug}.`)
  return answered
}

/** Posts steps in order. Gives the cookie and where the last one led; throws when one is refused. */
export async function postAll(
  person: Person,
  posts: readonly Post[],
  cookie?: string,
): Promise<{ cookie: string; go: NextPlace }> {
  let last: { cookie: string | undefined; go: NextPlace } = { cookie, go: { to: 'check' } }
  for (const post of posts) {
    last = await postStep(person, post, last.cookie)
    if (last.go.to === 'invalid' || last.go.to === 'frontier') {
      throw new Error(`Step ${post.slug} led to ${last.go.to} ${last.go.slug}.`)
    }
  }
  if (last.cookie === undefined) throw new Error('Nothing was posted.')
  return { cookie: last.cookie, go: last.go }
}
