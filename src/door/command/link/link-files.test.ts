import assert from 'node:assert/strict'
import { test } from 'node:test'
import { gzipSync } from 'node:zlib'
import { type Hands, handsAlwaysOn, OWN_HANDS } from './hands.ts'
import { Desk, PEOPLE, PEOPLE_MAP } from './test-link.ts'

/** The identifiers of every row of a file of links, as `left right decision`. */
function rowsOf(text: string | undefined): string[] {
  const [, ...rows] = text?.trim().split('\n') ?? []
  return rows.map(row => row.split(',')).map(cells => [cells[0], cells[1], cells[4]].join(' '))
}

test('records of one person in one file are linked, each pair once, and everybody has a cluster', async () => {
  using desk = new Desk()
  const args = ['--left', desk.put('people.csv', PEOPLE), '--map', desk.put('map.json', PEOPLE_MAP)]
  const { ok, lines } = await desk.link([
    ...[...args, '--out', desk.path('links.csv'), '--clusters', desk.path('clusters.csv')],
    ...['--model', desk.path('model.json')],
  ])
  assert.ok(ok, lines.join('\n'))
  assert.match(desk.read('links.csv') ?? '', /^left,right,probability,weight,decision\n1,2,0\.9\d+,\d+\.\d+,link\n/)
  assert.deepEqual(rowsOf(desk.read('links.csv')), ['1 2 link', '3 4 link'])
  assert.equal(desk.read('clusters.csv'), 'id,cluster\n1,1\n2,1\n3,2\n4,2\n5,3\n')
  assert.equal(lines[0], 'people.csv: 5 rows read, 0 refused.')
  assert.ok(lines.includes('2 pairs linked, 0 to review.'))
})

test('a second run changes nothing: every file is the same to the byte, the model too', async () => {
  using desk = new Desk()
  const args = ['--left', desk.put('people.csv', PEOPLE), '--map', desk.put('map.json', PEOPLE_MAP)]
  const all = ['links.csv', 'clusters.csv', 'model.json', 'model.txt']
  const run = async () => {
    await desk.link([
      ...args,
      '--out',
      desk.path(all[0]!),
      '--clusters',
      desk.path(all[1]!),
      '--model',
      desk.path(all[2]!),
    ])
    return all.map(name => desk.read(name))
  }
  const first = await run()
  assert.ok(first.every(text => text !== undefined))
  assert.deepEqual(await run(), first)
  assert.deepEqual(desk.files(), [...all, 'map.json', 'people.csv'].toSorted())
})

test('two threads come to the same as one, to the byte', async () => {
  using desk = new Desk()
  const names = ['Mair', 'Siân', 'Jane', 'Emrys', 'Gwilym', 'William', 'Nia']
  const rows = Array.from({ length: 400 }, (_, at) => {
    const person = at % 150
    const given = names[(person + (at % 3)) % names.length]
    return `${at},${given},${['Jones', 'Wogan', 'Pritchard'][person % 3]},19${10 + (person % 80)}-0${1 + (person % 9)}-1${at % 2},${person} Mill Road,GH${person % 9} 2AB`
  })
  const people = desk.put('people.csv', ['id,first,last,born,home,code', ...rows].join('\n'))
  const args = ['--left', people, '--map', desk.put('map.json', PEOPLE_MAP)]
  const written = async (hands: Hands) => {
    const { ok } = await desk.link([...args, '--out', desk.path('links.csv'), '--model', desk.path('m.json')], {
      hands,
    })
    return [ok, desk.read('links.csv'), desk.read('m.json')]
  }
  const one = await written(OWN_HANDS)
  assert.ok(rowsOf(String(one[1])).length > 100)
  assert.deepEqual(await written(handsAlwaysOn(2)), one)
})

