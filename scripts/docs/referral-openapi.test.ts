import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import openapiTS, { astToString } from 'openapi-typescript'
import { format } from 'prettier'
import { describe, expect, it } from 'vitest'
import { root } from '../run/project.ts'
import { referralOpenApi } from './referral-openapi.ts'

const file = join(root, 'docs/schemas/referrals-1.openapi.json')
const text = readFileSync(file, 'utf8')

describe('how referrals are sent by machine', () => {
  it('is written down as it is: npm run docs:referrals', () => {
    expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(referralOpenApi())))
  })

  it('is rightly written, says a linter', () => {
    const redocly = join(root, 'node_modules/@redocly/cli/bin/cli.js')
    const env = { ...process.env, REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' }
    const lint = [redocly, 'lint', file, '--extends', 'recommended-strict', '--format', 'json']
    const said = execFileSync(process.execPath, lint, {
      env,
      stdio: ['ignore', 'pipe', 'ignore'],
      encoding: 'utf8',
    })
    expect(JSON.parse(said)).toMatchObject({ totals: { errors: 0, warnings: 0 } })
  })

  it('makes the types of the client that the tests send with', async () => {
    const made = astToString(await openapiTS(text))
    const style = JSON.parse(readFileSync(join(root, '.prettierrc.json'), 'utf8')) as object
    expect(readFileSync(join(root, 'e2e/referrals/client-types.ts'), 'utf8')).toBe(
      await format(made, { ...style, parser: 'typescript' }),
    )
  })
})
