import { redirect } from 'next/navigation'
import { Notice } from '@/components/ui/notice'
import { requireSession } from '@/lib/auth/require-actor'
import type { Session } from '@/lib/auth/session'
import { requireStepUp } from '@/lib/auth/step-up'
import { noteRefusal } from '@/lib/commands/note-refusal'
import { currentForce } from '@/lib/config/current-force'
import { staffPaths } from '@/lib/config/paths'
import { DomainError } from '@/lib/domain/errors'
import { otherForces } from '@/lib/domain/export-recipient'
import { exportPairs, readExportQuery } from '@/lib/domain/export-query'
import type { ExportQuery } from '@/lib/domain/export-query'
import type { Actor } from '@/lib/domain/policy'
import type { Translate } from '@/lib/i18n/translate'
import { getCaseHeadline } from '@/lib/queries/get-case-headline'
import { isTakingOut } from '@/lib/queries/given-reason'
import { openForExport } from '@/lib/queries/open-for-export'
import type { OpenedForExport } from '@/lib/queries/open-for-export'
import { policyContext } from '@/lib/queries/policy-context'
import { deskClockFor } from '../../../_desk/clock'
import { DeskPage } from '../../../_desk/desk-page'
import { DoneNotice } from '../../../_desk/done-notice'
import { KeptNotice } from '../../../_desk/kept-notice'
import { keptForm } from '../../../_http/kept-form'
import { ChooseCases } from './_view/choose-cases'
import { ReviewForm } from './_view/review-form'

interface Props {
  readonly params: Promise<{ readonly reference: string }>
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>
}

/**
 * Takes out one person's data: which cases are theirs and what for, then everything they wrote, to be looked through. For supervisors who have just
 * proved who they are. Once they have said what for, which an address alone does not, looking at the page opens the cases, and each look is a
 * row in the audit.
 */
export default async function ExportPage({ params, searchParams }: Props) {
  const session = await requireSession()
  const { actor } = session
  const reference = await mayTakeOut(actor, (await params).reference)
  const asked = await searchParams
  const query = readExportQuery(reference, parametersOf(asked))
  const page = staffPaths.exporting(reference, exportPairs(query))
  await requireStepUp(page)
  const [opening, kept] = await Promise.all([openAll(session, reference, query), keptForm(actor, page)])
  const clock = await deskClockFor(actor)
  const { t } = clock
  return (
    <DeskPage
      actor={actor}
      here={null}
      title={t('exporting.title')}
      problem={asked.problem !== undefined || opening.closed !== null}
    >
      <div className="px-4 py-4 md:px-6">
        <a href={staffPaths.case(reference)} className="text-sm">
          {t('exporting.back', { reference })}
        </a>
        <h1 className="mt-1 text-xl">{t('exporting.title')}</h1>
        <p className="mt-1 mb-4 max-w-prose text-ink-soft">{t('exporting.lead')}</p>
        <DoneNotice query={asked} t={t} />
        <KeptNotice query={asked} kept={kept} t={t} />
        {opening.closed === null ? null : (
          <div className="mb-4">
            <Notice tone="danger" title={t('staff.problem.title')}>
              <p role="alert">{problemWords(opening.closed, t)}</p>
            </Notice>
          </div>
        )}
        <ChooseCases reference={reference} actorId={actor.id} query={query} t={t} />
        {opening.opened.length === 0 ? null : (
          <ReviewForm
            action={staffPaths.exportFile(reference, exportPairs(query))}
            actorId={actor.id}
            opened={opening.opened}
            reason={query.reason ?? 'subject-access'}
            forces={otherForces(currentForce())}
            typed={kept?.values ?? {}}
            clock={clock}
          />
        )}
      </div>
    </DeskPage>
  )
}

/** The case's reference, for whoever may take its data out; for everybody else there is no such page, and the try is audited. */
async function mayTakeOut(actor: Actor, text: string): Promise<string> {
  const found = await headlineOf(actor, text)
  if (found === null) redirect(staffPaths.missing)
  if (found.may) return found.reference
  await noteRefusal(actor, found.reference, { attempted: 'export', code: 'forbidden' })
  redirect(staffPaths.missing)
}

/** Null where there is none, or none they may know of. */
async function headlineOf(actor: Actor, text: string) {
  try {
    const { headline, may } = await getCaseHeadline(actor, text, policyContext(true))
    return { reference: headline.reference, may: may.has('export') && headline.erasedAt === null }
  } catch (error) {
    if (error instanceof DomainError) return null
    throw error
  }
}

/** A case that is not opened here, and why. */
interface Closed {
  readonly code: DomainError['code'] | 'typo'
  readonly reference: string
}

function problemWords({ code, reference }: Closed, t: Translate): string {
  if (code === 'typo') return t('exporting.typo')
  if (code === 'unreadable' || code === 'not-logged') return t(`staff.problem.${code}`)
  return t('exporting.problem', { reference })
}

/** Opens every case, once they have said what for; or says which of them it is that is not to be taken out. */
async function openAll(
  { actor, handle }: Session,
  reference: string,
  { also, isTypo, reason }: ExportQuery,
): Promise<{ readonly opened: readonly OpenedForExport[]; readonly closed: Closed | null }> {
  if (isTypo) return { opened: [], closed: { code: 'typo', reference: '' } }
  for (const other of also)
    if ((await headlineOf(actor, other))?.may !== true)
      return { opened: [], closed: { code: 'not-found', reference: other } }
  const opened: OpenedForExport[] = []
  if (reason === null) return { opened, closed: null }
  for (const one of [reference, ...also]) {
    try {
      if (!(await isTakingOut(actor, handle, one))) return { opened: [], closed: null }
      opened.push(await openForExport(actor, one, null))
    } catch (error) {
      if (error instanceof DomainError) return { opened: [], closed: { code: error.code, reference: one } }
      throw error
    }
  }
  return { opened, closed: null }
}

function parametersOf(query: Awaited<Props['searchParams']>): URLSearchParams {
  return new URLSearchParams(
    Object.entries(query).flatMap(([name, value]) => [value ?? []].flat().map((one) => [name, one])),
  )
}