test('two files are linked across alone, by columns that each calls what it likes, compressed or not', async () => {
  using desk = new Desk()
  const map = {
    mode: 'link_only',
    left: { id: 'id', columns: { first: 'given', last: 'surname', born: 'birthdate', code: 'postcode' } },
    right: {
      id: 'number',
      columns: {
        name: 'fullname',
        year: { as: 'birthdate', part: 'year' },
        month: { as: 'birthdate', part: 'month' },
        day: { as: 'birthdate', part: 'day' },
        pc: 'postcode',
      },
    },
  }
  const right = 'number;name;year;month;day;pc\n1;Pritchard, Sian;1961;3;17;GH1 2AB\n2;Emrys Wogan;1948;11;2;GH4 7CD\n'
  const { ok, lines } = await desk.link([
    ...['--left', desk.put('left.csv.gz', gzipSync(PEOPLE)), '--right', desk.put('right.csv', right)],
    ...['--map', desk.put('map.json', JSON.stringify(map)), '--out', desk.path('links.csv')],
    ...['--clusters', desk.path('clusters.csv')],
  ])
  assert.ok(ok, lines.join('\n'))
  const rows = rowsOf(desk.read('links.csv'))
  assert.deepEqual(rows, ['1 1 link', '2 1 link', '3 2 link', '4 2 link'])
  const clusters = '1,1,left 2,1,left 3,2,left 4,2,left 5,3,left 1,1,right 2,2,right'
  assert.equal(desk.read('clusters.csv'), `id,cluster,file\n${clusters.replaceAll(' ', '\n')}\n`)
})

test('held against the truth, it is told how good the links are', async () => {
  using desk = new Desk()
  const [head, ...rows] = PEOPLE.trim().split('\n')
  const withTruth = [`${head},who`, ...rows.map((row, at) => `${row},${['a', 'a', 'b', 'b', 'c'][at]}`)].join('\n')
  const map = { ...JSON.parse(PEOPLE_MAP) }
  map.left.cluster = 'who'
  const { lines } = await desk.link([
    ...['--left', desk.put('people.csv', withTruth), '--map', desk.put('map.json', JSON.stringify(map))],
    ...['--out', desk.path('links.csv')],
  ])
  assert.ok(lines.includes('Against the truth, which has 2 pairs:'), lines.join('\n'))
  assert.ok(lines.includes('  linked                      1.0000  1.0000  1.0000'), lines.join('\n'))
})

test('an identifier that is a formula is read as text, and no spreadsheet runs it out of what is written', async () => {
  using desk = new Desk()
  const people = PEOPLE.replace('\n1,', "\n=cmd|'/c calc'!A0,")
  const { lines } = await desk.link([
    ...['--left', desk.put('people.csv', people), '--map', desk.put('map.json', PEOPLE_MAP)],
    ...['--out', desk.path('links.csv')],
  ])
  assert.match(desk.read('links.csv') ?? '', /\n'=cmd\|'\/c calc'!A0,2,/)
  assert.ok(lines.includes('One identifier looks like a formula: an apostrophe stands before it.'))
})

test('it speaks Welsh to whoever works in Welsh', async () => {
  using desk = new Desk()
  const args = ['--left', desk.put('people.csv', PEOPLE), '--map', desk.put('map.json', PEOPLE_MAP)]
  const { lines } = await desk.link([...args, '--out', desk.path('links.csv')], { language: 'cy' })
  assert.deepEqual(
    [lines[0], lines.includes('Cysylltwyd 2 bâr, mae 0 i’w hadolygu.')],
    ['people.csv: darllenwyd 5 rhes, gwrthodwyd 0.', true],
  )
})

test('other identifiers that a map takes for NHS numbers are compared as what they are', async () => {
  using desk = new Desk()
  const rows = Array.from({ length: 12 }, (_, at) => `${at},Mair,Jones,1950-01-${10 + at},${7_000_000 + at * 317}`)
  const map = {
    mode: 'dedupe',
    left: { id: 'id', columns: { first: 'given', last: 'surname', born: 'birthdate', soc: 'nhs' } },
  }
  const { ok, lines } = await desk.link([
    ...['--left', desk.put('people.csv', ['id,first,last,born,soc', ...rows].join('\n'))],
    ...['--map', desk.put('map.json', JSON.stringify(map)), '--out', desk.path('links.csv')],
    ...['--model', desk.path('model.json')],
  ])
  assert.ok(ok)
  assert.ok(lines.includes('soc does not hold NHS numbers: it is compared as an identifier of another kind.'))
  assert.deepEqual(
    JSON.parse(desk.read('model.json') ?? '').others.map(({ kind }: { kind: string }) => kind),
    ['exact'],
  )
})
