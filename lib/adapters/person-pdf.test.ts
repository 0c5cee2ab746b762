import { describe, expect, it } from 'vitest'
import { pdfText } from '@/e2e/fixtures/pdf-text'
import { blackedOut } from '@/lib/domain/black-out'
import type { SubjectAccess } from '@/lib/domain/subject-access'
import { translator } from '@/lib/i18n/translate'
import { personPdf } from './person-pdf'

const at = '2026-06-10T11:00:00.000Z'
const wording = { t: translator('en'), timeZone: 'Europe/London' }

function data(answer: string): SubjectAccess {
  return {
    ...{
      schema: 'subject-access/1',
      madeAt: at,
      force: 'Hertfordshire Constabulary',
      reason: 'subject-access',
    },
    ...{ includesIdentity: true, blackedOut: 1 },
    cases: [
      {
        ...{ reference: 'HC-7K2Q-M4TD', kind: 'report', channel: 'online', status: 'closed', language: 'cy' },
        ...{ receivedAt: at, closedAt: at, outcome: 'Advice given' },
        answers: [{ section: 'Beth', question: 'Beth ddigwyddodd?', answer }],
        identity: [{ question: 'About you', answer: 'In my words' }],
        messages: [{ at, from: 'person', text: 'Please ring' }],
        notes: [{ at, role: 'supervisor', text: 'A note that is given' }],
        decisions: [{ at, role: null, what: 'Received online' }],
        looks: [{ role: 'supervisor', day: '2026-06-11', times: 2 }],
        held: ['What the person sent'],
        leftOut: [{ what: 'Who did it?', why: 'another-person', words: 'Left out: about another person.' }],
      },
    ],
  }
}

const textOf = async (answer: string) => pdfText(await personPdf(data(answer), wording))

describe('the PDF of one person’s data', () => {
  it('says all that the data says, with Welsh, Greek and Cyrillic letters', async () => {
    const text = await textOf(`Mae’r tŷ a’r dŵr, Ŵyn Ŷd ẁ ẃ ẅ ỳ ý ÿ ${blackedOut} Αθήνα Київ Łódź`)
    for (const words of [
      `Mae’r tŷ a’r dŵr, Ŵyn Ŷd ẁ ẃ ẅ ỳ ý ÿ ${blackedOut} Αθήνα Київ Łódź`,
      ...['HC-7K2Q-M4TD', 'Beth ddigwyddodd?', 'In my words', 'Please ring', 'A note that is given'],
      ...[
        'Received online',
        '2026-06-11: 2 times',
        'What the person sent',
        'Who did it?',
        '10 June 2026 at 12:00',
      ],
    ])
      expect(text).toContain(words)
    expect(text).not.toContain(wording.t('exporting.file.scripts'))
  })

  it.each(['مرحبا', 'שלום', '你好', 'नमस्ते', '🏳️‍🌈'])(
    'says at once that it lacks %j, and where that is',
    async (words) => {
      const text = await textOf(`before ${words} after`)
      expect(text).toContain('They are all in the JSON form')
      expect(text).toMatch(/before □+ after/u)
    },
  )

  it.each(['۰۷۷۰۰', '٠٧٧٠٠', '०७७००'])(
    'has the number %j in our digits, and lacks nothing for it',
    async (words) => {
      const text = await textOf(`before ${words} after`)
      expect(text).toContain('before 07700 after')
      expect(text).not.toContain(wording.t('exporting.file.scripts'))
    },
  )

  it('goes on over pages, and keeps what steers the direction of letters out', async () => {
    const text = await textOf(`${'llawer '.repeat(4_000)}\u202eend`)
    expect(text.match(/llawer/gu)).toHaveLength(4_000)
    expect(text).toContain('end')
    expect(text).not.toContain('\u202e')
  })

  it('has a title, a language, and a structure of headings and paragraphs', async () => {
    const body = Buffer.from(await personPdf(data('x'), wording)).toString('latin1')
    expect(body).toMatch(/^%PDF-1\.7/u)
    for (const mark of [
      '/Lang (en-GB)',
      '/Marked true',
      '/DisplayDocTitle true',
      '/StructTreeRoot',
      '/S /H1',
      '/S /P',
    ])
      expect(body).toContain(mark)
    expect(body).not.toContain('HC-7K2Q-M4TD')
  })
})
