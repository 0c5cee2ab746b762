import { OpeningQuestion } from '@/components/staff/opening-question'
import { mayEnter } from '@/lib/domain/desk-areas'
import { shownTo } from '../../../_desk/shown-to'
import type { CasePageRead } from '../_act/read-page'
import { waitingForm } from '../_act/waiting-form'
import { AddressBar } from './address-bar'
import { CaseAgreement } from './case-agreement'
import { CaseContact } from './case-contact'
import { CaseFiles } from './case-files'
import { CaseIdentity } from './case-identity'
import { CaseLetters } from './case-letters'
import { CaseMessages } from './case-messages'
import { CaseWords, foldedFor } from './case-words'
import { NotOpened } from './not-opened'

/** How somebody may be reached and what was said with them; or why that is not shown, or what is asked before it is. */
export function CaseOpened({ page }: { readonly page: CasePageRead }) {
  const { session, actor, headline, may, read, asks, kept, query, clock } = page
  const { opened } = read
  const { t } = clock
  const { reference } = headline
  if (asks)
    return (
      <OpeningQuestion
        shown={shownTo(actor, headline)}
        reasons={read.asked}
        after={waitingForm(query)}
        t={t}
      />
    )
  if (opened === null)
    return (
      <NotOpened
        {...{ reference, t }}
        why={read.why ?? 'unreadable'}
        mayBreak={mayEnter(actor.role, 'glass')}
      />
    )
  return (
    <>
      <CaseWords page={page} />
      <CaseContact {...{ actor, headline, may, opened, kept, clock }} />
      <AddressBar reference={reference} address={opened.address} t={t} />
      <CaseIdentity {...{ session, headline, opened, kept, t }} />
      <CaseFiles files={opened.files} shown={shownTo(actor, headline)} clock={clock} />
      <CaseAgreement {...{ actor, headline, may, clock, kept }} agreements={opened.agreements} />
      <CaseMessages {...{ actor, headline, may, opened, clock, kept }} folded={foldedFor(page)} />
      <CaseLetters {...{ actor, headline, may, opened, kept, clock }} problem={query.problem} />
    </>
  )
}
