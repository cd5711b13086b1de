import { isForTests, type Source } from './sources.ts'

/** The exported functions, classes and values of a file that say nothing of what they promise. */
export function undocumented({ path, text }: Source): string[] {
  if (!path.startsWith('src/') || isForTests(path)) return []
  const lines = text.split('\n')
  return lines.flatMap((line, index) => {
    const name = EXPORTED.exec(line)?.groups?.name
    return name === undefined || lines[index - 1]?.trimEnd().endsWith('*/') ? [] : [`${path} ${name}`]
  })
}

const EXPORTED = /^export (?:default )?(?:async )?(?:abstract )?(?:function\*?|class|const|let) (?<name>\w+)/
