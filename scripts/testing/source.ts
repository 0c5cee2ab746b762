import ts from 'typescript'

/** A source file as a tree. Comments and texts are no calls in it. */
export function parsed(file: string, text: string): ts.SourceFile {
  return ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true)
}
