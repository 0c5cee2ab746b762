import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { detectKind, indexKinds, indexTerm } from './index-term'

const mobile = '+447700900461'

describe('a telephone number', () => {
  it.each([
    ['07700 900461', mobile],
    ['07700900461', mobile],
    ['  (07700) 900-461 ', mobile],
    ['07700.900.461', mobile],
    ['07700\u00a0900\u2011461', mobile],
    ['+44 7700 900461', mobile],
    ['+44 (0) 7700 900461', mobile],
    ['+44(0)7700900461', mobile],
    ['(+44) 7700 900461', mobile],
    ['0044 7700 900461', mobile],
    ['0044 (0)7700 900461', mobile],
    ['447700900461', mobile],
    ['7700 900461', mobile],
    ['０７７００ ９００４６１', mobile],
    ['٠٧٧٠٠ ٩٠٠٤٦١', mobile],
    ['\u202a+44 7700 900461\u202c', mobile],
    ['01632 960 001', '+441632960001'],
    ['016977 2345', '+44169772345'],
    ['0800 1111', '+448001111'],
    ['+353 1 234 5678', '+35312345678'],
    ['00353 1 2345678', '+35312345678'],
    ['+1 (202) 555-0143', '+12025550143'],
    ['+92 300 1234567', '+923001234567'],
  ])('%s is %s', (typed, term) => {
    expect(indexTerm('telephone', typed)).toBe(term)
  })

  it.each([
    ...[
      '',
      '   ',
      '999',
      '101',
      '12345',
      '0',
      '+',
      '+44',
      '00',
      '0044',
      'none',
      '07700 90046x',
      '1632 960001',
    ],
    ...[
      '+0 123 456789',
      '06123 456789',
      '07700 900461 or 07700 900462',
      '+1234567890123456',
      '07'.repeat(40),
    ],
  ])('%j is none', (typed) => {
    expect(indexTerm('telephone', typed)).toBeNull()
  })

  it('is the same however it is spaced', () => {
    const spacing = fc.array(fc.constantFrom('', ' ', '-', '.', ' (', ') ', '\u2013'), {
      minLength: 11,
      maxLength: 11,
    })
    const digits = fc.stringMatching(/^7[0-9]{9}$/u)
    const prefix = fc.constantFrom('0', '+44', '0044', '+44 (0)', '+44 0')
    fc.assert(
      fc.property(digits, prefix, spacing, (number, before, gaps) => {
        const typed = Array.from(number, (digit, at) => `${digit}${gaps[at] ?? ''}`).join('')
        expect(indexTerm('telephone', before + typed)).toBe(`+44${number}`)
      }),
    )
  })
})

describe('an e-mail address', () => {
  it.each([
    ['Ada.Obi@Example.TEST', 'ada.obi@example.test'],
    ['  ada@example.test\n', 'ada@example.test'],
    ['ａｄａ＠example.test', 'ada@example.test'],
    ['SEÁN@example.test', 'seán@example.test'],
    ['sea\u0301n@example.test', 'seán@example.test'],
  ])('%j is %s', (typed, term) => {
    expect(indexTerm('email', typed)).toBe(term)
  })

  it.each(['', 'ada', '@', 'ada@', '@example.test', 'a b@example.test', 'a@b@c', `${'a'.repeat(320)}@b`])(
    '%j is none',
    (typed) => {
      expect(indexTerm('email', typed)).toBeNull()
    },
  )
})

describe('a postcode', () => {
  it.each([
    ['SG1 1AB', 'SG1 1AB'],
    ['sg11ab', 'SG1 1AB'],
    [' sg1-1ab ', 'SG1 1AB'],
    ['SGl 1AB', null],
    ['EC1A1BB', 'EC1A 1BB'],
    ['al1 oab', 'AL1 0AB'],
    ['SG1', null],
    ['SG1 1', null],
    ['', null],
  ])('%j is %s', (typed, term) => {
    expect(indexTerm('postcode', typed)).toBe(term)
  })
})

