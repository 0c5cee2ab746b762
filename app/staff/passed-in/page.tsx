import { Button } from '@/components/ui/button'
import { saidTime } from '@/components/staff/clock'
import type { Clock } from '@/components/staff/clock'
import { requireEntrance } from '@/lib/auth/require-actor'
import { readPassing } from '@/lib/commands/receive-case'
import { staffPaths } from '@/lib/config/paths'
import { parseReference } from '@/lib/domain/reference'
import { passingRefusals } from '@/lib/domain/ways-out/exchange'
import type { PassingContent } from '@/lib/domain/ways-out/exchange'
import type { Translate } from '@/lib/i18n/translate'
import { deskClock, forceNames } from '../_desk/clock'
import { DeskPage } from '../_desk/desk-page'
import { DoneNotice } from '../_desk/done-notice'
import { keptPassing } from './_act/kept-passing'

interface Props {
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>
}

/** Takes in a case of another force as a file: it is read, what was understood is shown, and then it is recorded. */
export default async function PassedInPage({ searchParams }: Props) {
  const actor = await requireEntrance('passed-in')
  const [query, text] = await Promise.all([searchParams, keptPassing(actor)])
  const read = text === null ? null : await readPassing(text, actor)
  const clock = deskClock()
  const { t } = clock
  const refusal = refusalWords(query.refused ?? (read?.ok === false ? read.refusal : undefined), t)
  const isProblem = refusal !== null || query.problem !== undefined
  return (
    <DeskPage actor={actor} here="passed-in" title={t('waysOut.passedIn.title')} problem={isProblem}>
      <div className="mx-auto max-w-[52rem] px-4 py-4 md:px-6">
        <h1 className="text-xl">{t('waysOut.passedIn.title')}</h1>
        <p className="mt-1 mb-4 max-w-prose text-ink-soft">{t('waysOut.passedIn.lead')}</p>
        {query.problem === undefined ? null : <DoneNotice query={query} own="waysOut" t={t} />}
        {refusal === null ? null : (
          <div role="alert" className="notice tone-danger mb-4">
            <p className="font-bold text-danger">{t('waysOut.passedIn.refused')}</p>
            <p>{refusal}</p>
          </div>
        )}
        <Recorded query={query} t={t} />
        {read?.ok === true ? <Understood content={read.content} actorId={actor.id} clock={clock} /> : null}
        <form
          method="post"
          action={`${staffPaths.passedIn}/read`}
          encType="multipart/form-data"
          className="card grid max-w-3xl gap-3"
        >
          <input type="hidden" name="shown-to" value={actor.id} />
          <div>
            <label className="label" htmlFor="file">
              {t('waysOut.passedIn.file')}
            </label>
            <p id="file-hint" className="mb-1 text-sm text-ink-soft">
              {t('waysOut.passedIn.fileHint')}
            </p>
            <input
              id="file"
              name="file"
              type="file"
              accept=".json"
              required
              aria-describedby="file-hint"
              className="input"
            />
          </div>
          <div>
            <Button look={read?.ok === true ? 'quiet' : 'main'}>{t('waysOut.passedIn.read')}</Button>
          </div>
        </form>
      </div>
    </DeskPage>
  )
}

function refusalWords(code: unknown, t: Translate): string | null {
  if (code === 'none') return t('waysOut.passedIn.noFile')
  const known = passingRefusals.find((one) => one === code)
  return known === undefined ? null : t(`waysOut.refusal.${known}`)
}

/** That a file became a case, and which. */
function Recorded({ query, t }: { readonly query: Awaited<Props['searchParams']>; readonly t: Translate }) {
  const reference = typeof query.about === 'string' ? parseReference(query.about) : null
  if (reference === null || (query.done !== 'recorded' && query.done !== 'again')) return null
  return (
    <p role="status" className="notice tone-good mb-4">
      {t(`waysOut.done.${query.done}`, { reference })}
    </p>
  )
}

interface UnderstoodProps {
  readonly content: PassingContent
  readonly actorId: string
  readonly clock: Clock
}

/** What a file holds, in figures and codes: it becomes a case before anybody reads it. */
function Understood({ content: { document, label }, actorId, clock }: UnderstoodProps) {
  const { t } = clock
  const rows = [
    ['from', forceNames().get(label.from) ?? label.from],
    ['reference', document.case.reference],
    ['kind', t(`staff.kind.${document.case.kind}`)],
    ['received', saidTime(new Date(document.case.receivedAt), clock)],
    ['risk', t(`staff.risk.${document.case.risk}`)],
    ...(['account', 'contact', 'messages', 'notes'] as const).map(
      (part) => [part, String(document[part].length)] as const,
    ),
  ] as const
  return (
    <section className="card mb-6 max-w-3xl" aria-labelledby="understood-title">
      <h2 id="understood-title" className="card-title">
        {t('waysOut.passedIn.understood')}
      </h2>
      <dl className="grid gap-x-4 gap-y-1 sm:grid-cols-[auto_1fr]">
        {rows.map(([key, value]) => (
          <div key={key} className="contents">
            <dt className="text-ink-soft">{t(`waysOut.passedIn.${key}`)}</dt>
            <dd className="wrap-anywhere">{value}</dd>
          </div>
        ))}
      </dl>
      <form method="post" action={`${staffPaths.passedIn}/record`} className="mt-4">
        <input type="hidden" name="shown-to" value={actorId} />
        <Button>{t('waysOut.passedIn.record')}</Button>
      </form>
      <p className="mt-2 text-sm text-ink-soft">{t('waysOut.passedIn.forget')}</p>
    </section>
  )
}
