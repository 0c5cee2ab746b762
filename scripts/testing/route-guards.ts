import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import ts from 'typescript'
import { parsed } from './source.ts'

/** What a handler asks before it does anything for somebody. */
export interface Guards {
  /** It looks up who is signed in. */
  readonly asksWho: boolean
  /** The parts of the desk it asks about, by name. */
  readonly areas: ReadonlySet<string>
}

/** Gives the text of a file, so that a test can look at one with a guard taken out. */
export type ReadSource = (file: string) => string

const asking = /^lib\/auth\/(require-actor|step-up)$/
const areas = /^lib\/domain\/desk-areas$/
/** Guards may be called in functions of these folders on a handler's behalf. */
const followed = /^(app|lib\/auth)\//

/**
 * What the exported function `name` of a file asks, itself or through functions it calls in the same file, in `app/` or
 * in `lib/auth`. Only calls count: a word in a comment or a text, or a guard that is merely imported, does not.
 */
export function guardsOf(root: string, file: string, name: string, read: ReadSource): Guards {
  const found = { asksWho: false, areas: new Set<string>() }
  const seen = new Set<string>()
  const visit = (path: string, called: string) => {
    if (seen.has(`${path}#${called}`)) return
    seen.add(`${path}#${called}`)
    const source = parsed(path, read(join(root, path)))
    const body = declared(source, called)
    if (body !== undefined) walk(source, path, body)
  }
  const walk = (source: ts.SourceFile, path: string, node: ts.Node) => {
    if (ts.isCallExpression(node) && ts.isIdentifier(node.expression))
      meet(source, path, node, node.expression.text)
    ts.forEachChild(node, (child) => {
      walk(source, path, child)
    })
  }
  const meet = (source: ts.SourceFile, path: string, call: ts.CallExpression, called: string) => {
    const from = importedFrom(source, path, called)
    if (from === undefined) {
      visit(path, called)
      return
    }
    const { module, name: original } = from
    if (asking.test(module)) {
      found.asksWho ||= /^(require|current)/.test(original)
      if (original === 'requireEntrance') addText(found.areas, call.arguments[0])
    } else if (areas.test(module)) {
      if (original === 'mayEnter') addText(found.areas, call.arguments[1])
    } else if (followed.test(module)) {
      const target = fileOf(root, module)
      if (target !== undefined) visit(target, original)
    }
  }
  visit(file, name)
  return found
}

function addText(texts: Set<string>, node: ts.Node | undefined): void {
  if (node !== undefined && ts.isStringLiteral(node)) texts.add(node.text)
}

/** The function a file declares or exports under a name; `default` is a page's. */
function declared(source: ts.SourceFile, name: string): ts.Node | undefined {
  for (const statement of source.statements) {
    if (ts.isFunctionDeclaration(statement)) {
      const modifiers = ts.getModifiers(statement) ?? []
      const isDefault = modifiers.some(({ kind }) => kind === ts.SyntaxKind.DefaultKeyword)
      if (isDefault ? name === 'default' || statement.name?.text === name : statement.name?.text === name)
        return statement
    }
    if (ts.isVariableStatement(statement)) {
      const one = statement.declarationList.declarations.find(
        (declaration) => ts.isIdentifier(declaration.name) && declaration.name.text === name,
      )
      if (one !== undefined) return one
    }
  }
  return undefined
}

/** Where a name comes from, as a path from the checkout without an ending, and what it is called there. */
function importedFrom(
  source: ts.SourceFile,
  path: string,
  name: string,
): { readonly module: string; readonly name: string } | undefined {
  for (const statement of source.statements) {
    if (!ts.isImportDeclaration(statement) || !ts.isStringLiteral(statement.moduleSpecifier)) continue
    const bindings = statement.importClause?.namedBindings
    if (bindings === undefined || !ts.isNamedImports(bindings)) continue
    const element = bindings.elements.find((one) => one.name.text === name)
    if (element === undefined) continue
    return {
      module: moduleOf(path, statement.moduleSpecifier.text),
      name: (element.propertyName ?? element.name).text,
    }
  }
  return undefined
}

function moduleOf(path: string, specifier: string): string {
  if (specifier.startsWith('@/')) return specifier.slice(2)
  return specifier.startsWith('.') ? join(dirname(path), specifier) : specifier
}

function fileOf(root: string, module: string): string | undefined {
  return ['.ts', '.tsx'].map((ending) => `${module}${ending}`).find((file) => existsSync(join(root, file)))
}

/** Reads a file as it is. */
export const asItIs: ReadSource = (file) => readFileSync(file, 'utf8')