describe('a surname', () => {
  it.each([
    ['Ada Obi', 'obi'],
    ['Obi', 'obi'],
    ['ADA  OBI ', 'obi'],
    ['Obi, Ada', 'obi'],
    ['Ada Obi (née Smith)', 'obi'],
    ['John Smith Jr.', 'smith'],
    ['Jr', 'jr'],
    ['Anna Smith-Jones', 'smithjones'],
    ['Anna Smith – Jones', 'smithjones'],
    ['Ludwig van Beethoven', 'beethoven'],
    ['van Beethoven', 'beethoven'],
    ['María de la Cruz', 'cruz'],
    ["Sinéad O'Brien", 'obrien'],
    ['Sinéad O’Brien', 'obrien'],
    ['Sinéad Ó Brien', 'obrien'],
    ['Flora Mac Donald', 'macdonald'],
    ['Flora MacDonald', 'macdonald'],
    ['Mac Donald', 'macdonald'],
    ['Mac', 'mac'],
    // Welsh and Gaelic
    ['Siân Llŷr', 'llyr'],
    ['Siân Llyr', 'llyr'],
    ['Dafydd ap Rhys', 'rhys'],
    ['Màiri NicDhòmhnaill', 'nicdhomhnaill'],
    ['Máire Ní Bhriain', 'bhriain'],
    // Turkish, Danish, Polish, German
    ['YILMAZ', 'yilmaz'],
    ['Yılmaz', 'yilmaz'],
    ['Sørensen', 'sorensen'],
    ['Wałęsa', 'walesa'],
    ['Weiß', 'weiss'],
    ['WEISS', 'weiss'],
    // Arabic, with marks and without, and in Latin letters
    ['محمد أحمد', 'احمد'],
    ['مُحَمَّد احمد', 'احمد'],
    ['محمـــد', 'محمد'],
    ['Omar al-Sayed', 'sayed'],
    ['Omar al Sayed', 'sayed'],
    ['Al-Sayed', 'sayed'],
    // Chinese, Japanese, Korean: no spaces, and the family's name first
    ['王小明', '王小明'],
    ['王 小明', '王小明'],
    ['マイケル・王', 'マイケル王'],
    ['김 민준', '김민준'.normalize('NFKD')],
    ['김민준', '김민준'.normalize('NFKD')],
    // A script whose marks are part of the word
    ['राज कुमार', 'कुमार'],
    ['राज कमर', 'कमर'],
    ['Иван Ёлкин', 'елкин'],
    ['Νίκος Παππάς', 'παππασ'],
  ])('of %s is %s', (typed, term) => {
    expect(indexTerm('surname', typed)).toBe(term)
  })

  it.each(['', '   ', '123', '-', '’', '!!!', '\u0301', 'a'.repeat(201)])('there is none in %j', (typed) => {
    expect(indexTerm('surname', typed)).toBeNull()
  })

  it('is the same without marks, in capitals, and with any first name', () => {
    const surname = fc.constantFrom(
      'Llŷr',
      'Ó Briain',
      'Müller',
      'Núñez',
      'Smith-Jones',
      'احمد',
      'Đặng',
      'Ngũgĩ',
    )
    const first = fc.constantFrom('', 'Ada ', 'Ada Mary ', 'Dr. Ada ')
    fc.assert(
      fc.property(surname, first, (name, given) => {
        const key = indexTerm('surname', name)
        expect(indexTerm('surname', given + name)).toBe(key)
        expect(indexTerm('surname', name.toUpperCase())).toBe(key)
        expect(indexTerm('surname', `  ${name.normalize('NFD').replace(/[\u0300-\u036f]/gu, '')} `)).toBe(key)
      }),
    )
  })
})

const typed = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 40 }),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.stringMatching(/^[+0-9 ()-]{0,20}$/u),
  fc.stringMatching(/^[A-Z]{1,2}[0-9][0-9A-Z]? ?[0-9O][A-Z]{2}$/u),
  fc.string({
    unit: fc.constantFrom(...Array.from('aÁßİıŁø\u0301\u0345ΣςÅ王김が\u3099कु\u093cאָأ\u064e-’ ,(.@9')),
  }),
  fc.emailAddress(),
)

describe.each(indexKinds)('any %s', (kind) => {
  it('in its normal form stays as it is', () => {
    fc.assert(
      fc.property(typed, (text) => {
        const term = indexTerm(kind, text)
        if (term === null) return
        expect(indexTerm(kind, term)).toBe(term)
        expect(term).not.toBe('')
      }),
      { numRuns: 5_000 },
    )
  })

  it('is the same with white space around it and decomposed', () => {
    fc.assert(
      fc.property(typed, (text) => {
        const term = indexTerm(kind, text)
        if (term !== null) expect(indexTerm(kind, ` ${text.normalize('NFD')}\t`)).toBe(term)
      }),
      { numRuns: 2_000 },
    )
  })
})

describe('what a text is by its looks', () => {
  it.each([
    ['07700 900461', 'telephone'],
    ['+353 1 234 5678', 'telephone'],
    ['٠٧٧٠٠ ٩٠٠٤٦١', 'telephone'],
    ['ada@example.test', 'email'],
    ['ada＠example.test', 'email'],
    ['SG1 1AB', 'postcode'],
    ['sg11ab', 'postcode'],
    ['Ada Obi', 'surname'],
    ['Mooody', 'surname'],
    ['王小明', 'surname'],
    ['أحمد', 'surname'],
    ['SG1', null],
    ['12345', null],
    ['ada@', null],
    ['Ada 2', null],
    ['', null],
    ['...', null],
  ])('%j: %s', (text, kind) => {
    expect(detectKind(text)).toBe(kind)
  })

  it('has a normal form of that kind', () => {
    fc.assert(
      fc.property(typed, (text) => {
        const kind = detectKind(text)
        if (kind !== null) expect(indexTerm(kind, text)).not.toBeNull()
      }),
    )
  })
})
