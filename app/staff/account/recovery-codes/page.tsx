import { cookies } from 'next/headers'
import { CopyAndPrint } from '@/components/ui/copy-and-print'
import { Button, LinkButton } from '@/components/ui/button'
import { ownFactors } from '@/lib/auth/own-factors'
import type { OwnFactors } from '@/lib/auth/own-factors'
import { shownCodesCookie, shownRecoveryCodes } from '@/lib/auth/recovery-codes'
import { requireSession } from '@/lib/auth/require-actor'
import { requireStepUp } from '@/lib/auth/step-up'
import { staffPaths } from '@/lib/config/paths'
import { formatRecoveryCode } from '@/lib/domain/recovery-code'
import { translator } from '@/lib/i18n/translate'
import type { Translate } from '@/lib/i18n/translate'
import { CodesLeft } from '../_own/codes-left'
import { OwnPage } from '../_own/own-page'

interface Props {
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>
}

/** Where new recovery codes are shown, once, and where somebody asks for them. */
export default async function OwnRecoveryCodesPage({ searchParams }: Props) {
  const session = await requireSession()
  await requireStepUp(staffPaths.ownRecoveryCodes)
  const factors = await ownFactors(session)
  const seed = (await cookies()).get(shownCodesCookie().name)?.value
  const codes = await shownRecoveryCodes(session.actor.id, seed)
  const t = translator('en')
  const title = t(codes === null ? 'signIn.own.codes.title' : 'signIn.own.codes.shownTitle')
  return (
    <OwnPage actor={session.actor} title={title} query={await searchParams} isPart={codes === null}>
      {codes === null ? <Ask factors={factors} t={t} /> : <Shown codes={codes} t={t} />}
    </OwnPage>
  )
}

function Ask({ factors, t }: { readonly factors: OwnFactors; readonly t: Translate }) {
  if (!factors.hasPassword) {
    return (
      <div className="grid gap-3">
        <p>{t('signIn.own.codes.lead')}</p>
        <CodesLeft factors={factors} t={t} />
        <p>
          <LinkButton href={staffPaths.ownPassword}>{t('signIn.own.password.set')}</LinkButton>
        </p>
      </div>
    )
  }
  return (
    <form method="post" action={`${staffPaths.ownRecoveryCodes}/new`} className="grid gap-3">
      <p>{t('signIn.own.codes.lead')}</p>
      <CodesLeft factors={factors} t={t} />
      <p>{t('signIn.own.codes.voids')}</p>
      <Button className="w-full max-w-[24rem] py-2">{t('signIn.own.codes.make')}</Button>
    </form>
  )
}

interface ShownProps {
  readonly codes: readonly string[]
  readonly t: Translate
}

function Shown({ codes, t }: ShownProps) {
  const shown = codes.map(formatRecoveryCode)
  const words = {
    copy: t('signIn.own.codes.copy'),
    copied: t('signIn.own.codes.copied'),
    print: t('signIn.own.codes.print'),
  }
  return (
    <>
      <p className="mb-3">{t('signIn.own.codes.shown')}</p>
      <ol className="card mb-3 grid gap-x-8 gap-y-1 font-mono text-sm sm:grid-cols-2">
        {shown.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ol>
      <CopyAndPrint text={shown.join('\n')} words={words} />
      <form method="post" action={`${staffPaths.ownRecoveryCodes}/kept`} className="no-print">
        <Button className="w-full max-w-[24rem] py-2">{t('signIn.own.codes.kept')}</Button>
      </form>
    </>
  )
}
