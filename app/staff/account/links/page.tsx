import type { ReactNode } from 'react'
import { saidDay } from '@/components/staff/clock'
import type { Clock } from '@/components/staff/clock'
import { Button } from '@/components/ui/button'
import { requireSession } from '@/lib/auth/require-actor'
import { staffPaths } from '@/lib/config/paths'
import type { LinkKind } from '@/lib/domain/declared-link'
import { listLinks } from '@/lib/queries/list-links'
import type { OwnLink } from '@/lib/queries/list-links'
import { deskClock } from '../../_desk/clock'
import { KeptNotice } from '../../_desk/kept-notice'
import { keptForm } from '../../_http/kept-form'
import { OwnPage } from '../_own/own-page'

interface Props {
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>
}

/** Whom somebody knows, so that cases of theirs are kept from them. What is there can be counted and removed, not read. */
export default async function OwnLinksPage({ searchParams }: Props) {
  const { actor } = await requireSession()
  const [links, kept, query] = await Promise.all([
    listLinks(actor),
    keptForm(actor, staffPaths.ownLinks),
    searchParams,
  ])
  const typed = kept?.form === 'link-add' ? kept.values : {}
  const clock = deskClock()
  const { t } = clock
  return (
    <OwnPage actor={actor} title={t('standing.links.title')} query={query} isPart>
      <KeptNotice query={query} kept={kept} t={t} />
      <p>{t('standing.links.lead')}</p>
      <p className="mt-1 text-ink-soft">{t('standing.links.kept')}</p>
      <p className="mt-3 mb-5">{t('standing.links.ownLead')}</p>
      {links.length === 0 ? (
        <p className="mb-5">{t('standing.links.none')}</p>
      ) : (
        <ul className="mb-6 grid gap-2">
          {links.map((link) => (
            <LinkItem key={link.id} link={link} clock={clock} />
          ))}
        </ul>
      )}
      <AddForm kind="telephone" title={t('standing.links.addTelephone')} typed={typed} t={t}>
        <Field name="telephone" label={t('standing.links.telephone')} type="tel" typed={typed} />
      </AddForm>
      <AddForm kind="email" title={t('standing.links.addEmail')} typed={typed} t={t}>
        <Field name="email" label={t('standing.links.email')} type="email" typed={typed} />
      </AddForm>
      <AddForm kind="person" title={t('standing.links.addPerson')} typed={typed} t={t}>
        <p className="text-sm text-ink-soft">{t('standing.links.personHint')}</p>
        <Field name="surname" label={t('standing.links.surname')} type="text" typed={typed} />
        <Field name="postcode" label={t('standing.links.postcode')} type="text" typed={typed} />
      </AddForm>
    </OwnPage>
  )
}

function LinkItem({ link, clock }: { readonly link: OwnLink; readonly clock: Clock }) {
  const { t } = clock
  const said = t(link.own ? 'standing.links.ownSince' : 'standing.links.since', {
    what: t(`standing.links.${link.kind}`),
    when: saidDay(link.declaredAt, clock),
  })
  return (
    <li className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1 border-b border-line pb-2">
      <span id={`link-${link.id}`}>
        {said}
        {link.isOutdated ? <b className="block text-warn">{t('standing.links.outdated')}</b> : null}
      </span>
      <form method="post" action={`${staffPaths.ownLinks}/remove`}>
        <input type="hidden" name="link" value={link.id} />
        <Button look="quiet" aria-describedby={`link-${link.id}`}>
          {t('standing.links.remove')}
        </Button>
      </form>
    </li>
  )
}

interface AddProps {
  readonly kind: LinkKind
  readonly title: string
  /** What was typed when the form was not taken. */
  readonly typed: Readonly<Record<string, string>>
  readonly t: Clock['t']
  readonly children: ReactNode
}

function AddForm({ kind, title, typed, t, children }: AddProps) {
  return (
    <section className="mb-6 border-t border-line pt-3" aria-labelledby={`add-${kind}`}>
      <h2 id={`add-${kind}`} className="mb-2 text-lg">
        {title}
      </h2>
      <form method="post" action={`${staffPaths.ownLinks}/add`} className="grid max-w-80 gap-3">
        <input type="hidden" name="kind" value={kind} />
        {children}
        <label className="flex cursor-pointer items-center gap-2">
          <input
            type="checkbox"
            name="own"
            value="yes"
            defaultChecked={typed.kind === kind && typed.own === 'yes'}
            className="tick"
          />
          {t('standing.links.isOwn')}
        </label>
        <div>
          <Button aria-describedby={`add-${kind}`}>{t('standing.links.add')}</Button>
        </div>
      </form>
    </section>
  )
}

interface FieldProps {
  readonly name: string
  readonly label: string
  readonly type: 'tel' | 'email' | 'text'
  /** What was typed when the form was not taken. */
  readonly typed: Readonly<Record<string, string>>
}

/** Somebody else's: the browser is to keep and offer nothing. */
function Field({ name, label, type, typed }: FieldProps) {
  return (
    <div>
      <label className="label" htmlFor={`link-${name}`}>
        {label}
      </label>
      <input
        id={`link-${name}`}
        name={name}
        type={type}
        required
        maxLength={320}
        defaultValue={typed[name]}
        autoComplete="off"
        spellCheck={false}
        className="input"
      />
    </div>
  )
}
