import { GlassForm, lengths } from '@/components/staff/glass-form'
import type { FieldProblem } from '@/components/staff/field-problem'
import { Notice } from '@/components/ui/notice'
import { requireEntrance } from '@/lib/auth/require-actor'
import { currentForce } from '@/lib/config/current-force'
import { staffPaths } from '@/lib/config/paths'
import { glassTriesADay } from '@/lib/domain/broken-glass'
import { parseReference } from '@/lib/domain/reference'
import { translator } from '@/lib/i18n/translate'
import type { Translate } from '@/lib/i18n/translate'
import { DeskPage } from '../_desk/desk-page'
import { GlassProblem } from '../_desk/glass-problem'
import { KeptNotice } from '../_desk/kept-notice'
import { keptForm } from '../_http/kept-form'

interface Props {
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>
}

/** Opens one case for an hour to somebody who may not open it, for a threat to life alone. It says what that sets off before it asks. */
export default async function BreakGlassPage({ searchParams }: Props) {
  const actor = await requireEntrance('glass')
  const [query, kept] = await Promise.all([searchParams, keptForm(actor, staffPaths.breakGlass)])
  const t = translator('en')
  const emergency = currentForce().routes.find(({ id }) => id === 'emergency')?.phone ?? ''
  const typed = kept?.form === 'glass' ? kept.values : { reference: referenceIn(query.reference) }
  return (
    <DeskPage actor={actor} here={null} title={t('glass.title')} problem={query.problem !== undefined}>
      <div className="max-w-measure px-4 py-4 md:px-6">
        <h1 className="text-xl">{t('glass.title')}</h1>
        <p className="mt-1 mb-4">{t('glass.lead')}</p>
        <GlassProblem query={query} t={t} />
        <KeptNotice query={query} kept={kept} t={t} />
        <Notice tone="danger" level={2} title={t('glass.first', { emergency })}>
          <p>{t('glass.firstMore')}</p>
        </Notice>
        <h2 className="mt-5 mb-1 text-lg">{t('glass.before')}</h2>
        <ul className="bullets mb-5">
          {(['told', 'review', 'logged', 'limits'] as const).map((line) => (
            <li key={line}>{t(`glass.${line}`, { tries: glassTriesADay })}</li>
          ))}
        </ul>
        <GlassForm actorId={actor.id} typed={typed} problem={problemOf(query.problem, t)} t={t} />
      </div>
    </DeskPage>
  )
}

/** The case that somebody came from, where the address says it. */
function referenceIn(given: unknown): string {
  return (typeof given === 'string' ? parseReference(given) : null) ?? ''
}

const fields = new Map([
  ['reference', 'reference'],
  ['short', 'reason'],
  ['long', 'reason'],
  ['confirm', 'confirm'],
])

/** The field a problem in the address is about, and what to say there; null for what no field is to blame for. */
function problemOf(problem: unknown, t: Translate): FieldProblem | null {
  const field = typeof problem === 'string' ? fields.get(problem) : undefined
  return field === undefined ? null : { field, message: t(`glass.problem.${String(problem)}`, lengths) }
}
