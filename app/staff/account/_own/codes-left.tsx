import type { OwnFactors } from '@/lib/auth/own-factors'
import { recoveryCodes } from '@/lib/domain/recovery-code'
import type { Translate } from '@/lib/i18n/translate'

interface Props {
  readonly factors: Pick<OwnFactors, 'hasPassword' | 'recoveryCodes'>
  readonly t: Translate
}

/** How many recovery codes are left; to somebody without a password, who has none, what comes first. */
export function CodesLeft({ factors: { hasPassword, recoveryCodes: left }, t }: Props) {
  if (!hasPassword) return <p>{t('signIn.own.codes.needPassword')}</p>
  const isFew = left <= recoveryCodes.few
  return (
    <p className={isFew ? 'font-semibold text-warn' : undefined}>
      {t('signIn.own.codes.left', { count: left })}
      {isFew ? ` ${t(left === 0 ? 'signIn.own.codes.none' : 'signIn.own.codes.few')}` : ''}
    </p>
  )
}
