// Invites the first administrator of a deployment, named by two arguments (e-mail address, name), and prints the link once.
// Where there is one already it refuses, unless `--another` says that this is meant.
import { inviteAdministrator } from '@/lib/commands/invite-administrator'
import { DomainError } from '@/lib/domain/errors'
import { speakPlainly } from '../scripts/run/plain-errors'

speakPlainly()
const given = process.argv.slice(2)
const [email = '', name = ''] = given.filter((word) => word !== '--another')

const refusals: Readonly<Partial<Record<DomainError['code'], string>>> = {
  invalid: 'Give an e-mail address and a name: npm run admin:create -- somebody@force.example "Their Name"',
  exists: 'Somebody has an account with this address already.',
  conflict:
    'There is an administrator already, who can invite others at /staff/admin/invitations. Where they cannot, say --another.',
}

try {
  const { link, hours } = await inviteAdministrator({ email, name, another: given.includes('--another') })
  process.stdout.write(
    [
      `An invitation for ${email} as administrator. It is shown once, works once, and ends in ${String(hours)} hours:`,
      `  ${link}`,
      'Whoever has this link can become an administrator: give it to them in person.',
      '',
    ].join('\n'),
  )
  process.exit(0)
} catch (error) {
  if (!(error instanceof DomainError)) throw error
  process.stderr.write(`${refusals[error.code] ?? 'That was not done.'}\n`)
  process.exit(1)
}
