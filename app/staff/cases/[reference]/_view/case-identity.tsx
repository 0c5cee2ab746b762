import type { Kept } from '@/components/staff/case-acts'
import type { Session } from '@/lib/auth/session'
import { answersToOffer } from '@/lib/domain/identity'
import type { Translate } from '@/lib/i18n/translate'
import type { CaseHeadline } from '@/lib/queries/get-case-headline'
import type { OpenedCase } from '@/lib/queries/open-case'
import { readIdentity } from '../_act/read-identity'
import { IdentityBar } from './identity-bar'

interface Props {
  readonly session: Session
  readonly headline: CaseHeadline
  readonly opened: OpenedCase
  readonly kept: Kept | null
  readonly t: Translate
}

/** What somebody told about who they are: hidden, or shown to somebody who asked for it. Nothing where they told nothing. */
export async function CaseIdentity({ session, headline, opened, kept, t }: Props) {
  const { given, wish } = opened.identity
  if (!given) return null
  const { reference, locale, assigneeId } = headline
  return (
    <IdentityBar
      {...{ reference, locale, wish, t }}
      reasons={answersToOffer(wish, assigneeId === session.actor.id)}
      shown={await readIdentity(session, reference, opened)}
      chosen={kept?.form === 'identity' ? kept.values.reason : undefined}
    />
  )
}
