export interface FileOfVitest {
  readonly name: string
  readonly status: string
  readonly message: string
  readonly assertionResults: readonly {
    readonly fullName: string
    readonly status: string
    readonly failureMessages: readonly string[] | null
  }[]
}

export interface SuiteOfPlaywright {
  readonly suites?: readonly SuiteOfPlaywright[]
  readonly specs?: readonly {
    readonly title: string
    readonly file: string
    readonly line: number
    readonly tests: readonly {
      readonly status: string
      readonly results: readonly { readonly error?: { readonly message?: string } }[]
    }[]
  }[]
}

/** Names what did not pass in a runner's JSON report, each with its first words of why. */
export const failedTests = { ofVitest, ofPlaywright, outside }

function ofVitest(files: readonly FileOfVitest[]): readonly string[] {
  return files.flatMap(({ name, status, message, assertionResults }) => {
    const tests = assertionResults.filter((test) => test.status !== 'passed')
    if (tests.length === 0) return status === 'passed' ? [] : [line(name, 'the file itself', message)]
    return tests.map((test) => line(name, test.fullName, test.failureMessages?.[0] ?? test.status))
  })
}

function ofPlaywright(suites: readonly SuiteOfPlaywright[]): readonly string[] {
  return suites.flatMap(({ suites: inner = [], specs = [] }) => [
    ...specs.flatMap(({ title, file, line: at, tests }) =>
      tests
        .filter((test) => test.status !== 'expected')
        .map((test) =>
          line(`${file}:${String(at)}`, title, test.results.at(-1)?.error?.message ?? test.status),
        ),
    ),
    ...ofPlaywright(inner),
  ])
}

/** What went wrong in no test. */
function outside(errors: readonly { readonly message?: string }[]): readonly string[] {
  return errors.map(({ message }) => line('outside of tests', 'an error', message ?? 'without words'))
}

/** One line of plain text, whatever colours and lines the runner gave. */
function line(where: string, title: string, why: string): string {
  // eslint-disable-next-line no-control-regex -- the colours of a terminal begin with a control character
  const plain = why.replaceAll(/\u001B\[[\d;]*m/g, '').replaceAll(/\s+/g, ' ')
  return `${where} > ${title}: ${plain.trim().slice(0, 300)}`
}
