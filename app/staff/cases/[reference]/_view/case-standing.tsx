import type { Kept } from '@/components/staff/case-acts'
import { StandingForm } from '@/components/staff/standing-form'
import type { Actor } from '@/lib/domain/policy'
import type { CaseAction } from '@/lib/domain/role-grants'
import type { Translate } from '@/lib/i18n/translate'
import { caseStanding } from '@/lib/queries/case-standing'
import type { CaseStanding, Colleague } from '@/lib/queries/case-standing'
import type { CaseHeadline } from '@/lib/queries/get-case-headline'
import { shownTo } from '../../../_desk/shown-to'

interface Props {
  readonly actor: Actor
  readonly headline: CaseHeadline
  readonly may: ReadonlySet<CaseAction>
  readonly kept: Kept | null
  readonly t: Translate
}

/** Who is named for a sealed case, who has a conflict with it, and what this person may do about either. */
export async function CaseStandingCards(props: Props) {
  const { actor, headline } = props
  if (headline.erasedAt !== null) return null
  const standing = await caseStanding(actor, headline)
  return (
    <>
      {headline.restricted ? <SealedCard {...props} standing={standing} /> : null}
      <ConflictCard {...props} standing={standing} />
    </>
  )
}

type CardProps = Props & { readonly standing: CaseStanding }

function SealedCard({ actor, headline, may, kept, standing, t }: CardProps) {
  const form = { shown: shownTo(actor, headline), form: 'sealing', kept, t } as const
  return (
    <section className="card" aria-labelledby="sealed-title">
      <h3 id="sealed-title" className="card-title">
        {t('standing.sealedTitle')}
      </h3>
      <p>{t('standing.sealedLead')}</p>
      <People people={standing.named} t={t} />
      {may.has('name-readers') && standing.mayBeNamed.length > 0 ? (
        <StandingForm {...form} act="reader-named" people={standing.mayBeNamed} />
      ) : null}
      {may.has('unseal') ? (
        <>
          {standing.named.length < 2 ? null : (
            <StandingForm {...form} act="reader-removed" people={standing.named} />
          )}
          <StandingForm {...form} act="case-unsealed" />
        </>
      ) : null}
    </section>
  )
}

function ConflictCard({ actor, headline, may, kept, standing, t }: CardProps) {
  const shown = shownTo(actor, headline)
  const others = { shown, form: 'conflict', kept, t } as const
  const declares = may.has('declare-conflict')
  return (
    <section className="card" aria-labelledby="conflict-title">
      <h3 id="conflict-title" className="card-title">
        {t('standing.conflictTitle')}
      </h3>
      {declares && standing.conflicted.length > 0 ? (
        <>
          <p>{t('standing.keptFrom')}</p>
          <People people={standing.conflicted} t={t} />
        </>
      ) : (
        <p className="text-ink-soft">{t('standing.conflictLead')}</p>
      )}
      {may.has('recuse') ? <StandingForm {...{ shown, kept, t }} form="recuse" act="recused" /> : null}
      {declares ? <StandingForm {...others} act="conflict-declared" people={standing.mayBeKeptOut} /> : null}
      {declares && standing.conflicted.length > 0 ? (
        <StandingForm {...others} act="conflict-lifted" people={standing.conflicted} />
      ) : null}
      {may.has('seal') ? <StandingForm {...others} form="sealing" act="case-sealed" /> : null}
    </section>
  )
}

function People({ people, t }: { readonly people: readonly Colleague[]; readonly t: Translate }) {
  return (
    <ul className="bullets mt-1">
      {people.map(({ id, name, role, active }) => (
        <li key={id}>
          <bdi>{name}</bdi>, {t(`staff.role.${role}`)}
          {active ? null : ` (${t('standing.away')})`}
        </li>
      ))}
    </ul>
  )
}
