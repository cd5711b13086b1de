import { sourcesIn } from './rules/sources.ts'
import { bannedFaults } from './rules/banned.ts'
import { longFiles, longFunctions, functionsOf } from './rules/length.ts'
import { undocumented } from './rules/docstrings.ts'
import { foreignWrites } from './rules/owners.ts'
import { pagesIn, unvisited } from './rules/pages.ts'
const code = sourcesIn('{src,seed,language,test,bench,launch}/**/*.{ts,tsx,mjs}', '*.mjs')
console.log(longFiles(code, {}), longFunctions(code, {}))
const every = [...code, ...sourcesIn('*.md', '{docs,seed,schema,src,language}/**/*.{md,sql,css,hl7,txt,json}', '*.json')]
console.log(every.length, every.flatMap(bannedFaults).join('\n'))
console.log(code.flatMap(undocumented)); console.log(code.flatMap(foreignWrites))
console.log(unvisited(sourcesIn('src/door/web/pages/*.tsx').flatMap(pagesIn), sourcesIn('test/journeys/*.ts')), sourcesIn('src/door/web/pages/*.tsx').flatMap(pagesIn))
const f = code.flatMap(s => functionsOf(s).map(x => ({ ...x, p: s.path }))).sort((a, b) => b.lines - a.lines); console.log(f.length, f.slice(0, 12))
