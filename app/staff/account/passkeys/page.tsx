import { PasskeyButton } from '@/components/staff/passkey-button'
import { passkeyWords } from '@/components/staff/sign-in-words'
import { requireSession } from '@/lib/auth/require-actor'
import { requireStepUp } from '@/lib/auth/step-up'
import { staffPaths } from '@/lib/config/paths'
import { translator } from '@/lib/i18n/translate'
import { OwnPage } from '../_own/own-page'

interface Props {
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>
}

/** Where somebody adds a passkey. */
export default async function AddPasskeyPage({ searchParams }: Props) {
  const { actor } = await requireSession()
  await requireStepUp(staffPaths.ownPasskeys)
  const t = translator('en')
  return (
    <OwnPage actor={actor} title={t('signIn.own.passkeys.addTitle')} query={await searchParams} isPart>
      <p className="mb-4">{t('signIn.own.passkeys.addLead')}</p>
      <div className="max-w-[24rem]">
        <PasskeyButton
          kind="make"
          url={staffPaths.ownPasskeys}
          naming={{ label: t('signIn.passkey.name'), value: t('signIn.passkey.firstName') }}
          words={passkeyWords('make', t)}
        />
      </div>
    </OwnPage>
  )
}
